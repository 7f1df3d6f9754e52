// Notes on paper, as they are entered one after the other: which person each is from. Nobody but the page that enters them knows
// that, so the page keeps it: ids and no texts, but for what the server did not take. Pure.
import type { Reason } from "../generated/types";
import { openRounds, type Round } from "./meeting";

// Where organisations answer, a note on paper would be nobody's.
export function takesPaper({ form, authorship, opened = 0 }: Pick<Round, "form" | "authorship" | "opened">): boolean {
    return form === "notes" && authorship !== "organisation" && opened > 0;
}

// The question to enter notes for, where nobody has chosen one: the one on the big screen, else the one that opened last.
export function paperRound(rounds: readonly Round[], stage: string | undefined): Round | undefined {
    const possible = rounds.filter(takesPaper);
    const running = openRounds(possible)[0];
    return possible.find(({ id }) => id === stage) ?? running ?? possible.sort((a, b) => (b.opened ?? 0) - (a.opened ?? 0))[0];
}

export interface PaperNote {
    id: string;
    round: string;
    person: string;
    // The group or table that it is of, where somebody said so.
    group?: string;
    // The highest that was sent.
    rev: number;
    removed?: boolean;
    // What the server did not take, so that nobody has to find the paper again.
    refused?: { text: string; reason: Reason };
}

// The notes of a round, or of rounds that are counted together: there a person is the same in all of them.
export interface Pile {
    // In the order in which they came: "person 3" is the third.
    people: string[];
    // Whether the next note is somebody else's than the last one.
    isNew: boolean;
    // Whose the last note was.
    last: string;
    // The group or table whose notes are entered.
    group?: string;
    notes: PaperNote[];
    // When something was entered last.
    at: number;
}

export const emptyPile: Pile = { people: [], isNew: true, last: "", notes: [], at: 0 };

// Whose the next note is; nothing: somebody new's.
export function nextPerson({ isNew, last, people }: Pile): string | undefined {
    return !isNew && people.includes(last) ? last : undefined;
}

// The other of the two: whom one key enters a note for without changing what is chosen.
export function otherPerson({ isNew, last, people }: Pile): string | undefined {
    return isNew && people.includes(last) ? last : undefined;
}

export function numberOf({ people }: Pile, person: string | undefined): number {
    return person === undefined ? people.length + 1 : people.indexOf(person) + 1;
}

export function withNote(pile: Pile, note: PaperNote, at: number): Pile {
    const people = pile.people.includes(note.person) ? pile.people : [...pile.people, note.person];
    return { ...pile, people, last: note.person, notes: [...pile.notes, note], at };
}

export function changed(pile: Pile, id: string, change: (note: PaperNote) => PaperNote): Pile {
    return { ...pile, notes: pile.notes.map((note) => (note.id === id ? change(note) : note)) };
}

// What it says is sent once more: whether it stands, and nothing of it is refused any more.
export function sentAgain(pile: Pile, id: string, removed: boolean): Pile {
    return changed(pile, id, ({ removed: _, refused: __, ...note }) => ({ ...note, rev: note.rev + 1, ...(removed ? { removed } : {}) }));
}

// What is said of the note that was entered last: not that it has been, before the server has it. Nothing: it does not stand.
export function enteredAs(note: { isWaiting: boolean; isAway: boolean } | undefined): "entered" | "entered_waits" | undefined {
    if (!note) return undefined;
    if (!note.isWaiting) return "entered";
    return note.isAway ? "entered_waits" : undefined;
}

// A removal that was refused leaves the note where it is.
export function notTaken(pile: Pile, id: string, refused: NonNullable<PaperNote["refused"]>): Pile {
    return changed(pile, id, ({ removed: _, ...note }) => ({ ...note, refused }));
}

// What was refused is let go: a note that was never taken is gone with it.
export function letGo(pile: Pile, id: string, isThere: boolean): Pile {
    return isThere ? changed(pile, id, ({ refused: _, ...note }) => note) : { ...pile, notes: pile.notes.filter((note) => note.id !== id) };
}

// As it is kept; anything else is none.
export function readPile(text: string | undefined): Pile {
    try {
        const { people, isNew, last, group, notes, at } = JSON.parse(text ?? "") as Partial<Pile>;
        if (!Array.isArray(people) || !Array.isArray(notes) || !notes.every(isNote)) return emptyPile;
        return { people: people.map(String), isNew: isNew !== false, last: String(last ?? ""), ...(group === undefined ? {} : { group: String(group) }), notes, at: Number(at) || 0 };
    } catch {
        return emptyPile;
    }
}

function isNote(note: unknown): note is PaperNote {
    const { id, round, person, rev } = (note ?? {}) as Partial<PaperNote>;
    return typeof id === "string" && typeof round === "string" && typeof person === "string" && typeof rev === "number";
}

const KEPT_FOR = 30 * 86_400_000;

// Who has written what need not be known when the notes are long since read.
export function isOld({ at }: Pile, now: number): boolean {
    return now - at > KEPT_FOR;
}
