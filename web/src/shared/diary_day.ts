// Days of a diary: dates of no zone, as 2026-02-12; which day it is, the meeting's zone says.
import type { LanguageTag } from "./texts";
import { wallTimeOf } from "./zone_time";

const locales: Record<LanguageTag, string> = { sv: "sv-SE", en: "en-GB" };
const YEAR = 365 * 86_400_000;

type Clocked = { zone: string; session: { clock: { now(): number } } };

export function todayIn({ zone, session }: Clocked): string {
    return wallTimeOf(session.clock.now(), zone).date;
}

// A year before the diary opened, which the server takes.
export function firstDayOf(opened: number): string {
    return new Date(opened - YEAR).toISOString().slice(0, 10);
}

// "torsdag 12 februari", with the year where that is another than today's.
export function dayName(day: string, language: LanguageTag, today = day): string {
    const isYear = day.slice(0, 4) !== today.slice(0, 4);
    const how = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
    const at = Date.parse(`${day}T12:00:00Z`);
    return Number.isNaN(at) ? day : new Intl.DateTimeFormat(locales[language], isYear ? { ...how, year: "numeric" } : how).format(at);
}
