// A page's whole connection to a meeting: store, clock, connection and outbox, wired to each other. Screens take
// it from here: they read the store, put commands into the outbox, and ask the connection.
import type { ResultAttend, ResultCommand, ResultJoin } from "../generated/wire";
import { ServerClock, type Timers } from "./clock";
import { Connection, type ConnectionState, type Hints, type Introduction } from "./connection";
import type { Frame } from "./notifier";
import { Outbox, type Command } from "./outbox";
import type { OutboxStorage, RefusedCommand, Tabs } from "./outbox_storage";
import type { SocketLike } from "./socket";
import { Store } from "./store";

export interface SessionOptions {
    url: string;
    openSocket(url: string, subprotocol: string): SocketLike;
    introduce(): Introduction;
    // Which commands of the device are meant: a name for this participant or host in this process.
    scope: string;
    storage: OutboxStorage;
    timers: Timers;
    tabs?: Tabs;
    hints?: Hints;
    frame?: Frame;
    random?: () => number;
    store?: Store;
    // The build that the page is of; absent: that of the first server it meets.
    build?: string;
    // The server is of another build, and nothing here is unsent: load the page anew. Called once.
    reload?(): void;
    joined?(result: ResultJoin | ResultAttend): void;
    changed?(state: ConnectionState): void;
    amend?(command: Command, refused: RefusedCommand): object | undefined;
    refused?(command: Command, refused: RefusedCommand): void;
}

export class Session {
    readonly store: Store;
    readonly clock: ServerClock;
    readonly connection: Connection;
    // What pictures are fetched with, as long as the connection stands that it came by.
    ticket: string | undefined;
    private build: string | undefined;
    private endReload: (() => void) | undefined;
    private state: ConnectionState["state"] = "offline";

    private constructor(
        private readonly options: SessionOptions,
        readonly outbox: Outbox,
    ) {
        this.build = options.build;
        this.store = options.store ?? new Store(options.frame);
        this.clock = new ServerClock(options.timers);
        const joined = (result: ResultJoin | ResultAttend) => this.joined(result);
        const changed = (state: ConnectionState) => this.changed(state);
        this.connection = new Connection({ ...options, store: this.store, clock: this.clock, joined, changed });
    }

    // With what the device kept of the scope; connects when start() is called.
    static async open(options: SessionOptions): Promise<Session> {
        let session: Session | undefined;
        const arrived = (_command: Command, result: unknown) => session?.take(result as Partial<ResultCommand>);
        session = new Session(options, await Outbox.open({ ...options, arrived }));
        return session;
    }

    start(): void {
        this.connection.start();
    }

    // Leaves for good; what is unsent stays on the device.
    close(): void {
        this.endReload?.();
        this.connection.stop();
        this.outbox.close();
    }

    private joined(result: ResultJoin | ResultAttend): void {
        this.ticket = result.ticket;
        this.build ??= result.build;
        if (this.build !== result.build) this.reloadWhenSent();
        this.options.joined?.(result);
    }

    private changed(connection: ConnectionState): void {
        const before = this.state;
        const { state } = connection;
        this.state = state;
        const { connection: link } = this;
        if (state === "joined" && before === "read_only") this.outbox.nudge();
        else if (state === "joined" || state === "read_only") {
            if (before !== "joined" && before !== "read_only")
                this.outbox.connect({ request: (method, params) => link.request(method, params as never) });
        } else this.outbox.disconnect();
        this.options.changed?.(connection);
    }

    // A participant's replies carry what is its own, but where it sorts; a host's what everybody sees.
    private take({ entity }: Partial<ResultCommand>): void {
        if (!entity) return;
        const sorts = entity.kind === "theme" || entity.kind === "sorting";
        if (!sorts && this.options.introduce().method === "join") this.store.putOwn([entity]);
        else this.store.putShared(entity);
    }

    private reloadWhenSent(): void {
        if (this.endReload) return;
        const tryIt = () => {
            if (!this.outbox.isEmpty || !this.endReload) return;
            this.endReload();
            this.options.reload?.();
        };
        this.endReload = this.outbox.subscribe(tryIt);
        tryIt();
    }
}
