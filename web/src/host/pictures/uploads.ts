// From files that were chosen to pictures that all see. Happy path: kept on the device → made small enough → sent, two at a
// time → the server has made and stored them → put into the session → the device lets go.
// Ways it fails: the connection is lost, or the server cannot at the moment: it waits, and goes on by itself; the page is
// closed: the device has it, and the next page goes on; the file is no picture, or the server says no: `refused`, told, and
// kept until somebody tries again or takes it away. Whatever is sent twice is one picture: its id, and the command that puts it,
// are made once.
import { signal, type Signal } from "@preact/signals";
import type { EventPicturePut, Reason } from "../../generated/types";
import { newId } from "../../shared/ids";
import type { KeptUpload, Said, UploadStore } from "./kept_uploads";

export const AT_ONCE = 2; // the server takes two of an account
const AGAIN = 4_000; // milliseconds, twice as many each time that it was in vain
const AGAIN_AT_MOST = 60_000;

export type Made = Pick<EventPicturePut, "blob" | "small" | "type" | "width" | "height">;
// What a file cannot become, beside what the server says.
export type Fault = Reason | "heic" | "wrong_kind" | "unreadable";
export type Answer<T> = { made: T } | { refused: Fault } | { later: Reason | "no_server" };

export interface Upload extends KeptUpload {
    at: "waiting" | "preparing" | "sending" | "making" | "refused";
    part: number; // of its bytes that are sent, 0 to 1
    // Why it waits, or was refused.
    why?: Fault | "no_server" | undefined;
    // On the device; not known yet: undefined.
    isKept: boolean | undefined;
}

export interface Way {
    store: UploadStore;
    // Makes a file that may be sent of what was chosen; rejects where that cannot be read.
    prepare(file: Blob, name: string): Promise<{ made: Blob } | { refused: Fault }>;
    send(file: Blob, progress: (part: number) => void, signal: AbortSignal): Promise<Answer<Made>>;
    place(params: EventPicturePut, command: string): Promise<Answer<number>>;
    // At which seq it was taken.
    placed?(params: EventPicturePut, seq: number): void;
    // One tab of the device at a time; false where another one does it already.
    alone?(id: string, work: () => Promise<void>): Promise<boolean>;
    // When that other tab has ended with it, or is gone.
    ended?(id: string): Promise<void>;
}

// What it was to belong to is gone: then it belongs to the session.
const HOMELESS: ReadonlySet<Fault> = new Set(["unknown_item", "unknown_round", "unknown_table", "unknown_group", "wrong_form"]);

export class Uploads {
    readonly rows: Signal<readonly Upload[]> = signal<readonly Upload[]>([]);
    // How many were stored since the page was opened.
    readonly stored = signal(0);
    private readonly aborts = new Map<string, AbortController>();
    private preparing: Promise<unknown> = Promise.resolve(); // large pictures one at a time: phones have little memory
    private readonly resting = new Set<string>();
    private readonly gone = new Set<string>(); // stored, or taken away
    private isThere = false;
    private tries = 0; // in vain, since one was stored or the connection came
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(
        private readonly scope: string,
        private readonly way: Way,
    ) {}

    async load(): Promise<void> {
        const kept = await this.way.store.load(this.scope).catch(() => []);
        const known = new Set([...this.gone, ...this.rows.peek().map(({ id }) => id)]);
        const rows = kept.filter(({ id }) => !known.has(id)).map((upload) => ({ ...upload, at: "waiting" as const, part: 0, isKept: true }));
        this.rows.value = [...rows, ...this.rows.peek()];
        this.pump();
    }

    add(files: readonly { file: Blob; name: string; said: Said }[]): void {
        const rows = files.map((one): Upload => ({ ...one, id: newId(), scope: this.scope, isReady: false, at: "waiting", part: 0, isKept: undefined }));
        this.rows.value = [...this.rows.peek(), ...rows];
        for (const { id } of rows) void this.keep(id);
        this.pump();
    }

    cancel(id: string): void {
        this.aborts.get(id)?.abort();
        this.forget(id);
    }

    again(id: string): void {
        this.set(id, { at: "waiting", why: undefined, part: 0 });
        this.resting.delete(id);
        this.pump();
    }

    // Whether there is a connection.
    connect(isThere: boolean): void {
        this.isThere = isThere;
        this.tries = 0;
        if (isThere) this.wake();
    }

    private find(id: string): Upload | undefined {
        return this.rows.peek().find((row) => row.id === id);
    }

    private set(id: string, change: Partial<Upload>): void {
        this.rows.value = this.rows.peek().map((row) => (row.id === id ? { ...row, ...change } : row));
    }

    private forget(id: string): void {
        this.gone.add(id);
        this.rows.value = this.rows.peek().filter((row) => row.id !== id);
        void this.way.store.remove(id).catch(() => {});
        this.pump();
    }

    private async keep(id: string): Promise<void> {
        const row = this.find(id);
        if (!row) return;
        const { scope, name, file, isReady, said, sent } = row;
        const isKept = await this.way.store.put({ id, scope, name, file, isReady, said, sent }).then(
            () => true,
            () => false,
        );
        if (this.gone.has(id)) void this.way.store.remove(id).catch(() => {});
        else this.set(id, { isKept });
    }

    private pump(): void {
        if (!this.isThere) return;
        for (const { id, at } of this.rows.peek()) {
            if (this.aborts.size >= AT_ONCE) return;
            if (at === "waiting" && !this.aborts.has(id) && !this.resting.has(id)) void this.run(id);
        }
    }

    private async run(id: string): Promise<void> {
        const abort = new AbortController();
        this.aborts.set(id, abort);
        const work = async () => {
            await this.goThrough(id, abort.signal).catch(() => this.later(id, "no_server"));
        };
        const isOurs = this.way.alone ? await this.way.alone(id, work) : (await work(), true);
        this.aborts.delete(id);
        if (!isOurs) this.leave(id);
        this.pump();
    }

    // It is shown where it is sent; what that tab leaves undone is done here.
    private leave(id: string): void {
        this.rows.value = this.rows.peek().filter((row) => row.id !== id);
        void this.way.ended?.(id).then(() => this.load());
    }

    private async goThrough(id: string, signal: AbortSignal): Promise<void> {
        if (!(await this.makeReady(id)) || signal.aborted) return;
        if (!this.find(id)?.sent && !(await this.send(id, signal))) return;
        if (!signal.aborted) await this.place(id);
    }

    private async makeReady(id: string): Promise<boolean> {
        const row = this.find(id);
        if (!row || row.isReady) return row !== undefined;
        this.set(id, { at: "preparing", why: undefined });
        const prepared = this.preparing.then(() => this.way.prepare(row.file, row.name));
        this.preparing = prepared.catch(() => {});
        const done = await prepared.catch(() => ({ refused: "unreadable" as const }));
        if ("refused" in done) return this.refuse(id, done.refused);
        this.set(id, { file: done.made, isReady: true });
        await this.keep(id);
        return true;
    }

    private async send(id: string, signal: AbortSignal): Promise<boolean> {
        const row = this.find(id);
        if (!row) return false;
        this.set(id, { at: "sending", part: 0, why: undefined });
        const answer = await this.way.send(row.file, (part) => this.set(id, part < 1 ? { part } : { part, at: "making" }), signal);
        if (signal.aborted) return false;
        if ("later" in answer) return this.later(id, answer.later);
        if ("refused" in answer) return this.refuse(id, answer.refused);
        const now = this.find(id);
        if (!now) return false;
        this.set(id, { at: "making", part: 1, sent: { command: newId(), params: { id, base: 0, ...saidOnly(now.said), ...answer.made } } });
        await this.keep(id);
        return true;
    }

    private async place(id: string): Promise<void> {
        const sent = this.find(id)?.sent;
        if (!sent) return;
        this.set(id, { at: "making", part: 1, why: undefined });
        const answer = await this.way.place(sent.params, sent.command);
        if ("refused" in answer && answer.refused === "stale") this.forget(id); // (another tab has put it)
        else if ("made" in answer) {
            this.stored.value++;
            this.tries = 0;
            this.way.placed?.(sent.params, answer.made);
            this.forget(id);
        } else if ("later" in answer) this.later(id, answer.later);
        else if (answer.refused === "unknown_blob") {
            this.set(id, { sent: undefined }); // (it was let go of meanwhile: its file is here)
            this.later(id, undefined);
        } else if (HOMELESS.has(answer.refused) && (sent.params.item ?? sent.params.round ?? sent.params.group)) {
            const { session, caption, drawn, position } = this.find(id)!.said;
            const said = saidOnly({ session, caption, drawn, position });
            const { blob, small, type, width, height } = sent.params;
            this.set(id, { said, sent: { command: newId(), params: { id, base: 0, ...said, blob, small, type, width, height } } });
            await this.keep(id);
            await this.place(id);
        } else {
            this.set(id, { sent: undefined }); // (the next try is another command)
            this.refuse(id, answer.refused);
        }
    }

    private refuse(id: string, why: Fault): false {
        this.set(id, { at: "refused", why });
        return false;
    }

    private later(id: string, why: Upload["why"]): false {
        this.set(id, { at: "waiting", part: 0, why });
        this.resting.add(id); // (not at once: the server has just said that it cannot)
        this.timer ??= setTimeout(() => this.wake(), Math.min(AGAIN_AT_MOST, AGAIN * 2 ** this.tries++));
        return false;
    }

    private wake(): void {
        clearTimeout(this.timer);
        this.timer = undefined;
        this.resting.clear();
        this.pump();
    }
}

// Without members that say nothing.
function saidOnly(said: { [K in keyof Said]: Said[K] | undefined } & { session: string }): Said {
    const entries = Object.entries(said).filter(([, value]) => value !== undefined && value !== "" && value !== false);
    return Object.fromEntries(entries) as unknown as Said;
}
