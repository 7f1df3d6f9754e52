// Which group a note of a round is from, by name: a group of its grouping, else a table.
import { groupOfNote } from "../note_group";
import type { Note, Round } from "../meeting";
import type { Live } from "./live";

type Named = Pick<Note, "group" | "table">;

export function groupsOfNotes(live: Live, round: Round | undefined): readonly { id: string; name: string }[] {
    const groups = round?.grouping === undefined ? live.find("session", round?.session)?.tables : live.find("grouping", round.grouping)?.groups;
    return groups ?? [];
}

export function groupNames(live: Live, round: Round | undefined): (note: Named) => string | undefined {
    const names = new Map(groupsOfNotes(live, round).map(({ id, name }) => [id, name]));
    return (note) => names.get(groupOfNote(note) ?? "");
}

// What stands under a note whose group or table is told: theirs, whoever wrote.
export function signedBy(name: string | undefined): { table: string | undefined; of?: string } {
    return { table: name, ...(name !== undefined ? { of: name } : {}) };
}
