// Who has to do with a board: the room, and all by their phones. Apart from what is done on one, which the phone fetches when it is
// needed. Pure.
import type { EntityOf } from "./store";

type Board = Pick<EntityOf<"board">, "shown" | "hands" | "removed">;

// What the room sees of a board: it is shown to all, and whether its notes are, the server says.
export function isBoardShown({ shown, hands, removed }: Board): boolean {
    return !removed && (shown === true || hands === "all");
}

// All sort on it, by their phones.
export function isForAll({ hands, removed }: Board): boolean {
    return !removed && hands === "all";
}
