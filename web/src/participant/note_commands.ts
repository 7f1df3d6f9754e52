// What somebody does with a note of their own, as commands.
import type { EventDiaryPut, EventNotePut } from "../generated/types";
import { newId } from "../shared/ids";
import type { Round } from "../shared/meeting";
import type { Command } from "../shared/outbox";
import type { RefusedCommand } from "../shared/outbox_storage";
import { nextNoteRev, type MyNote } from "../shared/own_notes";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { people } from "./person";

function sizeOf(group_size: number): { group_size?: number } {
    return group_size > 0 ? { group_size } : {};
}

// What it was written with: for the record, of rounds that know their people. Of anonymous notes it would be a mark.
function traitsOf({ authorship }: Round): Pick<EventNotePut, "language" | "shared"> {
    if (authorship === "anonymous") return {};
    return { language: language.value, ...(people.all.length > 1 ? { shared: true } : {}) };
}

// Both tell when the device has it. On a paper of its own: what was refused under one id is not tried again under it either.
export function putAnew(live: Live, round: Round, text: string, group_size: number): Promise<boolean> {
    const { saved } = live.session.outbox.put("note.put", { id: newId(), round: round.id, rev: 1, text, ...sizeOf(group_size), ...traitsOf(round) });
    return saved;
}

export function putAgain(live: Live, round: Round, note: MyNote, text: string): Promise<boolean> {
    const { saved } = live.session.outbox.put("note.put", { id: note.id, round: round.id, rev: revOf(live, note), text, ...sizeOf(note.group_size), ...traitsOf(round) });
    return saved;
}

export function remove(live: Live, note: MyNote, removed: boolean): void {
    live.session.outbox.put("note.remove", { id: note.id, removed, rev: revOf(live, note) });
}

function revOf(live: Live, { id, known }: MyNote): number {
    return nextNoteRev(id, known, live.session.outbox.commands());
}

// A note, or an entry of a diary, that was on its way while the promise changed about who is seen to have written: whoever writes is another author
// there now, and the note's name belongs to the one before. Under a name of its own it is taken; and where nobody is seen any more, without what it was
// written with.
export function amendNote({ method, params }: Command, { reason }: RefusedCommand): EventNotePut | EventDiaryPut | undefined {
    const put = params as EventNotePut | EventDiaryPut;
    if (put.rev !== 1 || (method !== "note.put" && method !== "diary.put")) return undefined;
    if (reason === "id_taken") return { ...put, id: newId() };
    if (reason !== "wrong_form" || !("language" in put)) return undefined;
    const { language: _, shared: __, ...bare } = put;
    return { ...bare, id: newId() };
}
