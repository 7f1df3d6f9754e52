// What somebody does with a note of their own, as commands.
import { newId } from "../shared/ids";
import type { Round } from "../shared/meeting";
import { nextNoteRev, type MyNote } from "../shared/own_notes";
import type { Live } from "../shared/view/live";

function sizeOf(group_size: number): { group_size?: number } {
    return group_size > 0 ? { group_size } : {};
}

// On a paper of its own. What was refused under one id is not tried again under it either.
export function putAnew(live: Live, round: Round, text: string, group_size: number): void {
    live.session.outbox.put("note.put", { id: newId(), round: round.id, rev: 1, text, ...sizeOf(group_size) });
}

export function putAgain(live: Live, round: Round, note: MyNote, text: string): void {
    live.session.outbox.put("note.put", { id: note.id, round: round.id, rev: revOf(live, note), text, ...sizeOf(note.group_size) });
}

export function remove(live: Live, note: MyNote, removed: boolean): void {
    live.session.outbox.put("note.remove", { id: note.id, removed, rev: revOf(live, note) });
}

function revOf(live: Live, { id, known }: MyNote): number {
    return nextNoteRev(id, known, live.session.outbox.commands());
}
