// A list of value words as those see it who decide about it: its sections, which rows may belong together, how what was
// decided is taken back, and in which order rows stand while somebody works with them. Pure.
import type { EntityRound, WordMark, WordRow } from "../generated/types";
import { mergedIn, ownForms } from "./words_explained";

export type Section = "counts" | "aside" | "stopped" | "dropped";
export const sections: readonly Section[] = ["counts", "aside", "stopped", "dropped"];

export function sectionOf({ mark }: Pick<WordRow, "mark">): Section {
    return mark === "aside" || mark === "stopped" || mark === "dropped" ? mark : "counts";
}

// It stands there because somebody put it there, and nobody wrote it.
export function isUnwritten({ mark, persons, groups }: Pick<WordRow, "mark" | "persons" | "groups">): boolean {
    return mark === "added" && persons + (groups ?? 0) === 0;
}

// ---- searching ----

// å, ä and ö are letters of their own; only case makes no difference.
export function folded(text: string): string {
    return text.normalize("NFC").toLocaleLowerCase("sv").trim();
}

export function matches(row: WordRow, search: string): boolean {
    const wanted = folded(search);
    if (wanted === "") return true;
    const names = [row.label, row.word, ...(row.forms ?? []).map(({ word }) => word), ...(row.parts ?? []).map(({ label, word }) => label ?? word)];
    return names.some((name) => folded(name).includes(wanted));
}

// The row that already holds what somebody wants to add.
export function rowNamed(rows: readonly WordRow[], name: string): WordRow | undefined {
    const wanted = folded(name);
    const isIt = (text: string | undefined) => text !== undefined && folded(text) === wanted;
    return (
        rows.find(({ label, word }) => isIt(label) || isIt(word)) ??
        rows.find(({ forms = [], parts = [] }) => forms.some(({ word }) => isIt(word)) || parts.some(({ label }) => isIt(label)))
    );
}

// Another row that is called just so.
export function labelled(rows: readonly WordRow[], name: string, except: string): WordRow | undefined {
    const wanted = folded(name);
    return rows.find(({ word, label }) => word !== except && folded(label) === wanted);
}

// What a word may be merged into, best first: what is suggested, what begins with the search, what holds it, as they stand.
export function mergeTargets(rows: readonly WordRow[], without: ReadonlySet<string>, search: string, suggested: readonly string[] = []): WordRow[] {
    const found = rows.filter((row) => !without.has(row.word) && matches(row, search));
    const wanted = folded(search);
    const weight = (row: WordRow) => (suggested.includes(row.word) ? 0 : wanted && folded(row.label).startsWith(wanted) ? 1 : 2);
    return found.map((row, i) => ({ row, i })).sort((a, b) => weight(a.row) - weight(b.row) || a.i - b.i).map(({ row }) => row);
}

// ---- suggestions ----

export interface Proposal {
    word: string; // whose row goes
    label: string;
    persons: number | undefined; // unknown where that row is not at hand
    reason: NonNullable<WordRow["suggestions"]>[number]["reason"];
}

// Which rows may belong together, by the row that would stay: the upper one. Each pair once.
export function proposalsOf(rows: readonly WordRow[]): Map<string, Proposal[]> {
    const place = new Map(rows.map(({ word }, i) => [word, i]));
    const proposals = new Map<string, Proposal[]>();
    const propose = (stays: WordRow, proposal: Proposal) => {
        const known = proposals.get(stays.word) ?? [];
        if (!known.some(({ word }) => word === proposal.word)) proposals.set(stays.word, [...known, proposal]);
    };
    for (const [i, row] of rows.entries())
        for (const { word, reason, label } of row.suggestions ?? []) {
            const other = rows[place.get(word) ?? -1];
            if (!other) propose(row, { word, reason, label: label ?? word, persons: undefined });
            else if (place.get(word)! < i) propose(other, { word: row.word, reason, label: row.label, persons: row.persons });
            else propose(row, { word, reason, label: other.label, persons: other.persons });
        }
    return proposals;
}

// ---- what is decided, and how it is taken back ----

export type Decision =
    | { what: "merge"; word: string; into: string }
    | { what: "split"; word: string; apart: boolean }
    | { what: "rename"; word: string; label: string }
    | { what: "mark"; word: string; mark: WordMark; marked: boolean };

// `row`: as it stood before; of a form or a part, the row that it stood in.
export function inverseOf(decision: Decision, row: WordRow | undefined): Decision {
    switch (decision.what) {
        case "merge":
            return { ...decision, into: decision.into === "" ? (row?.word ?? "") : "" };
        case "split":
            return { ...decision, apart: !decision.apart };
        case "rename":
            return { ...decision, label: givenLabel(row) };
        case "mark":
            return inverseOfMark(decision, row?.mark);
    }
}

// Empty where the row is called as the form that most people wrote; of merged ones that cannot be told from here.
function givenLabel(row: WordRow | undefined): string {
    if (!row || (mergedIn(row).length === 0 && row.label === row.forms?.[0]?.word)) return "";
    return row.label;
}

// A mark takes another one's place, so that one is set again; but "added" stays beside the others.
function inverseOfMark(decision: Extract<Decision, { what: "mark" }>, before: WordMark | undefined): Decision {
    if (!decision.marked) return { ...decision, marked: true };
    if (before === undefined || before === "added" || before === decision.mark) return { ...decision, marked: false };
    return { ...decision, mark: before };
}

// What brings a row back among those that count. A topic or function word has its mark from the start: it is kept instead.
export function broughtBack(row: Pick<WordRow, "word" | "mark">): Decision {
    if (row.mark === "dropped") return { what: "mark", word: row.word, mark: "dropped", marked: false };
    return { what: "mark", word: row.word, mark: "kept", marked: true };
}

export function removed(row: Pick<WordRow, "word" | "mark" | "persons" | "groups">): Decision {
    if (isUnwritten(row)) return { what: "mark", word: row.word, mark: "added", marked: false };
    return { what: "mark", word: row.word, mark: "dropped", marked: true };
}

// Forms that can be counted apart: a row has to be left, and a part's only form is taken out as a part.
export function splittable(row: WordRow, form: string): boolean {
    const forms = ownForms(row);
    if (forms.length < 2 || !forms.some(({ word }) => word === form)) return false;
    return !(row.parts ?? []).some(({ label, word }) => label === form || word === form);
}

// ---- the order while somebody works ----

export interface Arranged {
    rows: WordRow[];
    gone: ReadonlySet<string>; // rows that are shown only so that nothing moves: they are no rows of their own any more
    isMoved: boolean; // the order that the figures give is another one
}

// Rows in the order that was kept; `last`: as each was seen last. New ones wait until the order is let go.
export function arrange(rows: readonly WordRow[], kept: readonly string[] | undefined, last: ReadonlyMap<string, WordRow>): Arranged {
    if (!kept) return { rows: [...rows], gone: new Set(), isMoved: false };
    const now = new Map(rows.map((row) => [row.word, row]));
    const gone = new Set<string>();
    const stay: WordRow[] = [];
    for (const word of kept) {
        const row = now.get(word) ?? last.get(word);
        if (!now.has(word)) gone.add(word);
        if (row) stay.push(row);
    }
    const isMoved = rows.length !== kept.length || rows.some(({ word }, i) => kept[i] !== word);
    return { rows: stay, gone, isMoved };
}

// What was asked for beyond the first hundred, without what meanwhile stands among those.
export function joined(first: readonly WordRow[], further: readonly WordRow[]): WordRow[] {
    const seen = new Set(first.map(({ word }) => word));
    return [...first, ...further.filter(({ word }) => !seen.has(word) && seen.add(word))];
}

// ---- lists and rounds ----

type Counted = Pick<EntityRound, "authorship" | "scope"> & { id: string };

// Whether a list over these rounds counts persons; else its figures are sums per round.
export function countsPersons(rounds: readonly Counted[]): boolean {
    const scopeOf = ({ authorship, scope, id }: Counted) => (authorship === "anonymous" ? (scope ?? id) : "");
    return new Set(rounds.map(scopeOf)).size <= 1;
}

// The session's lists, those with the round that is looked at first.
export function listsOf<L extends { id: string; rounds: readonly string[] }>(lists: readonly L[], rounds: readonly string[], round?: string): L[] {
    const own = lists.filter((list) => list.rounds.some((id) => rounds.includes(id)));
    const rank = (list: L) => (round !== undefined && list.rounds.includes(round) ? list.rounds.length : 1000);
    return own.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

// The words that a ballot begins with.
export function votable(rows: readonly WordRow[]): WordRow[] {
    return rows.filter((row) => sectionOf(row) === "counts");
}
