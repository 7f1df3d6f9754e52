// Boards: the themes into which notes are sorted, as those see them who sort. The list is the model, a wall a view of it. Pure.
import type { EventNoteSort } from "../generated/types";
import { inOrder, type Note, type Round } from "./meeting";
import { reading } from "./arriving";
import { isOutside } from "./note_lists";
import type { EntityOf } from "./store";
import { folded } from "./word_list";

export type Board = EntityOf<"board">;
export type Theme = EntityOf<"theme">;
export type Sorting = EntityOf<"sorting">;

export type ThemeOrder = "own" | "votes";
// Of each note the themes it is in.
export type Places = ReadonlyMap<string, readonly string[]>;

export const MOST_THEMES = 100;
export const MOST_ROUNDS = 20;
export const MOST_OF_NOTE = 8;

// Those over any of these rounds, the newest last; `looked` (a round) brings its own to the front.
export function boardsOf(boards: readonly Board[], rounds: ReadonlySet<string>, looked?: string): Board[] {
    const here = boards.filter((board) => !board.removed && board.rounds.some((id) => rounds.has(id)));
    const isLooked = ({ rounds: own }: Board) => (looked !== undefined && own.includes(looked) ? 0 : 1);
    return here.sort((a, b) => isLooked(a) - isLooked(b) || a.title.localeCompare(b.title, "sv") || (a.id < b.id ? -1 : 1));
}

// The one to begin with, of those in their order: none where the round that is looked at is on no board yet.
export function firstBoard(boards: readonly Board[], looked?: string): Board | undefined {
    const [first] = boards;
    return looked === undefined || first?.rounds.includes(looked) ? first : undefined;
}

// By hand as they stand; by votes those with most first, and equally many as they stand.
export function themesOf(themes: readonly Theme[], board: string, order: ThemeOrder = "own"): Theme[] {
    const own = inOrder(themes.filter((theme) => theme.board === board));
    return order === "own" ? own : own.sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
}

export function placesOf(sortings: readonly Sorting[], board: string): Map<string, readonly string[]> {
    return new Map(sortings.filter((sorting) => sorting.board === board).map(({ note, themes }) => [note, themes]));
}

// With what is on its way, in its order, as if it had arrived.
export function placesWith(places: Places, sorts: readonly EventNoteSort[], board: string): Places {
    const now = new Map(places);
    for (const { note, from, to } of sorts.filter((sort) => sort.board === board)) {
        const kept = (now.get(note) ?? []).filter((id) => id !== from && id !== to);
        now.set(note, to === undefined ? kept : [...kept, to]);
    }
    return now;
}

// The one that is called so already, however its letters stand.
export function themeNamed(themes: readonly Theme[], title: string): Theme | undefined {
    return themes.find((theme) => folded(theme.title ?? "") === folded(title));
}

// Those that can be sorted: on record in the board's rounds.
export function notesOn(notes: readonly Note[], { rounds }: Pick<Board, "rounds">): Note[] {
    const counted = new Set(rounds);
    return notes.filter((note) => counted.has(note.round) && !note.removed && !note.hidden && !isOutside(note));
}

export interface Section {
    theme: Theme | undefined; // none: in no theme
    notes: Note[];
}

// The unsorted ones first, then each theme with its notes, these in the order in which they are given.
export function sectionsOf(themes: readonly Theme[], notes: readonly Note[], places: Places): Section[] {
    const sections = new Map<string, Note[]>(themes.map(({ id }) => [id, []]));
    const unsorted: Note[] = [];
    for (const note of notes) {
        const here = (places.get(note.id) ?? []).map((id) => sections.get(id)).filter((section) => section !== undefined);
        for (const section of here.length > 0 ? here : [unsorted]) section.push(note);
    }
    return [{ theme: undefined, notes: unsorted }, ...themes.map((theme) => ({ theme, notes: sections.get(theme.id)! }))];
}

// A note where it stands in the list: one in several themes has several rows.
export interface Row {
    theme: string | undefined;
    note: string;
}

export const rowKey = ({ theme, note }: Row) => `${theme ?? ""} ${note}`;

export function rowOf(key: string): Row {
    const [theme, note = ""] = key.split(" ");
    return { theme: theme || undefined, note };
}

export interface Step extends EventNoteSort {
    // What puts the note back to where it was.
    back: EventNoteSort | undefined;
}

// From where each stands into the theme; `stays`: it stays there as well. `to` none: out of its theme. What is so already
// needs no step, and what was so before is not taken away by the way back.
export function stepsFor(board: string, rows: readonly Row[], to: string | undefined, stays: boolean, places: Places): Step[] {
    return rows.flatMap(({ note, theme }) => {
        const before = places.get(note) ?? [];
        const from = theme !== undefined && theme !== to && before.includes(theme) && !stays ? theme : undefined;
        const into = to !== undefined && !before.includes(to) ? to : undefined;
        if (from === undefined && into === undefined) return [];
        const about = { board, note };
        const forth = { ...about, ...(from !== undefined && { from }), ...(into !== undefined && { to: into }) };
        return [{ ...forth, back: { ...about, ...(into !== undefined && { from: into }), ...(from !== undefined && { to: from }) } }];
    });
}

// Whether it is as the step left it.
export function isAsMoved({ note, from, to }: EventNoteSort, places: Places): boolean {
    const themes = places.get(note) ?? [];
    return (to === undefined || themes.includes(to)) && (from === undefined || !themes.includes(from));
}

const same = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
    (a ?? []).length === (b ?? []).length && (a ?? []).every((id) => b?.includes(id));

// Whether the row is there: a note may be gone, or stand elsewhere by now.
export function isStanding({ theme, note }: Row, notes: ReadonlySet<string>, themes: ReadonlySet<string>, places: Places): boolean {
    const here = (places.get(note) ?? []).filter((id) => themes.has(id));
    return notes.has(note) && (theme === undefined ? here.length === 0 : here.includes(theme));
}

// Themes as a page shows them: their order turns when it may, and what is new stands last until then.
export class SteadyThemes {
    private shown: readonly string[] = [];

    take(now: readonly Theme[], mayTurn: boolean): Theme[] {
        const { shown, fresh } = reading(now, this.shown);
        const themes = mayTurn ? [...now] : [...shown, ...fresh];
        this.shown = themes.map(({ id }) => id);
        return themes;
    }
}

const NEWS_FOR = 20_000;

// Where notes stand as a page shows it: one's own moves at once, those of others when nobody is in the middle of something.
export class SteadyPlaces {
    private shown: Places | undefined;
    private readonly news = new Map<string, number>();
    // Notes moved by others: not shown yet, and shown of late.
    waiting = 0;

    get moved(): number {
        return this.news.size;
    }

    take(now: Places, isOwn: (note: string) => boolean, isBusy: boolean, at: number): Places {
        const before = this.shown;
        if (!before) return (this.shown = now);
        const changed = [...new Set([...before.keys(), ...now.keys()])].filter((note) => !same(before.get(note), now.get(note)));
        const others = changed.filter((note) => !isOwn(note));
        this.waiting = isBusy ? others.length : 0;
        if (!isBusy) for (const note of others) this.news.set(note, at);
        for (const [note, since] of this.news) if (at - since >= NEWS_FOR) this.news.delete(note);
        if (changed.length === 0) return before;
        if (!isBusy || others.length === 0) return (this.shown = now);
        const next = new Map(before);
        for (const note of changed) if (isOwn(note)) next.set(note, now.get(note) ?? []);
        return (this.shown = next);
    }
}

// What one person has left to sort, in an order of their own, so that not all begin at the same end. `passed`: put off.
export function queueOf(notes: readonly Note[], places: Places, passed: readonly string[], weight: (id: string) => number): Note[] {
    const late = (id: string) => passed.lastIndexOf(id);
    const left = notes.filter(({ id }) => (places.get(id) ?? []).length === 0);
    return left.sort((a, b) => late(a.id) - late(b.id) || weight(a.id) - weight(b.id) || (a.id < b.id ? -1 : 1));
}

// Of one session, or where it is of several the first that is there.
export function roundsIn(board: Pick<Board, "rounds">, rounds: readonly Round[]): Round[] {
    return board.rounds.map((id) => rounds.find((round) => round.id === id && !round.removed)).filter((round) => round !== undefined);
}
