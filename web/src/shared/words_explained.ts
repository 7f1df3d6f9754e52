// A list of words as people read it: what counts, what is set aside, and of what each figure is made. Pure.
import type { WordRow } from "../generated/types";
import type { Words } from "./meeting";

export interface SortedOut {
    counted: WordRow[];
    aside: WordRow[];
}

// In the order that the server gave. What was dropped or says nothing is in neither.
export function sortedOut(rows: readonly WordRow[]): SortedOut {
    const counted = rows.filter(({ mark }) => mark === undefined || mark === "kept" || mark === "added");
    return { counted, aside: rows.filter(({ mark }) => mark === "aside") };
}

export type Basis = { key: "base_people" | "base_sums" | "forms_together"; n: number };

// What the figures of a list are: persons of so many, or sums over rounds that are not counted together.
export function basisOf(list: Pick<Words, "per_round" | "persons">): Basis[] {
    const n = list.persons ?? 0;
    return [{ key: list.per_round ? "base_sums" : "base_people", n }, { key: "forms_together", n }];
}
