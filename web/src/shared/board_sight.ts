// Who has to do with a board: the room, and all by their phones. Apart from what is done on one, which the phone fetches when it is
// needed. Pure.
import type { EntityOf } from "./store";

type Board = Pick<EntityOf<"board">, "rounds" | "shown" | "hands" | "removed">;

// What the room sees of a board: it is shown to all, and whether its notes are, the server says.
export function isBoardShown({ shown, hands, removed }: Pick<Board, "shown" | "hands" | "removed">): boolean {
    return !removed && (shown === true || hands === "all");
}

// All sort on it by their phones, where its notes are: of a session before this one there are its themes alone.
export function isSortedHere({ rounds: own, hands, removed }: Board, rounds: readonly { id: string }[]): boolean {
    return !removed && hands === "all" && rounds.some(({ id }) => own.includes(id));
}
