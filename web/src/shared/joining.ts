// The first time into a meeting: a connection that lasts until it is known which process and session the way in leads to,
// and what stands there. From then on the device knows, and comes back by the session itself.
import type { ServerClock, Timers } from "./clock";
import { ServerClock as Clock } from "./clock";
import { Connection, type ConnectionState, type Hints, type StopReason } from "./connection";
import type { Secrets } from "./device";
import type { WayIn } from "./invitation";
import type { SocketLike } from "./socket";
import { Store, type Snapshot } from "./store";
import type { ResultJoin } from "../generated/wire";

export interface Joined {
    process: string;
    session: string;
    // What is one's own there from before; nothing of somebody new but who they are.
    snapshot: Snapshot | undefined;
}

export interface JoiningOptions {
    url: string;
    openSocket(url: string, subprotocol: string): SocketLike;
    timers: Timers;
    hints?: Hints;
    clock?: ServerClock;
    // Each of these once at most, and not both.
    joined(joined: Joined): void;
    refused(reason: StopReason): void;
    // Whether there is a connection at all, meanwhile.
    changed?(state: ConnectionState): void;
}

// Gives what ends it before its time.
export function joinOnce(way: WayIn, secrets: Secrets, options: JoiningOptions): () => void {
    const store = new Store((call) => call());
    let result: ResultJoin | undefined;
    let isOver = false;
    const end = () => {
        isOver = true;
        connection.stop();
    };
    const look = () => {
        if (isOver || !result || !store.isWhole) return;
        const { process, session } = result;
        end();
        options.joined({ process, session, snapshot: store.snapshot() });
    };
    const connection = new Connection({
        ...options,
        store,
        clock: options.clock ?? new Clock(options.timers),
        introduce: () => ({ method: "join", params: { ...way, token: secrets.token, author_secret: secrets.author_secret } }),
        joined(answer) {
            result = answer as ResultJoin;
            look();
        },
        changed(state) {
            if (isOver) return;
            if (state.state === "stopped") {
                isOver = true;
                options.refused(state.reason);
            } else options.changed?.(state);
        },
    });
    store.subscribe("seq", undefined, look);
    connection.start();
    return end;
}
