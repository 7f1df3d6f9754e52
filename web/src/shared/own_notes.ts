// A person's own notes in a round as they stand on their page: what the server knows, with what the device has said since.
// Pure.
import type { EventNotePut, EventNoteRemove } from "../generated/types";
import type { Note } from "./meeting";
import type { Command } from "./outbox";
import type { RefusedCommand } from "./outbox_storage";

export type NoteState = "saved" | "sending" | "arrived" | "refused";
type Waiting = Pick<Command, "command" | "method" | "params" | "state" | "refused" | "isStored">;

export interface MyNote {
    id: string;
    text: string;
    group_size: number;
    removed: boolean;
    state: NoteState;
    // Whether the device could keep what is not sent yet.
    isStored: boolean;
    // As the server has it; nothing where it never came there.
    known: Note | undefined;
    // The last refusal: with what was to be written, where it was that.
    refused: { command: string; because: RefusedCommand; text?: string; group_size?: number } | undefined;
}

// The latest first. The order is that in which they were written as far as this page saw it (`turns`, which it fills in).
export function myNotesIn(round: string, own: readonly Note[], commands: readonly Waiting[], turns: Map<string, number>): MyNote[] {
    const notes = new Map<string, MyNote>();
    const bySeq = own.filter((note) => note.round === round && !note.redacted).sort((a, b) => a.seq - b.seq);
    for (const note of bySeq) notes.set(note.id, knownNote(note));
    for (const command of commands) tell(notes, round, command);
    for (const id of notes.keys()) if (!turns.has(id)) turns.set(id, turns.size);
    return [...notes.values()].sort((a, b) => turns.get(b.id)! - turns.get(a.id)!);
}

// Of the next command about a note: above what the server knows, and above all that waits.
export function nextNoteRev(id: string, known: Pick<Note, "rev"> | undefined, commands: readonly Pick<Command, "method" | "params">[]): number {
    const revs = commands.filter((command) => isAbout(command, id)).map(({ params }) => (params as EventNotePut).rev);
    return Math.max(known?.rev ?? 0, ...revs) + 1;
}

// Whether what was refused can go again only on a paper of its own: under a name that the server never had, has given away or
// has taken the text of. A change of a note that stands goes on that note again: else what was meant once would stand twice.
export function needsPaper({ known, refused }: Pick<MyNote, "known" | "refused">): boolean {
    const reason = refused?.because.reason;
    return known === undefined || known.redacted === true || known.removed === true || reason === "id_taken" || reason === "removed" || reason === "redacted";
}

// Those that take up room under a cap: removed ones and those that never came do not.
export function standingNotes(notes: readonly MyNote[]): MyNote[] {
    return notes.filter((note) => !note.removed && (note.state !== "refused" || note.known !== undefined));
}

function knownNote(note: Note): MyNote {
    const { id, text = "", group_size = 0, removed = false } = note;
    return { id, text, group_size, removed, state: "arrived", isStored: true, known: note, refused: undefined };
}

function isAbout({ method, params }: Pick<Command, "method" | "params">, id: string): boolean {
    return (method === "note.put" || method === "note.remove") && (params as EventNotePut).id === id;
}

function tell(notes: Map<string, MyNote>, round: string, command: Waiting): void {
    if (command.method === "note.put") tellPut(notes, round, command);
    else if (command.method === "note.remove") tellRemove(notes, command);
}

function tellPut(notes: Map<string, MyNote>, round: string, { command, params, state, refused, isStored }: Waiting): void {
    const put = params as EventNotePut;
    if (put.round !== round) return;
    const { text, group_size = 0 } = put;
    const before = notes.get(put.id) ?? { id: put.id, text, group_size, removed: false, state, isStored, known: undefined, refused: undefined };
    if (state === "refused")
        notes.set(put.id, { ...before, state: before.known ? before.state : "refused", refused: { command, because: refused!, text, group_size } });
    else notes.set(put.id, { ...before, text, group_size, state, isStored, refused: undefined });
}

function tellRemove(notes: Map<string, MyNote>, { command, params, state, refused, isStored }: Waiting): void {
    const { id, removed = true } = params as EventNoteRemove;
    const before = notes.get(id);
    if (!before) return;
    if (state === "refused") notes.set(id, { ...before, refused: { command, because: refused! } });
    else notes.set(id, { ...before, removed, state, isStored, refused: undefined });
}
