// Support for what others wrote: what I support as it stands on this device, how many do, and the order that makes. Pure.
import type { EventNoteSupport } from "../generated/types";
import { castOf, type Cast, type Sent } from "./cast";
import type { Note, Round } from "./meeting";
import type { EntityOf } from "./store";

export function hasSupports({ form, notes }: Pick<Round, "form" | "notes">): boolean {
    return form === "notes" && notes?.supports === true;
}

// `notes`: the ids of those in the round.
export function mySupports(known: EntityOf<"supports"> | undefined, notes: ReadonlySet<string>, commands: readonly Sent[]): Cast {
    const rev = known?.rev ?? 0;
    const cells = (known?.notes ?? []).map((id) => ({ id, value: 1, rev }));
    const own = commands.filter(({ method, params }) => method === "note.support" && notes.has((params as EventNoteSupport).note));
    const cast = castOf(cells, own, (params) => {
        const { note, on = true, rev } = params as EventNoteSupport;
        return { id: note, value: on ? 1 : 0, rev };
    });
    // (The server tells one rev for all of them: above it each is new enough.)
    return { ...cast, nextRev: (id) => Math.max(rev + 1, cast.nextRev(id)) };
}

export function nextSupport(note: string, on: boolean, cast: Cast): EventNoteSupport {
    return { note, rev: cast.nextRev(note), on };
}

// With mine as it stands here, which the server may not have counted yet.
export function supportsOf(note: Pick<Note, "id" | "supports">, known: EntityOf<"supports"> | undefined, cast: Cast): number {
    const counted = known?.notes?.includes(note.id) ? 1 : 0;
    return Math.max(0, (note.supports ?? 0) - counted + cast.on(note.id));
}

// Those that most support first; among as many as they stood.
export function bySupport<N extends Pick<Note, "supports">>(notes: readonly N[]): N[] {
    return [...notes].sort((a, b) => (b.supports ?? 0) - (a.supports ?? 0));
}

// The order by support as people can read it: it is made anew with every turn, and within one what is there keeps its place
// and what is new stands last.
export class CalmOrder {
    private places = new Map<string, number>();
    private turn: number | undefined;

    sorted<N extends Pick<Note, "id" | "supports">>(notes: readonly N[], turn: number): N[] {
        if (turn !== this.turn) this.places = new Map();
        this.turn = turn;
        const place = ({ id }: N) => this.places.get(id)!;
        const known = notes.filter(({ id }) => this.places.has(id)).sort((a, b) => place(a) - place(b));
        const fresh = bySupport(notes.filter(({ id }) => !this.places.has(id)));
        for (const { id } of fresh) this.places.set(id, this.places.size);
        return [...known, ...fresh];
    }
}
