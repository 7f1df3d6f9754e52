// Stays connected: opens a socket, introduces itself with what was seen last, and comes again whenever that is lost.
// Happy path: connecting → (opened, join or attend answered) joined → lost → offline, for a while → connecting …
// Ways it ends for good: the server says something that waiting does not change (`stopped`, with the reason); then
// it begins again only when start() is called.
import type { ParamsAttend, ParamsJoin, Reason } from "../generated/types";
import type { ResultAttend, ResultJoin } from "../generated/wire";
import { Backoff, ServerClock, type Timers } from "./clock";
import { Exchange, type SocketLike } from "./socket";
import type { Store } from "./store";
import { Lost, Refusal, SUBPROTOCOL, type Method, type Params, type Result } from "./wire";

export type Introduction =
    | { method: "join"; params: Omit<ParamsJoin, "seq" | "epoch"> }
    | { method: "attend"; params: Omit<ParamsAttend, "seq" | "epoch"> };

// Why it stopped: a refusal of the introduction, or `replaced` (this participant has four newer connections)
// or `logged_out` (or no longer granted).
export type StopReason = Reason | "replaced" | "logged_out";
export type ConnectionState = { state: "offline" | "connecting" | "joined" | "read_only" } | { state: "stopped"; reason: StopReason };

// Whether the server knows nothing (any more) of who asks, or of where to: what is kept for coming back is of no use then.
// All else may be otherwise tomorrow, or after the page is loaded anew.
export function isUnknown(reason: StopReason): boolean {
    return UNKNOWN.has(reason);
}
const UNKNOWN: ReadonlySet<StopReason> = new Set(["wrong_code", "unknown_process", "unknown_session", "denied", "logged_out"]);

// What the device knows of the network and of who is looking: `online` when there may be a network again,
// `offline` when it is said to be gone, `visible` when somebody looks at the page again.
export type Hint = "online" | "offline" | "visible";
export interface Hints {
    listen(hint: (what: Hint) => void): () => void;
}

export interface ConnectionOptions {
    url: string;
    openSocket(url: string, subprotocol: string): SocketLike;
    // Asked each time, for what was chosen may have changed since.
    introduce(): Introduction;
    store: Store;
    timers: Timers;
    clock: ServerClock;
    hints?: Hints;
    random?: () => number;
    joined?(result: ResultJoin | ResultAttend): void;
    changed?(state: ConnectionState): void;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const OPENING_TAKES = 15_000; // at most, with its introduction
const SILENCE = 25_000; // then we ask whether anybody is there: a page does not see the server's pings
const ANSWER_TAKES = 10_000; // at most, to that question
const SOON = 3_000; // the same when the device woke up
// At least so long until the first try after a close with this code: it would not help sooner.
const WAITS: Readonly<Record<number, number>> = { 1008: 2_000, 1009: 5_000, 1011: 5_000, 1012: 2_000, 1013: 10_000 };
const STOPS: Readonly<Record<number, StopReason>> = { 4001: "replaced", 4003: "logged_out", 4004: "unknown_process" };
// What refuses an introduction now, but perhaps not later.
const PASSING: ReadonlySet<Reason> = new Set(["loading", "not_stored", "read_only", "too_often"]);

export class Connection {
    private readonly backoff: Backoff;
    private exchange: Exchange | undefined;
    private current: ConnectionState = { state: "offline" };
    private isWanted = false;
    private isJoined = false;
    private cancelTimer: () => void = () => {}; // of the next try, or of the opening, or of the silence
    private endHints: (() => void) | undefined;
    private writingIn: string | undefined;

    constructor(private readonly options: ConnectionOptions) {
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, options.random);
        options.store.subscribe("now", undefined, () => this.isJoined && this.become(this.joinedState()));
    }

    get state(): ConnectionState {
        return this.current;
    }

    start(): void {
        this.isWanted = true;
        this.endHints ??= this.options.hints?.listen((what) => this.hint(what));
        this.backoff.reset();
        if (!this.exchange) this.open();
    }

    stop(): void {
        this.halt({ state: "offline" });
    }

    // Rejects with Lost while nobody is joined.
    request<M extends Method>(method: M, params: Params<M> & object): Promise<Result<M>> {
        return this.exchange && this.isJoined ? this.exchange.request(method, params) : Promise.reject(new Lost());
    }

    // Says in which round somebody is writing here; undefined: no longer. The server wants to hear it every 5 s.
    writing(round: string | undefined): void {
        this.writingIn = round;
        this.ask().catch(() => {});
    }

    private open(): void {
        const { url, openSocket, timers } = this.options;
        this.become({ state: "connecting" });
        const exchange: Exchange = new Exchange(openSocket(url, SUBPROTOCOL), {
            opened: () => this.introduce(exchange),
            sync: (params) => this.options.store.sync(params),
            own: ({ entities }) => this.options.store.putOwn(entities),
            heard: () => this.isJoined && this.watch(SILENCE),
            ended: (code) => this.ended(code),
        });
        this.exchange = exchange;
        this.setTimer(timers.after(OPENING_TAKES, () => exchange.end(1006)));
    }

    private async introduce(exchange: Exchange): Promise<void> {
        const { store, timers } = this.options;
        const { method, params } = this.options.introduce();
        const asked = timers.now();
        const seen = store.epoch === undefined ? {} : { seq: store.seq, epoch: store.epoch };
        try {
            const result = await exchange.request(method, { ...params, ...seen } as ParamsJoin & ParamsAttend);
            if (exchange === this.exchange) this.welcome(result, asked);
        } catch (error) {
            if (exchange === this.exchange && error instanceof Refusal) this.refused(error.reason);
        }
    }

    private welcome(result: ResultJoin | ResultAttend, asked: number): void {
        this.options.clock.learn(result.time, asked, this.options.timers.now());
        if (result.own) this.options.store.replaceOwn(result.own);
        this.backoff.reset();
        this.isJoined = true;
        this.watch(SILENCE);
        this.become(this.joinedState());
        this.options.joined?.(result);
    }

    private refused(reason: Reason): void {
        if (PASSING.has(reason)) this.exchange?.end(1006);
        else this.halt({ state: "stopped", reason });
    }

    private ended(code: number): void {
        this.forget();
        const reason = STOPS[code];
        if (reason !== undefined) return this.halt({ state: "stopped", reason });
        if (!this.isWanted) return;
        this.become({ state: "offline" });
        this.setTimer(this.options.timers.after(this.backoff.next(WAITS[code]), () => this.open()));
    }

    private halt(state: ConnectionState): void {
        this.isWanted = false;
        this.endHints?.();
        this.endHints = undefined;
        this.exchange?.end(1000);
        this.forget();
        this.become(state);
    }

    private forget(): void {
        this.setTimer(() => {});
        this.exchange = undefined;
        this.isJoined = false;
        this.options.store.forgetNow();
    }

    // A network came back, or somebody looks: no reason to wait any longer, and a good one to ask who is there. One that is
    // gone is asked for too: a socket does not notice by itself, and the page would say that it is connected.
    private hint(what: Hint): void {
        if (this.isJoined) this.probe(SOON);
        else if (what !== "offline" && !this.exchange && this.isWanted) {
            if (what === "online") this.backoff.reset();
            this.setTimer(() => {});
            this.open();
        }
    }

    private watch(silence: number): void {
        this.setTimer(this.options.timers.after(silence, () => this.probe(ANSWER_TAKES)));
    }

    // Any answer will do; a refusal is one.
    private probe(patience: number): void {
        const { exchange } = this;
        this.setTimer(this.options.timers.after(patience, () => exchange?.end(1006)));
        this.ask().catch(() => {});
    }

    private ask(): Promise<unknown> {
        return this.request("writing", this.writingIn === undefined ? {} : { round: this.writingIn });
    }

    private joinedState(): ConnectionState {
        return { state: this.options.store.now.read_only ? "read_only" : "joined" };
    }

    private setTimer(cancel: () => void): void {
        this.cancelTimer();
        this.cancelTimer = cancel;
    }

    private become(state: ConnectionState): void {
        if (JSON.stringify(state) === JSON.stringify(this.current)) return;
        this.current = state;
        this.options.changed?.(state);
    }
}
