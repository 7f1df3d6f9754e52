// Where the commands that have no answer yet are kept, and how the tabs of one device agree about them.
import type { Reason } from "../generated/types";
import type { Method } from "./wire";

export interface RefusedCommand {
    reason: Reason;
    message: string;
    seq?: number;
    path?: string;
}

export interface KeptCommand {
    command: string;
    // Whose it is: one participant of one process, one host. Commands of another scope are not touched.
    scope: string;
    method: Method;
    params: object;
    // The entity that it is about: commands about the same go one after the other.
    key: string;
    // Refused for good; kept until somebody has seen it, for it may hold what a person wrote.
    refused?: RefusedCommand;
}

export interface OutboxStorage {
    // In the order in which they were added.
    load(scope: string): Promise<KeptCommand[]>;
    // Behind all others; one with the same id stays in its place and is replaced.
    put(command: KeptCommand): Promise<void>;
    remove(command: string): Promise<void>;
}

// What the tabs tell each other.
export type TabMessage =
    | { what: "added"; kept: KeptCommand }
    | { what: "sending" | "waiting" | "dismissed"; command: string }
    | { what: "replaced"; command: string; by: string }
    | { what: "arrived"; command: string; result: unknown }
    | { what: "refused"; command: string; refused: RefusedCommand };

export interface Tabs {
    // Whether one always knows what the others send.
    areHeard: boolean;
    post(message: TabMessage): void;
    listen(call: (message: TabMessage) => void): () => void;
    // Calls once this tab is the one that may send. What it gives lets another be it, or ends the waiting.
    lead(name: string, call: () => void): () => void;
}

// Keeps them as long as the page is there.
export class MemoryStorage implements OutboxStorage {
    private readonly commands = new Map<string, KeptCommand>();

    async load(scope: string): Promise<KeptCommand[]> {
        return [...this.commands.values()].filter((kept) => kept.scope === scope).map((kept) => structuredClone(kept));
    }

    async put(kept: KeptCommand): Promise<void> {
        this.commands.set(kept.command, structuredClone(kept));
    }

    async remove(command: string): Promise<void> {
        this.commands.delete(command);
    }
}

// The only tab there is. Also for browsers that have no locks: then every tab sends, and the server, which knows the
// commands by their ids, takes each once.
export const onlyTab: Tabs = {
    areHeard: false,
    post() {},
    listen: () => () => {},
    lead(_name, call) {
        call();
        return () => {};
    },
};
