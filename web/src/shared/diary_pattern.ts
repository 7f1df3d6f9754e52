// The pattern of a diary: how many entries of each kind, week by week, also the weeks without any. Pure.
import type { DiaryAbout, DiaryWeek } from "../generated/types";
import { abouts } from "./diary";

const WEEK = 7 * 86_400_000;

export interface PatternWeek extends Record<DiaryAbout, number> {
    week: string; // 2026-W07
    monday: number; // ms UTC
    number: number;
    sum: number;
}

// Monday of an ISO week, as ms UTC: the week with the fourth of January is the first.
export function mondayOf(week: string): number {
    const [year = 0, number = 1] = week.split("-W").map(Number);
    const fourth = Date.UTC(year, 0, 4);
    const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000;
    return first + (number - 1) * WEEK;
}

export function weekOf(monday: number): string {
    const thursday = new Date(monday + 3 * 86_400_000); // (its year is the week's)
    const year = thursday.getUTCFullYear();
    const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / WEEK) + 1;
    return `${year}-W${String(number).padStart(2, "0")}`;
}

export function weeksOf(told: readonly DiaryWeek[]): PatternWeek[] {
    const known = new Map(told.map((week) => [mondayOf(week.week), week]));
    const mondays = [...known.keys()];
    const [first, last] = [Math.min(...mondays), Math.max(...mondays)];
    const weeks: PatternWeek[] = [];
    for (let monday = first; monday <= last; monday += WEEK) weeks.push(weekAt(monday, known.get(monday)));
    return weeks;
}

function weekAt(monday: number, told: DiaryWeek | undefined): PatternWeek {
    const { reflection = 0, observation = 0, action = 0 } = told ?? {};
    const week = weekOf(monday);
    return { week, monday, number: Number(week.slice(6)), reflection, observation, action, sum: reflection + observation + action };
}

export function sumsOf(weeks: readonly PatternWeek[]): Record<DiaryAbout, number> {
    const sum = (about: DiaryAbout) => weeks.reduce((all, week) => all + week[about], 0);
    return { reflection: sum("reflection"), observation: sum("observation"), action: sum("action") };
}

// The stacked parts of one column, from below, each where it begins and how high it is.
export function stackOf(week: PatternWeek): { about: DiaryAbout; from: number; n: number }[] {
    let from = 0;
    return abouts.map((about) => {
        const part = { about, from, n: week[about] };
        from += part.n;
        return part;
    });
}

// A round number that the highest column does not pass, with a line in the middle that is a whole number too.
export function ceilingOf(weeks: readonly PatternWeek[]): number {
    const most = Math.max(2, ...weeks.map(({ sum }) => sum));
    const step = 10 ** Math.floor(Math.log10(most / 2));
    const half = [1, 2, 3, 4, 5, 10].map((times) => times * step).find((at) => at * 2 >= most)!;
    return half * 2;
}

// Which weeks are named under the picture: so few that their names have room, also the last one.
export function namedWeeks(count: number, most: number): Set<number> {
    const every = Math.max(1, Math.ceil(count / most));
    return new Set(Array.from({ length: count }, (_, i) => i).filter((i) => i === 0 || (i % every === 0 && i + every <= count)));
}
