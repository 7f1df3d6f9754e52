// A list that people read while more comes: what was there keeps its place, and what is new waits until it is asked for.
// Pure.
import { roomNotes, type Note, type Round } from "./meeting";
import { groupOfNote } from "./note_group";

// What a participant sees of a round's notes: the room's, or those of their group (`here`) or table where groups see each other's
// from the start. What they wrote in a group that they have left lies there.
export function seenNotes(notes: readonly Note[], round: Round, here?: string): Note[] {
    if (round.visibility !== "group" || round.revealed) return roomNotes(notes, round);
    return roomNotes(notes, { ...round, visibility: "all" }).filter((note) => here === undefined || (groupOfNote(note) ?? here) === here);
}

export interface Reading<T> {
    shown: T[];
    fresh: T[];
}

// `seen`: the ids in the order in which they stand on the screen. What is gone is left out. What is one's own is no news:
// it stands first at once.
export function reading<T extends { id: string }>(all: readonly T[], seen: readonly string[], mine: ReadonlySet<string> = new Set()): Reading<T> {
    const found = new Map(all.map((one) => [one.id, one]));
    const known = new Set(seen);
    const own = all.filter(({ id }) => mine.has(id) && !known.has(id));
    const shown = seen.flatMap((id) => found.get(id) ?? []);
    return { shown: [...own, ...shown], fresh: all.filter(({ id }) => !known.has(id) && !mine.has(id)) };
}
