// What somebody is doing on one board: what is looked for, marked, moved, dragged; and which moves were made here, so that those
// of others can be told from them.
import { signal } from "@preact/signals";
import { placesOf, rowKey, rowOf, SteadyPlaces, SteadyThemes, type Places, type Row, type Theme, type ThemeOrder } from "../../shared/boards";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";

// `rows` with a new theme: what is put into it.
export type Asked = { what: "move"; rows: readonly Row[]; stays: boolean } | { what: "new"; rows: readonly Row[]; title?: string } | { what: "change"; theme: string } | { what: "codebook" };

const OWN_FOR = 5_000; // a move made here comes back within that

export class BoardDesk {
    readonly search = signal("");
    readonly round = signal("");
    readonly group = signal("");
    readonly order = signal<ThemeOrder>("own");
    readonly marked = signal<ReadonlySet<string>>(new Set()); // rows, by key
    readonly current = signal<string | undefined>(undefined); // the row that the Tab key comes to
    readonly folded = signal<ReadonlySet<string>>(new Set()); // sections, by theme
    readonly asked = signal<Asked | undefined>(undefined);
    readonly isDragging = signal(false);
    readonly released = signal(0); // counted up to let what waits be seen
    // The current row is to have the focus once it is drawn.
    wantsFocus = false;
    private readonly own = new Map<string, number>();
    private readonly steady = new SteadyPlaces();
    private readonly steadyThemes = new SteadyThemes();
    private lets = 0;
    private turned = "";

    constructor(
        readonly live: Live,
        readonly id: string,
    ) {}

    get canAct(): boolean {
        return canAct(this.live);
    }

    // In the middle of something: nothing that others do moves what is seen.
    get isBusy(): boolean {
        return this.isDragging.value || this.asked.value !== undefined || this.marked.value.size > 0;
    }

    // As it is drawn; how many notes of others wait, or have come.
    places(): { places: Places; waiting: number; moved: number } {
        const now = placesOf(this.live.all("sorting"), this.id);
        const isLet = this.released.value !== this.lets;
        this.lets = this.released.value;
        const places = this.steady.take(now, (note) => this.isOwn(note), this.isBusy && !isLet, Date.now());
        return { places, waiting: this.steady.waiting, moved: this.steady.moved };
    }

    // By support they turn only now and then (`turn` counts), or where somebody asks for that order; by hand when they were moved.
    themes(now: readonly Theme[], turn: number): Theme[] {
        const order = this.order.value;
        const turned = order === "own" ? order : `${order} ${turn}`;
        const isAsked = turned.split(" ")[0] !== this.turned.split(" ")[0];
        const mayTurn = isAsked || (!this.isBusy && (order === "own" || turned !== this.turned));
        if (mayTurn) this.turned = turned;
        return this.steadyThemes.take(now, mayTurn);
    }

    // As the store has it at this moment.
    placesNow(): Places {
        return placesOf(this.live.session.store.all("sorting"), this.id);
    }

    hold(notes: readonly string[]): void {
        for (const note of notes) this.own.set(note, Date.now());
    }

    private isOwn(note: string): boolean {
        return Date.now() - (this.own.get(note) ?? 0) < OWN_FOR;
    }

    mark(key: string, on = !this.marked.value.has(key)): void {
        const marked = new Set(this.marked.value);
        if (on) marked.add(key);
        else marked.delete(key);
        this.marked.value = marked;
    }

    unmark(): void {
        this.marked.value = new Set();
    }

    // What is done to a row is done to all that are marked, where it is one of them.
    rowsWith(key: string): Row[] {
        return (this.marked.value.has(key) ? [...this.marked.value] : [key]).map(rowOf);
    }

    fold(theme: string, isFolded = !this.folded.value.has(theme)): void {
        const folded = new Set(this.folded.value);
        if (isFolded) folded.add(theme);
        else folded.delete(theme);
        this.folded.value = folded;
    }

    // Whoever moves rows away goes on at the next one that stays; `keys`: all that are seen, in their order.
    goOnBehind(rows: readonly Row[], keys: readonly string[]): void {
        const going = new Set(rows.map(rowKey));
        const last = Math.max(-1, ...keys.flatMap((key, i) => (going.has(key) ? [i] : [])));
        const before = keys.slice(0, Math.max(0, last)).filter((key) => !going.has(key));
        this.current.value = keys[last + 1] ?? before.at(-1);
        this.wantsFocus = true;
    }
}
