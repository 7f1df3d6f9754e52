// What is said to who waits for something to come: that it is fetched, or that the server does not answer. Pure.
import type { ConnectionState } from "../shared/connection";

export type Waiting = "fresh" | "trying" | "unanswered";

// (A connection that has not been tried yet is offline too; and one that was lost is tried again and again.)
export function waitingOn(before: Waiting, { state }: Pick<ConnectionState, "state">): Waiting {
    if (state === "connecting") return before === "fresh" ? "trying" : before;
    if (state === "offline") return before === "fresh" ? "fresh" : "unanswered";
    return "trying";
}
