// A list of words as people read it: what counts, what is set aside, and of what each figure is made. Pure.
import type { WordCount, WordRow } from "../generated/types";
import type { Words } from "./meeting";

export interface SortedOut {
    counted: WordRow[];
    aside: WordRow[];
}

// In the order that the server gave. What was dropped or says nothing by itself is in neither.
export function sortedOut(rows: readonly WordRow[]): SortedOut {
    const counted = rows.filter(({ mark }) => mark === undefined || mark === "kept" || mark === "added");
    return { counted, aside: rows.filter(({ mark }) => mark === "aside") };
}

// The rows of the list itself and those that were fetched beyond them, each once; the list's own are newer.
export function withMore(rows: readonly WordRow[], fetched: readonly WordRow[]): WordRow[] {
    const own = new Set(rows.map(({ word }) => word));
    return [...rows, ...fetched.filter(({ word }) => !own.has(word))];
}

// In the order that was seen before, so that nothing moves while somebody reads; what is new stands behind.
export function inOrderOf<R extends Pick<WordRow, "word">>(rows: readonly R[], seen: readonly string[]): R[] {
    const places = new Map(seen.map((word, place) => [word, place]));
    return rows
        .map((row, place) => ({ row, place: places.get(row.word) ?? seen.length + place }))
        .sort((a, b) => a.place - b.place)
        .map(({ row }) => row);
}

// The figures of a list are persons of so many, or sums over rounds that are not counted together.
export function basisOf(list: Pick<Words, "per_round">): "base_people" | "base_sums" {
    return list.per_round ? "base_sums" : "base_people";
}

export interface Part {
    label: string;
    persons: number;
}

const part = ({ label, word, persons }: WordCount): Part => ({ label: label || word, persons });

// Of what a word's figure is made: the words that were merged into it; nothing where there is only itself.
export function mergedIn({ parts = [] }: Pick<WordRow, "parts">): WordCount[] {
    const merged = parts.filter(({ inside }) => !inside);
    return merged.length > 1 ? merged : [];
}
export function partsOf(row: Pick<WordRow, "parts">): Part[] {
    return mergedIn(row).map(part);
}

// Words of a phrase that nobody wrote but within it: they add nothing to its figure.
export function insideIn({ parts = [] }: Pick<WordRow, "parts">): WordCount[] {
    return parts.filter(({ inside }) => inside);
}
export function insideOf(row: Pick<WordRow, "parts">): Part[] {
    return insideIn(row).map(part);
}

// Without those of the words inside a phrase.
export function ownForms({ forms = [] }: Pick<WordRow, "forms">): WordCount[] {
    return forms.filter(({ inside }) => !inside);
}

// How it was written; nothing where everybody wrote just what is shown.
export function formsOf(row: Pick<WordRow, "forms" | "label">): Part[] {
    const forms = ownForms(row);
    return forms.length > 1 || forms.some(({ word }) => word !== row.label) ? forms.map(part) : [];
}

// How often the parts count somebody whom the whole counts once, because that person wrote several of them.
export function overlapOf(whole: Pick<Part, "persons">, parts: readonly Part[]): number {
    return Math.max(0, parts.reduce((all, { persons }) => all + persons, 0) - whole.persons);
}

// "samverkan 9, samverka 4"
export function saidParts(parts: readonly Part[], number: (n: number) => string): string {
    return parts.map(({ label, persons }) => `${label} ${number(persons)}`).join(", ");
}

// "samverkan 13 = samverkan 9 + samverka 4", with figures as the language writes them.
export function equation(whole: Part, parts: readonly Part[], number: (n: number) => string): string {
    const said = ({ label, persons }: Part) => `${label} ${number(persons)}`;
    const overlap = overlapOf(whole, parts);
    return `${said(whole)} = ${parts.map(said).join(" + ")}${overlap > 0 ? ` − ${number(overlap)}` : ""}`;
}

export function largestOf(rows: readonly Pick<WordRow, "persons">[]): number {
    return rows.reduce((largest, { persons }) => Math.max(largest, persons), 1);
}
