// What somebody has begun to write and not put up yet: kept on the device at every stroke, so that it is there after a
// reload, a dead battery, or a visit to another question.

export interface Draft {
    text: string;
    // The words of a round that asks for one to three of them.
    fields?: string[];
    // Written for the group.
    isGroups?: boolean;
    // Of an entry in a diary.
    entry?: { about: string; day: string; tags: string };
}

// Of a note, and of one of its fields, as the server counts.
export const LONGEST = 1000;
export const LONGEST_FIELD = 80;
type Asked = { notes?: { fields?: number } };

// As much of localStorage as is used: strings by name, at once. IndexedDB would answer too late for a page that closes.
export interface Shelf {
    getItem(name: string): string | null;
    setItem(name: string, value: string): void;
    removeItem(name: string): void;
}

const PREFIX = "samskap draft ";

// The tabs of a device share the shelf: there stands what was typed last, in whichever of them.
export class Drafts {
    private readonly held = new Map<string, Draft>(); // what the shelf did not take
    private readonly listeners = new Set<() => void>();

    constructor(private readonly shelf: Shelf | undefined) {}

    find(name: string): Draft | undefined {
        const held = this.held.get(name);
        if (held) return held;
        const text = attempt(() => this.shelf?.getItem(PREFIX + name));
        return text === undefined || text === null ? undefined : readDraft(text);
    }

    // An empty one is none. What cannot be kept lasts as long as the page.
    keep(name: string, draft: Draft): void {
        if (isEmptyDraft(draft)) return this.drop(name);
        const isKept = attempt(() => (this.shelf?.setItem(PREFIX + name, JSON.stringify(draft)), this.shelf !== undefined));
        if (isKept) this.held.delete(name);
        else this.held.set(name, draft);
    }

    // Calls when something was kept or dropped other than by the stroke of a pen here.
    subscribe(listener: () => void): () => void {
        this.listeners.add(listener);
        return () => void this.listeners.delete(listener);
    }

    // Another tab changed what stands on the shelf under this name (of the shelf's own names; null: all of it).
    heard(name: string | null): void {
        if (name !== null && !name.startsWith(PREFIX)) return;
        if (name === null) this.held.clear();
        else this.held.delete(name.slice(PREFIX.length));
        this.lookAgain();
    }

    // A page that was asleep has heard nothing.
    lookAgain(): void {
        for (const call of [...this.listeners]) call();
    }

    // Once it was said; what has been begun meanwhile stays.
    dropSaid(name: string, said: Draft): void {
        const kept = this.find(name);
        if (kept && textOfDraft(kept) === textOfDraft(said)) this.drop(name);
        this.lookAgain(); // (what shows it may have been drawn meanwhile)
    }

    drop(name: string): void {
        this.held.delete(name);
        attempt(() => this.shelf?.removeItem(PREFIX + name));
    }
}

export function isEmptyDraft({ text, fields = [], entry }: Draft): boolean {
    return [text, ...fields, entry?.tags ?? ""].every((part) => part.trim() === "");
}

// As the question has it now: what was begun on one paper stands in the fields that it has got since, and the other way round.
export function fitted(draft: Draft, fields: number): Draft {
    const { fields: words, ...rest } = draft;
    if (fields === 0) return words ? { ...rest, text: textOfDraft(draft) } : draft;
    const lines = words ?? draft.text.split("\n").filter((line) => line.trim() !== "");
    if (words?.length === fields) return draft;
    const last = lines.slice(fields - 1).join(" ").trim();
    return { ...rest, text: "", fields: Array.from({ length: fields }, (_, place) => (place < fields - 1 ? (lines[place] ?? "") : last)) };
}

export function emptyDraft({ notes }: Asked): Draft {
    const fields = notes?.fields ?? 0;
    return fields > 0 ? { text: "", fields: Array<string>(fields).fill("") } : { text: "" };
}

// Whether the server would take it, as far as its text goes.
export function isPutable(draft: Draft, { notes }: Asked): boolean {
    const text = textOfDraft(draft);
    const isFielded = (notes?.fields ?? 0) > 0;
    const fits = isFielded ? text.split("\n").every((line) => lengthOf(line) <= LONGEST_FIELD) : lengthOf(text) <= LONGEST;
    return text !== "" && fits;
}

// What a note will say: its fields one a line, without those that are empty; what is around the words does not count.
export function textOfDraft({ text, fields }: Draft): string {
    if (!fields) return text.trim();
    return fields.map((field) => field.trim()).filter((field) => field !== "").join("\n");
}

// The server counts code points after NFC.
export function lengthOf(text: string): number {
    return [...text.normalize("NFC")].length;
}

function readDraft(text: string): Draft | undefined {
    const found = attempt(() => JSON.parse(text) as Partial<Draft>);
    if (typeof found?.text !== "string") return undefined;
    const fields = Array.isArray(found.fields) ? { fields: found.fields.map(String) } : {};
    const { about, day, tags } = found.entry ?? {};
    const entry = found.entry ? { entry: { about: String(about), day: String(day), tags: String(tags) } } : {};
    return { text: found.text, ...fields, ...(found.isGroups === true ? { isGroups: true } : {}), ...entry };
}

// Storage that is full or forbidden throws at every touch.
function attempt<T>(work: () => T): T | undefined {
    try {
        return work();
    } catch {
        return undefined;
    }
}
