// Which of a round's notes a host's page shows, in which order. Pure.
import { groupOfNote } from "./note_group";
import { notesInOrder, type Note } from "./meeting";

export type NoteFilter = "all" | "hidden" | "late" | "groups" | `of ${string}`;
export type NoteOrder = "came" | "shown" | "support";

// Came behind the closing, and is not let in (yet).
export function isOutside(note: Note): boolean {
    return note.late === true && note.admitted !== true;
}

export function notesOf(notes: readonly Note[], round: string): Note[] {
    return notes.filter((note) => note.round === round && !note.removed);
}

export function filtered(notes: readonly Note[], filter: NoteFilter, search: string): Note[] {
    const wanted = folded(search);
    return notes.filter((note) => passes(note, filter) && folded(`${note.text ?? ""} ${note.name ?? ""}`).includes(wanted));
}

function passes(note: Note, filter: NoteFilter): boolean {
    if (filter === "late") return note.late === true;
    if (isOutside(note)) return false;
    if (filter === "hidden") return note.hidden === true;
    if (filter === "groups") return (note.group_size ?? 0) > 0;
    return filter === "all" || groupOfNote(note) === filter.slice("of ".length);
}

// (å ä ö are letters of their own: nothing is taken off them.)
function folded(text: string): string {
    return text.normalize("NFC").toLocaleLowerCase("sv").trim();
}

// What stands there stays, and new ones stand last: neither a change of a note nor its being shown moves it. This is not
// the order in which people wrote: revealing shuffles what the server sends, so that nobody can tell that from it.
export class Arrivals {
    private readonly places = new Map<string, number>();

    sorted(notes: readonly Note[]): Note[] {
        for (const { id } of notesInOrder(notes.filter(({ id }) => !this.places.has(id)), false)) this.places.set(id, this.places.size);
        return [...notes].sort((a, b) => this.places.get(a.id)! - this.places.get(b.id)!);
    }
}

export interface Counts {
    notes: number;
    hidden: number;
    outside: number;
    late: number;
    fromGroups: number;
    tables: number;
    // Whether it is told of any which group or table it is of.
    isApart: boolean;
}

export function countsOf(notes: readonly Note[]): Counts {
    const inside = notes.filter((note) => !isOutside(note));
    const grouped = inside.filter((note) => (note.group_size ?? 0) > 0 && !note.hidden);
    return {
        notes: inside.filter(({ hidden }) => !hidden).length,
        hidden: inside.filter(({ hidden }) => hidden).length,
        outside: notes.length - inside.length,
        late: notes.filter(({ late }) => late).length,
        fromGroups: grouped.length,
        tables: new Set(grouped.map(groupOfNote)).size,
        isApart: inside.some((note) => groupOfNote(note) !== undefined),
    };
}

// How many chose each of a list (of roles or levels), in its order; `rest`: those who chose none.
export function countsBy<P>(people: readonly P[], list: readonly { id: string; name: string }[], of: (person: P) => string | undefined) {
    const rows = list.map(({ id, name }) => ({ id, name, count: people.filter((person) => of(person) === id).length }));
    const rest = people.length - rows.reduce((sum, { count }) => sum + count, 0);
    return { rows: rows.filter(({ count }) => count > 0), rest };
}
