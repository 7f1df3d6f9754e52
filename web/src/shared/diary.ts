// A person's own entries in a diary as they stand on their page (what the server knows, with what the device has said
// since), and all entries as those who read them see them. Pure.
import type { DiaryAbout, EventDiaryPut } from "../generated/types";
import type { Command } from "./outbox";
import type { RefusedCommand } from "./outbox_storage";
import type { EntityOf } from "./store";

export type Entry = EntityOf<"diary">;
type Waiting = Pick<Command, "command" | "method" | "params" | "state" | "refused" | "isStored">;

export const abouts: readonly DiaryAbout[] = ["reflection", "observation", "action"];

export function isAbout(text: string | undefined): text is DiaryAbout {
    return abouts.some((about) => about === text);
}

export interface EntryWords {
    about: DiaryAbout;
    day: string; // 2026-02-12
    text: string;
    tags: string;
    removed: boolean;
}

export interface MyEntry extends EntryWords {
    id: string;
    // What the organiser says to it.
    answer: string;
    state: "saved" | "sending" | "arrived" | "refused";
    isStored: boolean;
    nextRev: number;
    // Whether the server has it at all.
    isKnown: boolean;
    // The last refusal, with what was to be said.
    refused: { command: string; because: RefusedCommand; meant: EntryWords } | undefined;
}

// Those of the last days first; of a day what was written last, as far as this page saw it (`turns`, which it fills in).
export function myEntriesIn(round: string, own: readonly Entry[], commands: readonly Waiting[], turns = new Map<string, number>()): MyEntry[] {
    const entries = new Map<string, MyEntry>();
    const bySeq = [...own].sort((a, b) => a.seq - b.seq);
    for (const entry of bySeq) if (entry.round === round && (!entry.redacted || entry.removed)) entries.set(entry.id, knownEntry(entry));
    for (const command of commands)
        if (command.method === "diary.put" && (command.params as EventDiaryPut).round === round) tell(entries, command);
    for (const id of entries.keys()) if (!turns.has(id)) turns.set(id, turns.size);
    return [...entries.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : turns.get(b.id)! - turns.get(a.id)!));
}

function knownEntry({ id, about, day, text = "", tags = "", answer = "", removed = false, rev = 0 }: Entry): MyEntry {
    return { id, about, day, text, tags, answer, removed, state: "arrived", isStored: true, nextRev: rev + 1, isKnown: true, refused: undefined };
}

function tell(entries: Map<string, MyEntry>, { command, params, state, refused, isStored }: Waiting): void {
    const { id, rev, about, day, text, tags = "", removed = false } = params as EventDiaryPut;
    const meant = { about, day, text, tags, removed };
    const before = entries.get(id) ?? { id, ...meant, answer: "", state, isStored, nextRev: 1, isKnown: false, refused: undefined };
    const nextRev = Math.max(before.nextRev, rev + 1);
    if (state === "refused") entries.set(id, { ...before, nextRev, state: before.isKnown ? before.state : state, refused: { command, because: refused!, meant } });
    else entries.set(id, { ...before, ...meant, nextRev, state, isStored, refused: undefined });
}

// What of it goes along in diary.put.
export function putOf(round: string, { id, nextRev: rev }: Pick<MyEntry, "id" | "nextRev">, { about, day, text, tags, removed }: EntryWords): EventDiaryPut {
    return { id, round, rev, about, day, text: text.trim(), ...(tags.trim() ? { tags: tags.trim() } : {}), ...(removed ? { removed } : {}) };
}

// Whether it stands: removed ones and those that never came do not.
export function stands({ removed, state, isKnown }: Pick<MyEntry, "removed" | "state" | "isKnown">): boolean {
    return !removed && (state !== "refused" || isKnown);
}

export function byDay<T extends { id: string; day: string }>(entries: readonly T[]): T[] {
    return [...entries].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1));
}

// Of one person as they stood; those without a name first.
export function byName<T extends { name?: string }>(entries: readonly T[]): T[] {
    return [...entries].sort((a, b) => (a.name ?? "").localeCompare(b.name ?? "", "sv"));
}

// Under a heading each, in the order in which they come.
export function groupedBy<T>(things: readonly T[], keyOf: (thing: T) => string): { key: string; things: T[] }[] {
    const groups = new Map<string, T[]>();
    for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
    return [...groups].map(([key, grouped]) => ({ key, things: grouped }));
}

/* Tags. */

const MOST = 10; // so many of an entry count
const folded = (tag: string) => tag.normalize("NFC").toLowerCase();

export function tagsIn(tags: string | undefined): string[] {
    const all = (tags ?? "").split(",").map((tag) => tag.trim()).filter((tag) => tag !== "");
    return all.filter((tag, i) => all.findIndex((other) => folded(other) === folded(tag)) === i).slice(0, MOST);
}

export const hasTag = (tags: string | undefined, tag: string) => tagsIn(tags).some((one) => folded(one) === folded(tag));

// Those used before that do not stand there yet, the most used first.
export function suggestedTags(entries: readonly Pick<EntryWords, "tags">[], tags: string, most: number): string[] {
    return usedTags(entries).filter((tag) => !hasTag(tags, tag)).slice(0, most);
}

export function usedTags(entries: readonly { tags?: string }[]): string[] {
    const uses = new Map<string, { tag: string; n: number }>();
    for (const tag of entries.flatMap(({ tags }) => tagsIn(tags))) {
        const use = uses.get(folded(tag)) ?? { tag, n: 0 };
        uses.set(folded(tag), { ...use, n: use.n + 1 });
    }
    return [...uses.values()].sort((a, b) => b.n - a.n || (folded(a.tag) < folded(b.tag) ? -1 : 1)).map(({ tag }) => tag);
}

export function withTag(tags: string, tag: string): string {
    return [...tagsIn(tags), tag].join(", ");
}

/* What those who read it look for. */

export interface Sought {
    about: DiaryAbout | "";
    tag: string;
    name: string;
    unanswered: boolean;
}

export const everything: Sought = { about: "", tag: "", name: "", unanswered: false };

export function soughtIn(entries: readonly Entry[], { about, tag, name, unanswered }: Sought): Entry[] {
    return entries.filter(
        (entry) =>
            (about === "" || entry.about === about) && (tag === "" || hasTag(entry.tags, tag)) &&
            (name === "" || entry.name === name) && (!unanswered || !entry.answer),
    );
}
