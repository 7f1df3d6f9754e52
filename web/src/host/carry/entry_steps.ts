// What is done to the entries of a list, each with how it is taken back.
import type { EntryForm, EntryState } from "../../generated/types";
import { listOf } from "../../shared/carried";
import type { Entry } from "../../shared/entries";
import { startOf } from "../../shared/lines";
import type { RefusedCommand } from "../../shared/outbox_storage";
import type { Live } from "../../shared/view/live";
import { sayState } from "../../shared/view/carried_rows";
import { language } from "../../shared/view/language";
import { say } from "./texts/entries";
import { say as sayThings } from "./texts/things";
import { addThing, changeThing, contentOf, moveThing, removeThing, type Added, type Content } from "./things";

export const titleOf = ({ text }: Pick<Entry, "text">) => startOf(text ?? "");

const list = (live: Live, form: EntryForm) => () => listOf(live.session.store.all("entry"), form);

// `more`: at which session it came up, and the note that it is made of.
export function addEntry(live: Live, form: EntryForm, text: string, more: { session?: string | undefined; note?: string } = {}): Promise<Added> {
    const content = contentOf("entry", { ...more, form, text, state: "open" });
    return addThing(live, "entry", { list: list(live, form), content, done: sayThings("added", { title: startOf(text) }) });
}

export function nameOfState(form: EntryForm, state: EntryState): string {
    const name = sayState(form, state);
    return name.charAt(0).toLocaleUpperCase(language.value) + name.slice(1);
}

// The closing word goes when it is open again.
export function setState(live: Live, entry: Entry, state: EntryState, word = ""): Promise<RefusedCommand | undefined> {
    const done = say("done_state", { title: titleOf(entry), state: nameOfState(entry.form, state) });
    return changeThing(live, "entry", entry, contentOf("entry", { ...entry, state, word }), done);
}

export function saveEntry(live: Live, entry: Entry, content: Content<"entry">): Promise<RefusedCommand | undefined> {
    return changeThing(live, "entry", entry, content, sayThings("changed", { title: startOf(content.text) }));
}

export function removeEntry(live: Live, entry: Entry): Promise<RefusedCommand | undefined> {
    return removeThing(live, "entry", entry, sayThings("removed", { title: titleOf(entry) }));
}

export function moveEntry(live: Live, entry: Entry, to: number): Promise<RefusedCommand | undefined> {
    return moveThing(live, { kind: "entry", list: list(live, entry.form), id: entry.id, to, title: titleOf(entry) });
}
