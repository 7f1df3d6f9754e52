// The templates that a new process can be made of: those that come with the program, those that the house keeps, one from a
// file, and one made of a process that is there.
import { signal } from "@preact/signals";
import type { Reason } from "../generated/types";
import { newId } from "../shared/ids";
import { readTemplate, type TemplateFault } from "../shared/template_check";
import { LARGEST_FILE, bodyOf, readBody } from "../shared/template_file";
import { wordsIn, type Template } from "../shared/template";
import { language } from "../shared/view/language";
import { Refusal } from "../shared/wire";
import { askHouse, houseLive } from "./house";
import { say } from "./texts/templates";
import { remember } from "./undo";

// Kept by the house; what is in it is fetched when it is looked at.
export interface Kept {
    id: string;
    title: string;
    seq: number;
}

export interface Offer {
    id: string;
    template: Template;
}

export const shippedOffers = signal<readonly Offer[]>([]);
export const keptTemplates = signal<readonly Kept[] | undefined>(undefined);
// A file that was opened, or a process that is to be copied: one of each at most, as long as the page is there.
export const ownOffers = signal<readonly Offer[]>([]);
// Which one is chosen when the screen opens.
export const firstChoice = signal("managers");

// Where the network is away it is asked for again.
export async function loadShipped(): Promise<void> {
    if (shippedOffers.value.length > 0) return;
    const loaded = await import("./shipped_templates").catch(() => undefined);
    if (loaded) shippedOffers.value = loaded.shipped;
}

// Quietly: where the server does not answer, what was known stays.
export async function loadKept(): Promise<void> {
    const all: Kept[] = [];
    for (let more = 1; more > 0; ) {
        const page = await houseLive.value?.session.connection.request("template.list", { skip: all.length }).catch(() => undefined);
        if (!page) return;
        all.push(...page.templates);
        more = page.templates.length > 0 ? page.more : 0;
    }
    keptTemplates.value = all;
}

export type Fetched = { template: Template; faults?: undefined } | { template?: undefined; faults: TemplateFault[] | Reason };

// What has been fetched of those that the house keeps, as long as the page is there.
const fetchedOnes = signal<ReadonlyMap<string, { seq: number; what: Fetched }>>(new Map());

export function fetchedOf({ id, seq }: Kept): Fetched | undefined {
    const known = fetchedOnes.value.get(id);
    return known?.seq === seq ? known.what : undefined;
}

export async function fetchKept(kept: Kept): Promise<Fetched> {
    const known = fetchedOf(kept);
    if (known) return known;
    const { body, refused } = await bodyKept(kept.id);
    if (body === undefined) return { faults: refused };
    const what = await readBody(body);
    fetchedOnes.value = new Map(fetchedOnes.value).set(kept.id, { seq: kept.seq, what });
    return what;
}

// So that what each holds stands on its card: one after the other, for as long as somebody looks and the server answers.
export async function fetchEach(all: readonly Kept[], isWanted: () => boolean): Promise<void> {
    for (const one of all) {
        if (!isWanted()) return;
        const { faults } = await fetchKept(one);
        if (typeof faults === "string") return;
    }
}

// (Nothing is changed by it, so it is no command.)
async function bodyKept(id: string): Promise<{ body: string; refused?: undefined } | { body?: undefined; refused: Reason }> {
    try {
        return { body: (await houseLive.value!.session.connection.request("template.get", { id })).body };
    } catch (error) {
        return { refused: error instanceof Refusal ? error.reason : "not_joined" };
    }
}

export async function openFile(file: File): Promise<Fetched> {
    if (file.size > LARGEST_FILE) return { faults: [{ path: [], wrong: "too_large" }] };
    const read = readTemplate(await file.text());
    if (read.template) offer({ id: "file", template: read.template });
    return read;
}

// Chosen from now on.
export function offer(one: Offer): void {
    ownOffers.value = [...ownOffers.value.filter(({ id }) => id !== one.id), one];
    firstChoice.value = one.id;
}

// Its id once it is kept, or why it could not be.
export async function keep(template: Template): Promise<{ id: string; refused?: undefined } | { refused: Reason | "too_long" }> {
    const body = await bodyOf(template).catch(() => undefined);
    if (body === undefined) return { refused: "too_long" };
    const title = wordsIn(template.name, language.value);
    const id = newId();
    const { seq, refused } = await putTemplate({ id, base: 0, title, body });
    if (seq === undefined) return { refused };
    remember({ done: say("done_kept", { title }), takeBack: () => isTaken({ id, base: seq, title, removed: true }), holds: () => isAt(id, seq) });
    return { id };
}

export async function removeKept({ id, title, seq: base }: Kept): Promise<Reason | undefined> {
    const { body, refused: unread } = await bodyKept(id);
    if (body === undefined) return unread;
    const { seq, refused } = await putTemplate({ id, base, title, removed: true });
    if (seq === undefined) return refused;
    const isGone = () => keptTemplates.value?.every((one) => one.id !== id) ?? true;
    remember({ done: say("done_removed", { title }), takeBack: () => isTaken({ id, base: seq, title, body }), holds: isGone });
    return undefined;
}

// As far as this page knows: the house tells nobody what others have changed.
function isAt(id: string, seq: number): boolean {
    const known = keptTemplates.value?.find((one) => one.id === id);
    return known === undefined ? keptTemplates.value === undefined : known.seq === seq;
}

interface Put {
    id: string;
    base: number;
    title: string;
    body?: string;
    removed?: boolean;
}

async function putTemplate(put: Put): Promise<{ seq: number; refused?: undefined } | { seq?: undefined; refused: Reason }> {
    try {
        const { seq } = await askHouse("template.put", put);
        await loadKept();
        return { seq };
    } catch (error) {
        return { refused: error instanceof Refusal ? error.reason : "not_joined" };
    }
}

async function isTaken(put: Put): Promise<boolean> {
    return (await putTemplate(put)).seq !== undefined;
}
