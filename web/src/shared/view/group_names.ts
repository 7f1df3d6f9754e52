// Which group a note of a round is from, by name: a group of its grouping, else a table.
import { groupOfNote } from "../note_group";
import type { Note, Round } from "../meeting";
import type { Live } from "./live";

type Named = Pick<Note, "group" | "table">;

export function groupNames(live: Live, round: Round | undefined): (note: Named) => string | undefined {
    const groups = round?.grouping === undefined ? live.find("session", round?.session)?.tables : live.find("grouping", round.grouping)?.groups;
    const names = new Map((groups ?? []).map(({ id, name }) => [id, name]));
    return (note) => names.get(groupOfNote(note) ?? "");
}

// What stands under a note of groups that were made for the question: theirs, whoever wrote. (A table stands there where it wrote as one.)
export function signedBy(note: Named, name: string | undefined): { table: string | undefined; of?: string } {
    return { table: name, ...(note.group !== undefined && name !== undefined ? { of: name } : {}) };
}
