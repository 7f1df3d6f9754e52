// One's own notes as they stand on this device: what the server knows of them, with what was said here since. Pure.
import type { EventNotePut, EventNoteRemove, Reason } from "../generated/types";
import { isRunning, programmeOf, roundsOf, type Item, type Note, type Round } from "./meeting";
import type { Command } from "./outbox";

type Sent = Pick<Command, "command" | "method" | "params" | "state" | "isStored" | "refused">;

// Where the newest of it is: on the device, under way, with the server, or sent back.
export type Way = "saved" | "sending" | "arrived" | "refused";

export interface MyNote {
    id: string;
    round: string;
    text: string;
    group_size: number;
    rev: number; // the highest that was used
    way: Way;
    isStored: boolean; // whether the device has it, if it is still here
    refused?: { command: string; reason: Reason };
    late: boolean;
    admitted: boolean;
    hidden: boolean;
    reason: string;
    removed: boolean;
}

export function myNotes(known: readonly Note[], commands: readonly Sent[]): MyNote[] {
    const notes = new Map([...known].sort((a, b) => a.seq - b.seq).map((note) => [note.id, arrived(note)]));
    for (const command of commands) {
        if (command.method === "note.put") put(notes, command, command.params as EventNotePut);
        if (command.method === "note.remove") remove(notes, command, command.params as EventNoteRemove);
    }
    return [...notes.values()];
}

function arrived(note: Note): MyNote {
    const { id, round, text = "", group_size = 0, rev = 0, reason = "" } = note;
    const flags = { late: !!note.late, admitted: !!note.admitted, hidden: !!note.hidden, removed: !!note.removed };
    return { id, round, text, group_size, rev, reason, ...flags, way: "arrived", isStored: true };
}

// A text that was refused stays with who wrote it, unless what the server has is newer.
function put(notes: Map<string, MyNote>, command: Sent, { id, round, rev, text, group_size = 0 }: EventNotePut): void {
    const before = notes.get(id) ?? { ...arrived({ kind: "note", id, seq: 0, round }), way: "saved" };
    if (rev <= before.rev && before.way === "arrived" && command.state !== "refused") return;
    notes.set(id, { ...before, text, group_size, rev: Math.max(rev, before.rev), removed: false, ...wayOf(command) });
}

function remove(notes: Map<string, MyNote>, command: Sent, { id, rev, removed = true }: EventNoteRemove): void {
    const before = notes.get(id);
    if (!before) return;
    const isIt = command.state === "refused" ? before.removed : removed;
    notes.set(id, { ...before, rev: Math.max(rev, before.rev), removed: isIt, ...wayOf(command) });
}

function wayOf({ command, state, isStored, refused }: Sent): Pick<MyNote, "way" | "isStored" | "refused"> {
    return { way: state, isStored, ...(refused ? { refused: { command, reason: refused.reason } } : {}) };
}

// The server takes what it is told of a note: while the round takes answers, and of what came too late until it was let in.
export function canChange(note: Pick<MyNote, "late" | "admitted">, round: Pick<Round, "state">): boolean {
    return isRunning(round) || (note.late && !note.admitted);
}

export type NoteState = Way | "removed" | "hidden" | "late_in" | "late_waiting";

// What is to be said of a note to who wrote it, the most important first.
export function statesOf(note: MyNote): NoteState[] {
    const way = note.way === "arrived" ? [] : [note.way];
    if (note.removed) return ["removed", ...way];
    const late: NoteState[] = note.late ? [note.admitted ? "late_in" : "late_waiting"] : [];
    const states = [...(note.hidden ? (["hidden"] as const) : []), ...late, ...way];
    return states.length > 0 ? states : ["arrived"];
}

// A session's rounds as it goes through them; those that stand in no programme last, by when they opened.
export function roundsInOrder(rounds: readonly Round[], items: readonly Item[], session: string): Round[] {
    const places = new Map(programmeOf(items, session).map(({ id }, place) => [id, place]));
    const place = ({ item }: Round) => places.get(item ?? "") ?? places.size;
    return roundsOf(rounds, session).sort((a, b) => place(a) - place(b) || (a.opened ?? 0) - (b.opened ?? 0));
}
