// What is held, so that it is not erased.
import type { EntityOf } from "./store";

export type Hold = EntityOf<"hold">;

interface Kept {
    id: string;
    round?: string | undefined;
    session?: string | undefined;
}

// The hold that keeps it; nothing where none does.
export function heldBy(holds: readonly Hold[], { id, round, session }: Kept): Hold | undefined {
    return holds.find(({ what, of }) =>
        what === "process" ? true : what === "session" ? of === session : of === id || (of !== undefined && of === round),
    );
}

export const DAY = 24 * 60 * 60 * 1000;
const WARNED = 30;

// How many days there are until the day from which a process may be erased: 0 or less once it has come, nothing where it is
// far off, or where none is said. The server counts days by UTC.
export function daysToErasure(retention: string | undefined, now: number): number | undefined {
    if (!retention) return undefined;
    const days = Math.ceil((Date.parse(`${retention}T00:00:00Z`) - now) / DAY);
    return days <= WARNED ? days : undefined;
}
