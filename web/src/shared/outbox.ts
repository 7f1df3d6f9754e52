// Commands stay here, and on the device, until the server has answered them.
// Happy path: put → saved → (connected, and this tab leads) sending → arrived, and removed. A vote that was not sent yet
// gives way to the next about the same choice.
// Ways it fails: the connection is lost: saved again, and sent again in order, with the same id, when it is back;
// the server cannot at the moment (PASSING): the same after a while; it says no: `refused`, told, and kept until
// somebody dismisses it. A device that cannot store keeps them as long as the page is there (`isStored` says so).
import { newId } from "./ids";
import { Notifier } from "./notifier";
import { asCommand, overtaken, sendable, type Answer, type Command, type CommandState, type Entry, type Link, type OutboxOptions } from "./outbox_command";
import { keyOf, makesUpFor } from "./outbox_key";
import { Pause } from "./outbox_pause";
import { onlyTab, type KeptCommand, type RefusedCommand, type TabMessage, type Tabs } from "./outbox_storage";
import { Rate } from "./rate";
import { Refusal, isTooLarge, type Method, type Params, type Result } from "./wire";

export type { Answer, Command, CommandState, Link, OutboxOptions } from "./outbox_command";

const UNANSWERED = 50; // of the connection's 60: the rest is for what screens ask
const PER_SECOND = 20;
const AT_ONCE = 40; // of the server's 60: other devices of the participant want some too

export class Outbox {
    private readonly entries = new Map<string, Entry>();
    private readonly arrivedKeys = new Set<string>();
    private readonly notifier: Notifier;
    private readonly rate: Rate;
    private readonly pause: Pause;
    private readonly tabs: Tabs;
    private link: Link | undefined;
    private leads = false;
    private endLead: (() => void) | undefined;
    private writes: Promise<unknown> = Promise.resolve(); // one after the other, so that the order is kept
    private readonly endTabs: () => void;

    private constructor(private readonly options: OutboxOptions) {
        this.tabs = options.tabs ?? onlyTab;
        this.notifier = new Notifier(options.frame);
        this.rate = new Rate(options.timers, PER_SECOND, AT_ONCE);
        this.pause = new Pause(options.timers, () => this.pump(), options.random);
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
        const saved = this.keep(kept).then((isStored) => {
            const entry = this.entries.get(kept.command);
            if (entry) this.tabs.post({ what: "added", kept });
            if (entry?.state === "sending") this.tabs.post({ what: "sending", command: kept.command });
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
        if (this.entries.get(command)?.state === "refused") void this.drop(command);
    }

    // It is not wanted any more, in no tab: what is not on its way yet is never sent. Tells when the device has forgotten it.
    async drop(command: string): Promise<void> {
        if (!this.entries.has(command)) return;
        this.tabs.post({ what: "dismissed", command });
        await this.remove(command);
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
        this.pause.end();
        // What was under way is not any more; its request's own failure says so later, or never.
        for (const entry of this.entries.values()) if (entry.state === "sending") this.setState(entry, "saved");
    }

    // There is reason to believe that what could not be stored now can.
    nudge(): void {
        this.pause.forget();
        this.pump();
    }

    close(): void {
        this.disconnect();
        this.endTabs();
    }

    private add(kept: KeptCommand, settled: Entry["settled"] = () => {}, from: Partial<Pick<Entry, "isStored" | "mayBeSent">> = {}): void {
        const state = kept.refused ? "refused" : "saved";
        this.entries.set(kept.command, { kept, state, isStored: false, mayBeSent: false, ...from, settled });
        this.notifier.touch("");
    }

    private async keep(kept: KeptCommand): Promise<boolean> {
        const isStored = await this.write(() => this.options.storage.put(kept));
        const entry = this.entries.get(kept.command);
        if (entry) entry.isStored = isStored;
        this.notifier.touch("");
        return isStored;
    }

    private async load(): Promise<void> {
        const found = await this.options.storage.load(this.options.scope).catch(() => []);
        for (const kept of found) if (!this.entries.has(kept.command)) this.add(kept, undefined, { isStored: true, mayBeSent: true });
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
        if (!this.link || !this.leads || this.pause.isOn) return;
        // (Where tabs do not hear each other, another one may be sending what stands here as unsent.)
        if (this.tabs.areHeard) for (const [older, newer] of overtaken(this.entries.values())) this.overtake(older, newer);
        let sending = [...this.entries.values()].filter(({ state }) => state === "sending").length;
        for (const entry of sendable(this.entries.values())) {
            if (sending >= UNANSWERED) return;
            const wait = this.rate.take();
            if (wait > 0) return this.pause.begin(wait);
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
        this.pause.succeeded();
        this.settleArrived(entry, result);
        this.tabs.post({ what: "arrived", command, result });
        this.options.arrived?.(asCommand(entry), result);
    }

    private settleArrived(entry: Entry, result: unknown): void {
        const { command, key } = entry.kept;
        void this.remove(command);
        for (const other of [...this.entries.values()])
            if (other.state === "refused" && makesUpFor(entry.kept, other.kept)) void this.remove(other.kept.command);
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

    // A command of its own, behind all others.
    private replace(entry: Entry, params: object): void {
        const { method, scope } = entry.kept;
        const kept: KeptCommand = { command: newId(), scope, method, params, key: keyOf(method, params) };
        this.add(kept);
        void this.keep(kept);
        this.tabs.post({ what: "added", kept });
        this.overtake(entry, this.entries.get(kept.command)!);
    }

    // Who waits for the answer to the older one hears that of the newer.
    private giveWay(older: Entry, newer: Entry): void {
        const { settled } = newer;
        newer.settled = (answer) => (settled(answer), older.settled(answer));
        void this.remove(older.kept.command);
    }

    // The same for all tabs.
    private overtake(older: Entry, newer: Entry): void {
        this.giveWay(older, newer);
        this.tabs.post({ what: "replaced", command: older.kept.command, by: newer.kept.command });
    }

    private settleRefused(entry: Entry, refused: RefusedCommand): void {
        entry.kept = { ...entry.kept, refused };
        entry.state = "refused";
        this.notifier.touch("");
        entry.settled({ arrived: false, refused });
    }

    private postpone(entry: Entry): void {
        this.setState(entry, "saved");
        this.pause.failed();
    }

    private setState(entry: Entry, state: "saved" | "sending"): void {
        if (entry.state === "refused" || entry.state === state) return;
        entry.state = state;
        entry.mayBeSent ||= state === "sending";
        this.tabs.post({ what: state === "sending" ? "sending" : "waiting", command: entry.kept.command });
        this.notifier.touch("");
    }

    private remove(command: string): Promise<unknown> {
        this.entries.delete(command);
        this.notifier.touch("");
        return this.write(() => this.options.storage.remove(command));
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
            this.add(kept, undefined, { isStored: true });
            return this.pump();
        }
        const entry = this.entries.get(message.command);
        if (!entry) return;
        if (message.what === "arrived") {
            this.settleArrived(entry, message.result);
            this.options.arrived?.(asCommand(entry), message.result);
        } else if (message.what === "refused") {
            this.settleRefused(entry, message.refused);
            this.options.refused?.(asCommand(entry), message.refused);
        } else if (message.what === "dismissed") void this.remove(message.command);
        else if (message.what === "replaced") {
            const newer = this.entries.get(message.by);
            if (newer) this.giveWay(entry, newer);
            else void this.remove(message.command);
        } else {
            entry.mayBeSent ||= message.what === "sending";
            if (this.leads) return;
            entry.state = message.what === "sending" ? "sending" : "saved";
            this.notifier.touch("");
        }
    }
}
