// A scale: statements that each person takes a stand on, in steps. Pure.
import type { EventAnswerPut } from "../generated/types";
import { castOf, type Cast, type Sent } from "./cast";
import type { Round, Session } from "./meeting";
import type { EntityOf } from "./store";

export type ScaleTally = EntityOf<"scale_tally">;

export interface ScaleRow {
    id: string;
    text: string;
    answered: number;
    // How many chose each step, from the first; undefined where too few have answered for that to be said.
    counts: readonly number[] | undefined;
    told: number; // of those who have answered, how many are in the counts so far
    mean: number | undefined;
}

const TOLD_FROM = 5; // (the server's: below that, what people answered is nobody's to see)

// Why there are no counts: too few have answered, or they come once more have.
export const whyUntold = ({ answered }: ScaleRow) => (answered < TOLD_FROM ? "too_few" : "not_yet");

export function scaleRows(round: Round, tally: ScaleTally | undefined): ScaleRow[] {
    const told = new Map((tally?.statements ?? []).map((statement) => [statement.id, statement]));
    return (round.scale?.statements ?? []).map(({ id, text }) => {
        const counts = told.get(id)?.counts;
        const isTold = counts !== undefined && counts.length > 0;
        return {
            id,
            text,
            answered: told.get(id)?.answered ?? 0,
            counts: isTold ? counts : undefined,
            told: isTold ? peopleIn(counts) : 0,
            mean: isTold ? meanOf(counts) : undefined,
        };
    });
}

function peopleIn(counts: readonly number[]): number {
    return counts.reduce((sum, n) => sum + n, 0);
}

// The same scale the last time that it was asked, in a meeting before this one: known by its key.
export function askedBefore(round: Round, rounds: readonly Round[], sessions: readonly Session[]): Round | undefined {
    const number = (id: string) => sessions.find((session) => session.id === id)?.number ?? 0;
    const same = ({ key, form, removed, scale }: Round) => key === round.key && form === "scale" && !removed && scale?.steps === round.scale?.steps;
    const earlier = rounds.filter((other) => same(other) && number(other.session) < number(round.session));
    return round.key ? earlier.sort((a, b) => number(b.session) - number(a.session))[0] : undefined;
}

// What each statement came to then, by the statement's id now.
export function meansBefore(round: Round, before: Round, tally: ScaleTally | undefined): Map<string, number> {
    const means = new Map(scaleRows(before, tally).map(({ id, mean }) => [before.scale?.statements.find((one) => one.id === id)?.key, mean]));
    const known = (round.scale?.statements ?? []).map(({ id, key }) => [id, key ? means.get(key) : undefined] as const);
    return new Map(known.filter((entry): entry is readonly [string, number] => entry[1] !== undefined));
}

// Of the steps, counted from 1.
export function meanOf(counts: readonly number[]): number | undefined {
    const people = peopleIn(counts);
    return people === 0 ? undefined : counts.reduce((sum, n, i) => sum + n * (i + 1), 0) / people;
}

export function stepsOf(round: Round): number[] {
    return Array.from({ length: round.scale?.steps ?? 0 }, (_, i) => i + 1);
}

export function myAnswers(round: Pick<Round, "id">, known: EntityOf<"answers"> | undefined, commands: readonly Sent[]): Cast {
    const own = commands.filter(({ method, params }) => method === "answer.put" && (params as EventAnswerPut).round === round.id);
    return castOf(known?.statements ?? [], own, (params) => {
        const { statement, value, rev } = params as EventAnswerPut;
        return { id: statement, value, rev };
    });
}

export function nextAnswer(round: string, statement: string, value: number, cast: Cast): EventAnswerPut {
    return { round, statement, rev: cast.nextRev(statement), value };
}
