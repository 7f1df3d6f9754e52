// A command as the outbox holds it and as screens see it, and which of those that wait need not be sent any more.
import type { EventVotePut } from "../generated/types";
import type { Timers } from "./clock";
import type { Frame } from "./notifier";
import type { KeptCommand, OutboxStorage, RefusedCommand, Tabs } from "./outbox_storage";
import type { Method, Result } from "./wire";

export type CommandState = "saved" | "sending" | "refused";
export type Answer<M extends Method = Method> = { arrived: true; result: Result<M> } | { arrived: false; refused: RefusedCommand };

export interface Command extends Readonly<KeptCommand> {
    readonly state: CommandState;
    readonly isStored: boolean;
}

// Where commands go while there is a connection. Rejects with a Refusal, or with anything else if no answer came.
export interface Link {
    request(method: Method, params: object): Promise<unknown>;
}

export interface OutboxOptions {
    scope: string;
    storage: OutboxStorage;
    timers: Timers;
    tabs?: Tabs;
    frame?: Frame;
    random?: () => number;
    arrived?(command: Command, result: unknown): void;
    // What is sent instead of something that was refused; nothing: it stays refused. Asked in the tab that sent it.
    amend?(command: Command, refused: RefusedCommand): object | undefined;
    // For good; what was sent is in `command`, which stays until it is dismissed.
    refused?(command: Command, refused: RefusedCommand): void;
}

export interface Entry {
    kept: KeptCommand;
    state: CommandState;
    isStored: boolean;
    // It was sent once, or was found in the storage, so that nobody here knows whether it was.
    mayBeSent: boolean;
    settled: (answer: Answer) => void;
}

export function asCommand({ kept, state, isStored }: Entry): Command {
    return { ...kept, state, isStored };
}

// Those that may go now, in order: of those about the same entity the first, once none of them is on its way.
export function sendable(entries: Iterable<Entry>): Entry[] {
    const all = [...entries].filter(({ state }) => state !== "refused");
    const busy = new Set(all.filter(({ state }) => state === "sending").map(({ kept }) => kept.key));
    return all.filter(({ state, kept }) => state !== "sending" && !busy.has(kept.key) && busy.add(kept.key));
}

// Those that wait, each with the one right behind it about the same choice of the same ballot: a thumb that is quicker
// than the network. Only neighbours: so the server sees nothing but states that the person saw too.
export function overtaken(entries: Iterable<Entry>): [older: Entry, newer: Entry][] {
    const latest = new Map<string, Entry>();
    const found: [Entry, Entry][] = [];
    for (const entry of entries) {
        if (entry.state === "refused") continue;
        const before = latest.get(entry.kept.key);
        latest.set(entry.kept.key, entry);
        if (before && !before.mayBeSent && entry.state === "saved" && isSameVote(before.kept, entry.kept)) found.push([before, entry]);
    }
    return found;
}

function isSameVote(a: KeptCommand, b: KeptCommand): boolean {
    if (a.method !== "vote.put" || b.method !== "vote.put") return false;
    return (a.params as EventVotePut).choice === (b.params as EventVotePut).choice;
}
