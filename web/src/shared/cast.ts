// What one person has laid on each of a round's choices, or answered to each of its statements: what the server knows, and
// what this device has said since. Pure.
import type { Command } from "./outbox";

export type Sent = Pick<Command, "command" | "method" | "params" | "state" | "isStored" | "refused">;

export interface Cell {
    id: string;
    value: number;
    rev: number;
}

export interface Cast {
    // As I left it last; 0 where I said nothing.
    on(id: string): number;
    // Of the next command about it: above all that were used.
    nextRev(id: string): number;
    // What has no answer yet.
    waiting: readonly Sent[];
    // What was refused, the last of it at the end.
    refused: readonly Sent[];
}

// A refused command counts for nothing: what the server knows is shown again.
export function castOf(known: readonly Cell[], own: readonly Sent[], cellOf: (params: Sent["params"]) => Cell): Cast {
    const values = new Map(known.map(({ id, value }) => [id, value]));
    const revs = new Map(known.map(({ id, rev }) => [id, rev]));
    for (const { params, state } of own) {
        const { id, value, rev } = cellOf(params);
        revs.set(id, Math.max(rev, revs.get(id) ?? 0));
        if (state !== "refused") values.set(id, value);
    }
    return {
        on: (id) => values.get(id) ?? 0,
        nextRev: (id) => (revs.get(id) ?? 0) + 1,
        waiting: own.filter(({ state }) => state !== "refused"),
        refused: own.filter(({ state }) => state === "refused"),
    };
}
