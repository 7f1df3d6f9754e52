// Commands stay here, and on the device, until the server has answered them.
// Happy path: put → saved → (connected, and this tab leads) sending → arrived, and removed.
// Ways it fails: the connection is lost: saved again, and sent again in order, with the same id, when it is back;
// the server cannot at the moment (PASSING): the same after a while; it says no: `refused`, told, and kept until
// somebody dismisses it. A device that cannot store keeps them as long as the page is there (`isStored` says so).
import { Backoff, type Timers } from "./clock";
import { newId } from "./ids";
import { Notifier, type Frame } from "./notifier";
import { keyOf } from "./outbox_key";
import { onlyTab, type KeptCommand, type OutboxStorage, type RefusedCommand, type TabMessage, type Tabs } from "./outbox_storage";
import { Rate } from "./rate";
import { Refusal, isTooLarge, type Method, type Params, type Result } from "./wire";

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

interface Entry {
    kept: KeptCommand;
    state: CommandState;
    isStored: boolean;
    settled: (answer: Answer) => void;
}

const UNANSWERED = 50; // of the connection's 60: the rest is for what screens ask
const PER_SECOND = 20;
const AT_ONCE = 40; // of the server's 60: other devices of the participant want some too
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export class Outbox {
    private readonly entries = new Map<string, Entry>();
    private readonly arrivedKeys = new Set<string>();
    private readonly notifier: Notifier;
    private readonly rate: Rate;
    private readonly backoff: Backoff;
    private readonly tabs: Tabs;
    private link: Link | undefined;
    private leads = false;
    private endLead: (() => void) | undefined;
    private cancelPause: (() => void) | undefined;
    private isBackingOff = false; // (many that were under way are put off at once, and count as one failure)
    private writes: Promise<unknown> = Promise.resolve(); // one after the other, so that the order is kept
    private readonly endTabs: () => void;

    private constructor(private readonly options: OutboxOptions) {
        this.tabs = options.tabs ?? onlyTab;
        this.notifier = new Notifier(options.frame);
        this.rate = new Rate(options.timers, PER_SECOND, AT_ONCE);
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, options.random);
        this.endTabs = this.tabs.listen((message) => this.hear(message));
    }

    // With what the device kept of this scope.
    static async open(options: OutboxOptions): Promise<Outbox> {
        const outbox = new Outbox(options);
        await outbox.load();
        return outbox;
    }

    // Throws a RangeError for what no server would read. `saved` tells whether the device could keep it.
    put<M extends Method>(method: M, params: Params<M> & object): { command: string; saved: Promise<boolean>; answer: Promise<Answer<M>> } {
        if (isTooLarge(method, params)) throw new RangeError("too_large");
        const kept: KeptCommand = { command: newId(), scope: this.options.scope, method, params, key: keyOf(method, params) };
        const answer = new Promise<Answer>((settled) => this.add(kept, settled));
        const saved = this.write(() => this.options.storage.put(kept)).then((isStored) => {
            const entry = this.entries.get(kept.command);
            if (entry) entry.isStored = isStored;
            if (entry) this.tabs.post({ what: "added", kept });
            if (entry?.state === "sending") this.tabs.post({ what: "sending", command: kept.command });
            this.notifier.touch("");
            return isStored;
        });
        this.pump();
        return { command: kept.command, saved, answer: answer as Promise<Answer<M>> };
    }

    // All that is not answered, and what was refused, in order.
    commands(): Command[] {
        return [...this.entries.values()].map(asCommand);
    }

    // How the newest command about an entity stands (keyOf); undefined where none is known.
    stateOf(key: string): CommandState | "arrived" | undefined {
        const newest = [...this.entries.values()].filter(({ kept }) => kept.key === key).pop();
        return newest?.state ?? (this.arrivedKeys.has(key) ? "arrived" : undefined);
    }

    // Nothing is waiting for an answer.
    get isEmpty(): boolean {
        return [...this.entries.values()].every(({ state }) => state === "refused");
    }

    subscribe(listener: () => void): () => void {
        return this.notifier.subscribe("", listener);
    }

    // Somebody has seen that it was refused.
    dismiss(command: string): void {
        if (this.entries.get(command)?.state !== "refused") return;
        this.remove(command);
        this.tabs.post({ what: "dismissed", command });
    }

    // While there is a connection, the tab that leads sends.
    connect(link: Link): void {
        this.disconnect();
        this.link = link;
        this.endLead = this.tabs.lead(`outbox ${this.options.scope}`, () => void this.takeLead(link));
    }

    disconnect(): void {
        this.link = undefined;
        this.leads = false;
        this.endLead?.();
        this.endLead = undefined;
        this.endPause();
        // What was under way is not any more; its request's own failure says so later, or never.
        for (const entry of this.entries.values()) if (entry.state === "sending") this.setState(entry, "saved");
    }

    // There is reason to believe that what could not be stored now can.
    nudge(): void {
        this.endPause();
        this.backoff.reset();
        this.pump();
    }

    close(): void {
        this.disconnect();
        this.endTabs();
    }

    private add(kept: KeptCommand, settled: Entry["settled"] = () => {}, isStored = false): void {
        this.entries.set(kept.command, { kept, state: kept.refused ? "refused" : "saved", isStored, settled });
        this.notifier.touch("");
    }

    private async load(): Promise<void> {
        const found = await this.options.storage.load(this.options.scope).catch(() => []);
        for (const kept of found) if (!this.entries.has(kept.command)) this.add(kept, undefined, true);
    }

    // The tab that led before may have gone without a word: what it left is in the storage.
    private async takeLead(link: Link): Promise<void> {
        await this.writes;
        await this.load();
        if (this.link !== link) return;
        for (const entry of this.entries.values()) if (entry.state === "sending") this.setState(entry, "saved"); // (by that tab)
        this.leads = true;
        this.pump();
    }

    private pump(): void {
        if (!this.link || !this.leads || this.cancelPause) return;
        const entries = [...this.entries.values()].filter(({ state }) => state !== "refused");
        const busy = new Set(entries.filter(({ state }) => state === "sending").map(({ kept }) => kept.key));
        let sending = entries.filter(({ state }) => state === "sending").length;
        for (const entry of entries) {
            if (entry.state === "sending" || busy.has(entry.kept.key)) continue;
            if (sending >= UNANSWERED) return;
            const wait = this.rate.take();
            if (wait > 0) return this.pause(wait);
            busy.add(entry.kept.key);
            sending++;
            void this.send(entry, this.link);
        }
    }

    private async send(entry: Entry, link: Link): Promise<void> {
        const { method, params, command } = entry.kept;
        this.setState(entry, "sending");
        try {
            const result = await link.request(method, { ...params, command });
            this.arrive(entry, result);
        } catch (error) {
            if (!(error instanceof Refusal)) {
                if (this.link === link) this.setState(entry, "saved");
            } else if (!error.isPassing) this.refuse(entry, error);
            else if (this.link === link) this.postpone(entry);
        }
        this.pump();
    }

    private arrive(entry: Entry, result: unknown): void {
        const { command } = entry.kept;
        if (!this.entries.has(command)) return;
        this.backoff.reset();
        this.settleArrived(entry, result);
        this.tabs.post({ what: "arrived", command, result });
        this.options.arrived?.(asCommand(entry), result);
    }

    private settleArrived(entry: Entry, result: unknown): void {
        const { command, key } = entry.kept;
        this.remove(command);
        // An older one about the same that was refused has been made up for.
        for (const other of [...this.entries.values()])
            if (other.state === "refused" && other.kept.key === key) this.remove(other.kept.command);
        this.arrivedKeys.add(key);
        entry.settled({ arrived: true, result: result as Result<Method> });
    }

    private refuse(entry: Entry, { reason, message, seq, path }: Refusal): void {
        const { command } = entry.kept;
        if (!this.entries.has(command)) return;
        const refused: RefusedCommand = { reason, message, ...(seq === undefined ? {} : { seq }), ...(path === undefined ? {} : { path }) };
        const amended = this.options.amend?.(asCommand(entry), refused);
        if (amended) return this.replace(entry, amended);
        this.settleRefused(entry, refused);
        void this.write(() => this.options.storage.put(entry.kept));
        this.tabs.post({ what: "refused", command, refused });
        this.options.refused?.(asCommand(entry), refused);
    }

    // A command of its own, behind all others; who waits for the answer to the first hears that of the second.
    private replace({ kept: { command, method, scope }, settled }: Entry, params: object): void {
        const kept: KeptCommand = { command: newId(), scope, method, params, key: keyOf(method, params) };
        this.add(kept, settled);
        void this.write(() => this.options.storage.put(kept)).then((isStored) => {
            const entry = this.entries.get(kept.command);
            if (entry) entry.isStored = isStored;
            this.notifier.touch("");
        });
        this.remove(command);
        this.tabs.post({ what: "added", kept });
        this.tabs.post({ what: "dismissed", command });
    }

    private settleRefused(entry: Entry, refused: RefusedCommand): void {
        entry.kept = { ...entry.kept, refused };
        entry.state = "refused";
        this.notifier.touch("");
        entry.settled({ arrived: false, refused });
    }

    private postpone(entry: Entry): void {
        this.setState(entry, "saved");
        if (this.isBackingOff) return;
        this.pause(this.backoff.next());
        this.isBackingOff = true;
    }

    private pause(milliseconds: number): void {
        this.endPause();
        this.cancelPause = this.options.timers.after(milliseconds, () => {
            this.endPause();
            this.pump();
        });
    }

    private endPause(): void {
        this.cancelPause?.();
        this.cancelPause = undefined;
        this.isBackingOff = false;
    }

    private setState(entry: Entry, state: "saved" | "sending"): void {
        if (entry.state === "refused" || entry.state === state) return;
        entry.state = state;
        this.tabs.post({ what: state === "sending" ? "sending" : "waiting", command: entry.kept.command });
        this.notifier.touch("");
    }

    private remove(command: string): void {
        this.entries.delete(command);
        void this.write(() => this.options.storage.remove(command));
        this.notifier.touch("");
    }

    // Whether it could be written. A device that stores nothing must not keep anything from being sent.
    private write(work: () => Promise<void>): Promise<boolean> {
        const done = this.writes.then(work).then(
            () => true,
            () => false,
        );
        this.writes = done;
        return done;
    }

    // From the tab that leads, or to it.
    private hear(message: TabMessage): void {
        if (message.what === "added") {
            const { kept } = message;
            if (kept.scope !== this.options.scope || this.entries.has(kept.command)) return;
            this.add(kept, undefined, true);
            return this.pump();
        }
        const entry = this.entries.get(message.command);
        if (!entry) return;
        if (message.what === "arrived") {
            this.settleArrived(entry, message.result);
            this.options.arrived?.(asCommand(entry), message.result);
        }
        else if (message.what === "refused") {
            this.settleRefused(entry, message.refused);
            this.options.refused?.(asCommand(entry), message.refused);
        }
        else if (message.what === "dismissed") this.remove(message.command);
        else if (!this.leads) {
            entry.state = message.what === "sending" ? "sending" : "saved";
            this.notifier.touch("");
        }
    }
}

function asCommand({ kept, state, isStored }: Entry): Command {
    return { ...kept, state, isStored };
}
