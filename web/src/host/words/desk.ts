// What somebody is doing with one list of words: what is open, selected, searched for; and the words beyond the first hundred.
import { signal } from "@preact/signals";
import type { WordRow } from "../../generated/types";
import type { Words } from "../../shared/meeting";
import { joined } from "../../shared/word_list";
import type { Live } from "../../shared/view/live";

export type Filter = "all" | "several" | "proposed";
export type Work = { what: "merge" | "rename"; word: string } | { what: "merge_selected" | "add" | "list" };

const SOON = 3_000;
const EVERY = 2_000; // further pages follow the list no more often than that

export class Desk {
    readonly opened = signal<string | undefined>(undefined);
    readonly selected = signal<ReadonlySet<string>>(new Set());
    readonly active = signal<string | undefined>(undefined); // the row that the Tab key comes to
    readonly work = signal<Work | undefined>(undefined);
    readonly search = signal("");
    readonly filter = signal<Filter>("all");
    // A pointer or the focus is among the rows: they must not move.
    readonly isTouched = signal(false);
    readonly further = signal<readonly WordRow[]>([]);
    readonly loading = signal<"" | "loading" | "failed">("");
    // Counted up to let the order go that was kept.
    readonly released = signal(0);
    // The row of the last decision: where the focus goes if the button that made it is gone.
    private acted: { word: string; at: number } | undefined;
    private followed = 0;

    constructor(
        readonly live: Live,
        readonly id: string,
    ) {}

    get list(): Words | undefined {
        return this.live.find("words", this.id);
    }

    get rows(): WordRow[] {
        return joined(this.list?.words ?? [], this.further.value);
    }

    // How many are not here yet.
    get missing(): number {
        const { words = [], more = 0 } = this.list ?? {};
        return Math.max(0, words.length + more - this.rows.length);
    }

    get canAct(): boolean {
        return this.live.connectionState.value.state === "joined";
    }

    get isBusy(): boolean {
        return this.isTouched.value || this.opened.value !== undefined || this.selected.value.size > 0;
    }

    toggle(word: string): void {
        this.opened.value = this.opened.value === word ? undefined : word;
        if (this.work.value && "word" in this.work.value) this.work.value = undefined;
    }

    start(work: Work): void {
        if ("word" in work) this.opened.value = work.word;
        this.work.value = work;
    }

    select(word: string, on = !this.selected.value.has(word)): void {
        const selected = new Set(this.selected.value);
        if (on) selected.add(word);
        else selected.delete(word);
        this.selected.value = selected;
        if (this.work.value?.what === "merge_selected") this.work.value = undefined;
    }

    unselect(): void {
        this.selected.value = new Set();
        if (this.work.value?.what === "merge_selected") this.work.value = undefined;
    }

    // One step back; whether there was anything to close.
    close(): boolean {
        if (this.work.value) this.work.value = undefined;
        else if (this.opened.value !== undefined) this.opened.value = undefined;
        else if (this.selected.value.size > 0) this.unselect();
        else return false;
        return true;
    }

    release(): void {
        this.released.value++;
    }

    actOn(word: string): void {
        this.acted = { word, at: Date.now() };
    }

    get actedOn(): string | undefined {
        return this.acted && Date.now() - this.acted.at < SOON ? this.acted.word : undefined;
    }

    // The next page, or all there are.
    async load(all: boolean): Promise<void> {
        if (this.loading.value === "loading" || this.missing === 0) return;
        this.loading.value = "loading";
        try {
            const first = this.list?.words?.length ?? 0;
            this.further.value = await this.pages(first, all ? Infinity : this.further.value.length + 1);
            this.loading.value = "";
        } catch {
            this.loading.value = "failed";
        }
    }

    // The list changed: what was fetched beyond its first words is fetched anew.
    follow(): () => void {
        if (this.further.value.length === 0) return () => {};
        const timer = setTimeout(() => {
            this.followed = Date.now();
            const first = this.list?.words?.length ?? 0;
            this.pages(first, this.further.value.length).then(
                (rows) => (this.further.value = rows),
                () => {}, // (the connection is away; what is here stays)
            );
        }, Math.max(0, this.followed + EVERY - Date.now()));
        return () => clearTimeout(timer);
    }

    private async pages(first: number, wanted: number): Promise<WordRow[]> {
        const rows: WordRow[] = [];
        for (let more = true; more && rows.length < wanted; ) {
            const page = await this.live.session.connection.request("words.page", { list: this.id, skip: first + rows.length });
            rows.push(...page.words);
            more = page.words.length > 0 && Boolean(page.more);
        }
        return rows;
    }
}
