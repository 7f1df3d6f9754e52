// A ballot's cut, and what it has in common with an earlier pass or another ballot on the same choices. Pure.
import type { Choice } from "../generated/types";
import type { ResultRow } from "./ballot_result";
import { cutSides, type CutSide } from "./cut";
import type { Round } from "./meeting";

export interface Cut {
    cut: number;
    sides: ReadonlyMap<string, CutSide>;
    chosen: string[];
    // On the line with as many votes as each other, and so many of them would have room.
    tied: string[];
    room: number;
}

// Nothing while it is open, or where nothing is cut.
export function cutOf(round: Round, rows: readonly ResultRow[]): Cut | undefined {
    const cut = round.ballot?.cut ?? 0;
    if (cut === 0 || round.state !== "closed") return undefined;
    const sides = cutSides(rows.map(({ votes }) => votes), cut);
    const of = (side: CutSide) => rows.filter((_, i) => sides[i] === side).map(({ id }) => id);
    const chosen = of("chosen");
    return { cut, sides: new Map(rows.map(({ id }, i) => [id, sides[i]!])), chosen, tied: of("tied"), room: Math.max(0, cut - chosen.length) };
}

// The row below which the line is drawn: the last that is chosen or tied. Nothing where all are, or none.
export function lastAbove(rows: readonly ResultRow[], { sides }: Cut): string | undefined {
    const above = rows.filter(({ id }) => sides.get(id) !== "out");
    return above.length === rows.length ? undefined : above.at(-1)?.id;
}

// By what a choice is the same one in another ballot: its key, what it was made of, and else its text.
export function sameAs(a: Choice, b: Choice): boolean {
    if (a.key !== undefined && b.key !== undefined) return a.key === b.key;
    if (a.theme !== undefined && b.theme !== undefined) return a.theme === b.theme;
    if (a.word !== undefined && b.word !== undefined) return a.word === b.word;
    return a.text.normalize("NFC").trim().toLocaleLowerCase("sv") === b.text.normalize("NFC").trim().toLocaleLowerCase("sv");
}

export type Change = "up" | "down" | "same" | "new" | "gone";

export interface ComparedRow {
    id: string;
    text: string;
    place?: number;
    votes?: number;
    before?: { place: number; votes: number };
    change: Change;
    // By how many places.
    by: number;
}

interface Counted {
    choices: readonly Choice[];
    rows: readonly ResultRow[];
}

// The places that a choice had among those that are in both: of 20 that became 5 the fourth may be the first of them.
export function compared(now: Counted, earlier: Counted): ComparedRow[] {
    const partner = (choice: Choice, others: readonly Choice[]) => others.find((other) => sameAs(choice, other));
    const rowIn = ({ rows }: Counted, id: string | undefined) => rows.find((row) => row.id === id);
    const common = now.choices.filter((choice) => partner(choice, earlier.choices));
    const votesBefore = (choice: Choice) => rowIn(earlier, partner(choice, earlier.choices)?.id)?.votes ?? 0;
    const votesNow = (choice: Choice) => rowIn(now, choice.id)?.votes ?? 0;
    const placeBy = (votes: (choice: Choice) => number, choice: Choice) => 1 + common.filter((other) => votes(other) > votes(choice)).length;
    const kept = now.rows.map((row): ComparedRow => {
        const choice = now.choices.find(({ id }) => id === row.id)!;
        const { id, text, votes, place } = row;
        if (!common.includes(choice)) return { id, text, votes, place, change: "new", by: 0 };
        const step = placeBy(votesBefore, choice) - placeBy(votesNow, choice);
        const before = rowIn(earlier, partner(choice, earlier.choices)!.id)!;
        const change = step > 0 ? "up" : step < 0 ? "down" : "same";
        return { id, text, votes, place, before: { place: before.place, votes: before.votes }, change, by: Math.abs(step) };
    });
    const gone = earlier.choices.filter((choice) => !partner(choice, now.choices)).map((choice): ComparedRow => {
        const { place, votes } = rowIn(earlier, choice.id)!;
        return { id: choice.id, text: choice.text, before: { place, votes }, change: "gone", by: 0 };
    });
    return [...kept, ...gone.sort((a, b) => a.before!.place - b.before!.place)];
}

// Ballots with a result that a ballot may be held against: the earlier pass first, then those that have choices in common.
export function earlierThan(round: Round, rounds: readonly Round[]): Round[] {
    const own = round.ballot?.choices ?? [];
    const { pass_of } = round.ballot ?? {};
    const isCommon = ({ ballot }: Round) => ballot!.choices.filter((choice) => own.some((one) => sameAs(one, choice))).length >= 2;
    const found = rounds.filter(
        (other) => other.id !== round.id && other.form === "ballot" && other.ballot && !other.removed && other.state === "closed" &&
            (other.opened ?? 0) < (round.opened ?? 0) && (other.id === pass_of || isCommon(other)),
    );
    return found.sort((a, b) => Number(b.id === pass_of) - Number(a.id === pass_of) || (b.opened ?? 0) - (a.opened ?? 0));
}

// Called so that people see that it is not the vote that they have been in: "Vad ska vi ta först? – omgång 2".
export function questionOfPass(question: string, pass: number, behind: (pass: number) => string): string {
    const before = ` ${behind(pass - 1)}`;
    return `${question.endsWith(before) ? question.slice(0, -before.length) : question} ${behind(pass)}`;
}

// Which pass of the same vote it is: 1 where it is of none. (One that was taken away is as if it were not named.)
export function passOf(round: Round, rounds: readonly Round[]): number {
    const seen = new Set<string>();
    let n = 1;
    for (let at: Round | undefined = round; at && !seen.has(at.id); n++) {
        seen.add(at.id);
        const { pass_of }: { pass_of?: string } = at.ballot ?? {};
        at = pass_of === undefined ? undefined : rounds.find(({ id, removed }) => id === pass_of && !removed);
    }
    return n - 1;
}
