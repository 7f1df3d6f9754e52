// In which group a note was first put; a grouping's, or a table. Apart from what is done with groups, which the phone fetches when
// it is needed. Pure.
import type { Note } from "./meeting";

export function groupOfNote({ group, table }: Pick<Note, "group" | "table">): string | undefined {
    return group ?? table;
}
