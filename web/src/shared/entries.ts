// What is written to be carried from meeting to meeting: six lists, in which an entry stands, what each kind of entry says,
// and how far it can have come. Pure.
import type { EntryForm, EntryState } from "../generated/types";
import { carriedForms, stands, type Carried } from "./carried";
import type { Placed } from "./positions";
import type { EntityOf } from "./store";

export type Entry = Carried;
export type Seat = EntityOf<"seat">;

export const entryForms: readonly EntryForm[] = carriedForms;

export function isEntryForm(text: string | undefined): text is EntryForm {
    return entryForms.some((form) => form === text);
}

const states: Record<EntryForm, readonly EntryState[]> = {
    question: ["open", "under_way", "answered", "closed"],
    step: ["open", "under_way", "closed"],
    gap: ["open", "under_way", "answered", "closed"],
    known: ["open", "closed"],
    message: ["open", "sent", "answered", "closed"],
    trial: ["open", "under_way", "closed"],
};

// In the order in which they usually follow each other.
export function statesOf(form: EntryForm): readonly EntryState[] {
    return states[form];
}

// In another list: as far as things can have come there.
export function stateIn(form: EntryForm, state: EntryState): EntryState {
    const possible: readonly EntryState[] = [state, ...(state === "open" ? [] : ["under_way" as const])];
    return possible.find((one) => states[form].includes(one)) ?? "open";
}

export type EntryField = "owner" | "until" | "basis" | "reference" | "recipient" | "outcome" | "learnt";

const fields: Record<EntryForm, readonly EntryField[]> = {
    question: ["owner", "until", "outcome"],
    step: ["owner", "until", "outcome"],
    gap: ["owner", "until", "outcome"],
    known: ["basis", "reference"],
    message: ["recipient", "owner", "until", "outcome"],
    trial: ["recipient", "owner", "until", "outcome", "learnt"],
};

// What an entry of this form says besides its text.
export function fieldsOf(form: EntryForm): readonly EntryField[] {
    return fields[form];
}

export function openCounts(entries: readonly Entry[]): Record<EntryForm, number> {
    const counts = { question: 0, step: 0, gap: 0, known: 0, message: 0, trial: 0 };
    for (const entry of entries) if (!entry.removed && stands(entry)) counts[entry.form]++;
    return counts;
}

export interface EntryView {
    isAll: boolean;
    search: string;
    // Those that were touched here since: they stay, or the next one would slip under the finger.
    held: ReadonlySet<string>;
}

export function shownOf(list: readonly Entry[], { isAll, search, held }: EntryView): Entry[] {
    const wanted = search.trim().toLocaleLowerCase();
    const says = ({ text, owner, reference, recipient, outcome, learnt, word }: Entry) =>
        [text, owner, reference, recipient, outcome, learnt, word].some((part) => part?.toLocaleLowerCase().includes(wanted));
    return list.filter((entry) => held.has(entry.id) || ((isAll || stands(entry)) && (wanted === "" || says(entry))));
}

// Where it comes to stand in the whole list when it is moved by one step among those that are shown; undefined where it can not.
export function stepAmong(list: readonly Placed[], shown: readonly Placed[], id: string, step: -1 | 1): number | undefined {
    const at = shown.findIndex((one) => one.id === id);
    const beside = at < 0 ? undefined : shown[at + step];
    return beside && list.findIndex((one) => one.id === beside.id);
}
