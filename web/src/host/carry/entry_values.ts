// An entry as its form has it: days instead of moments, and nothing undefined. Pure.
import type { EntryBasis, EntryForm, EntryState } from "../../generated/types";
import { stateIn, type Entry } from "../../shared/entries";
import { momentOf, wallTimeOf } from "../../shared/zone_time";

export interface EntryValues {
    form: EntryForm;
    text: string;
    owner: string;
    seat: string;
    until: string; // a day, or empty
    basis: EntryBasis;
    reference: string;
    recipient: string;
    outcome: string;
    learnt: string;
    word: string;
}

export function dayOfEnd(until: number | undefined, zone: string): string {
    return until ? wallTimeOf(until, zone).date : "";
}

// The last minute of the day: until then it is not late.
export function endOfDay(day: string, zone: string): number {
    return momentOf({ date: day, time: "23:59" }, zone);
}

export function valuesOf(entry: Entry, zone: string): EntryValues {
    const { form, text = "", owner = "", seat = "", basis = "none", reference = "", recipient = "", outcome = "", learnt = "", word = "" } = entry;
    return { form, text, owner, seat, until: dayOfEnd(entry.until, zone), basis, reference, recipient, outcome, learnt, word };
}

// What the form does not show stays as it is; so does the moment of an end whose day is the same.
export function entryFrom(values: EntryValues, entry: Entry, zone: string): Entry {
    const { until: day, ...said } = values;
    const texts = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value.trim()])) as Omit<EntryValues, "until">;
    const until = day === dayOfEnd(entry.until, zone) ? (entry.until ?? 0) : endOfDay(day, zone);
    const state: EntryState = stateIn(values.form, entry.state);
    return { ...entry, ...texts, until, state };
}
