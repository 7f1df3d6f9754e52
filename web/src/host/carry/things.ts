// What a process carries (entries, materials, seats, who holds them, pictures, boards and their themes, comparisons, marks, studies): added,
// changed, moved and removed, each with how it is taken back. All are put whole, with the base they were made of.
import type { EventBoardPut, EventComparisonPut, EventEntryPut, EventHoldingPut, EventMarkPut, EventMaterialPut, EventPicturePut, EventSeatPut, EventStudyPut, EventThemePut } from "../../generated/types";
import { newId } from "../../shared/ids";
import type { RefusedCommand } from "../../shared/outbox_storage";
import { moveTo, positionBehind, spread, type Move } from "../../shared/positions";
import { saysSame } from "../../shared/undo_stack";
import { announce } from "../../shared/view/announcer";
import type { Live } from "../../shared/view/live";
import type { Method, Params } from "../../shared/wire";
import { hasCome, rememberAt, seqOf } from "../act";
import { orSay } from "../refusals";
import { put, type Outcome } from "../saving";
import { say } from "./texts/things";

interface Puts {
    entry: EventEntryPut;
    material: EventMaterialPut;
    seat: EventSeatPut;
    holding: EventHoldingPut;
    picture: EventPicturePut;
    board: EventBoardPut;
    theme: EventThemePut;
    comparison: EventComparisonPut;
    mark: EventMarkPut;
    study: EventStudyPut;
}
export type Kind = keyof Puts;
type Ordered = Exclude<Kind, "holding" | "board" | "comparison" | "mark" | "study">;
// What is said of it, without where it stands and of what it was made.
export type Content<K extends Kind> = Omit<Puts[K], "id" | "base" | "position" | "removed">;

const members: { [K in Kind]: readonly (keyof Content<K>)[] } = {
    entry: ["form", "session", "text", "state", "seat", "owner", "until", "basis", "reference", "recipient", "outcome", "learnt", "word", "note"],
    material: ["session", "item", "title", "url", "about"],
    seat: ["title", "role", "level", "organisation"],
    holding: ["seat", "name", "from", "until", "deputy"],
    picture: ["session", "item", "round", "group", "blob", "small", "type", "width", "height", "caption", "drawn"],
    board: ["title", "rounds", "hands", "shown"],
    theme: ["board", "title", "definition", "key"],
    comparison: ["title", "list", "board", "by", "shown"],
    mark: ["session", "title"],
    study: ["title", "organisation", "investigator", "contact", "review", "text", "from_version", "closed"],
};

const isSaid = (value: unknown) => value !== undefined && value !== "" && value !== 0 && value !== false && value !== "none";

// What is not said is left out: for the server the same, and two that say the same are equal.
export function contentOf<K extends Kind>(kind: K, thing: object): Content<K> {
    const said = members[kind].map((name) => [name, (thing as Record<string, unknown>)[name as string]] as const);
    return Object.fromEntries(said.filter(([, value]) => isSaid(value))) as unknown as Content<K>;
}

// As the store has it.
interface Thing {
    id: string;
    seq: number;
    position?: number;
}

type Bookkeeping = { id: string; base: number; position?: number; removed?: boolean };

function putThing(live: Live, kind: Kind, thing: Bookkeeping, content: object): Promise<Outcome<Method>> {
    const { id, base, position, removed } = thing;
    const where = { ...(position ? { position } : {}), ...(removed ? { removed } : {}) };
    const params = { id, base, ...where, ...contentOf(kind, content) };
    return put(live, `${kind}.put` as Method, params as Params<Method> & object);
}

function found(live: Live, kind: Kind, id: string): Thing | undefined {
    return live.session.store.find(kind, id);
}

function putNow(live: Live, kind: Kind, id: string, content: object, removed = false): Promise<Outcome<Method>> | undefined {
    const now = found(live, kind, id);
    return now && putThing(live, kind, { id, base: now.seq, removed, ...placeOf(now) }, content);
}

const placeOf = ({ position }: Pick<Thing, "position">) => (position === undefined ? {} : { position });

async function backTo(live: Live, outcome: Promise<Outcome<Method>> | undefined): Promise<boolean> {
    const settled = await outcome;
    if (!settled) return false;
    if (!settled.refused) await hasCome(live, seqOf(settled.result));
    return orSay(Promise.resolve(settled.refused));
}

function saysNow(live: Live, kind: Kind, id: string, content: object): boolean {
    const now = found(live, kind, id);
    return now !== undefined && saysSame(contentOf(kind, now), contentOf(kind, content));
}

// Each as it stands at that moment: what is said here may be older than what the store has.
async function putMoves(live: Live, kind: Ordered, moves: readonly Move[]): Promise<RefusedCommand | undefined> {
    const outcomes = await Promise.all(
        moves.map(({ id, position }) => {
            const now = found(live, kind, id);
            return now && putThing(live, kind, { id, base: now.seq, position }, now);
        }),
    );
    return outcomes.find((outcome) => outcome?.refused)?.refused;
}

export interface Added {
    id: string;
    refused?: RefusedCommand | undefined;
}

interface AddedAt<K extends Kind> {
    content: Content<K>;
    done: string;
    position?: number;
    // Whether nobody has put anything into it that would go with it.
    isFree?: ((id: string) => boolean) | undefined;
}

async function addAt<K extends Kind>(live: Live, kind: K, { content, done, position, isFree }: AddedAt<K>): Promise<Added> {
    const id = newId();
    const { result, refused } = await putThing(live, kind, { id, base: 0, ...(position === undefined ? {} : { position }) }, content);
    if (refused) return { id, refused };
    rememberAt(live, seqOf(result), {
        done,
        takeBack: () => backTo(live, putNow(live, kind, id, content, true)),
        holds: () => saysNow(live, kind, id, content) && (isFree?.(id) ?? true),
    });
    return { id };
}

interface Adding<K extends Ordered> extends Omit<AddedAt<K>, "position"> {
    // As it stands in the store at that moment.
    list(): readonly Thing[];
}

// Behind all of the list. One after the other: each stands behind the one before it, however fast they are written.
export function addThing<K extends Ordered>(live: Live, kind: K, { list, ...added }: Adding<K>): Promise<Added> {
    const adds = adding.then(async () => {
        const { position, moves } = positionBehind(list());
        const refused = await putMoves(live, kind, moves);
        return refused ? { id: "", refused } : addAt(live, kind, { ...added, position });
    });
    adding = adds.catch(() => {});
    return adds;
}
let adding: Promise<unknown> = Promise.resolve();

interface AddingMany<K extends Ordered> {
    // As it stands in the store at that moment.
    list(): readonly Thing[];
    contents: readonly Content<K>[];
    // So many were taken.
    done(n: number): string;
    isFree(id: string): boolean;
    left(n: number): string;
}

// Several at once, in their order behind all of the list, taken back at once too: but for those that somebody has changed or
// used since, which is told. What is refused of one ends it.
export function addThings<K extends Ordered>(live: Live, kind: K, many: AddingMany<K>): Promise<{ added: number; refused?: RefusedCommand | undefined }> {
    const adds = adding.then(() => addMany(live, kind, many));
    adding = adds.catch(() => {});
    return adds;
}

async function addMany<K extends Ordered>(live: Live, kind: K, { list, contents, done, isFree, left }: AddingMany<K>) {
    const { position, moves } = positionBehind(list());
    let refused = await putMoves(live, kind, moves);
    const added: { id: string; content: Content<K> }[] = [];
    const places = spread(contents.length).map((place) => position - spread(1)[0]! + place);
    let seq = 0;
    for (const [i, content] of contents.entries()) {
        if (refused) break;
        const id = newId();
        const outcome = await putThing(live, kind, { id, base: 0, position: places[i]! }, content);
        refused = outcome.refused;
        if (refused) break;
        seq = seqOf(outcome.result);
        added.push({ id, content });
    }
    if (added.length > 0) rememberMany(live, kind, { seq, added, done: done(added.length), isFree, left });
    return { added: added.length, refused };
}

interface Many<K extends Ordered> extends Pick<AddingMany<K>, "isFree" | "left"> {
    seq: number;
    added: readonly { id: string; content: Content<K> }[];
    done: string;
}

function rememberMany<K extends Ordered>(live: Live, kind: K, { seq, added, done, isFree, left }: Many<K>): void {
    const held = () => added.filter(({ id, content }) => saysNow(live, kind, id, content) && isFree(id));
    let kept = 0; // (when they are taken back)
    rememberAt(live, seq, {
        done,
        takeBack: async () => {
            const going = held();
            kept = added.length - going.length;
            const back = await Promise.all(going.map(({ id, content }) => backTo(live, putNow(live, kind, id, content, true))));
            return back.every((isBack) => isBack);
        },
        holds: () => held().length > 0,
        leaves: () => (kept > 0 ? left(kept) : undefined),
    });
}

export function addHolding(live: Live, content: Content<"holding">, done: string): Promise<Added> {
    return addAt(live, "holding", { content, done });
}

export function addBoard(live: Live, content: Content<"board">, done: string, isFree: (id: string) => boolean): Promise<Added> {
    return addAt(live, "board", { content, done, isFree });
}

export function addComparison(live: Live, content: Content<"comparison">, done: string): Promise<Added> {
    return addAt(live, "comparison", { content, done });
}

export function addMark(live: Live, content: Content<"mark">, done: string): Promise<Added> {
    return addAt(live, "mark", { content, done });
}

export function addStudy(live: Live, content: Content<"study">, done: string): Promise<Added> {
    return addAt(live, "study", { content, done });
}

export async function changeThing<K extends Kind>(
    live: Live,
    kind: K,
    old: Thing,
    content: Content<K>,
    done: string,
): Promise<RefusedCommand | undefined> {
    const { id, seq: base } = old;
    const { result, refused } = await putThing(live, kind, { id, base, ...placeOf(old) }, content);
    if (refused) return refused;
    rememberAt(live, seqOf(result), {
        done,
        takeBack: () => backTo(live, putNow(live, kind, id, old)),
        holds: () => saysNow(live, kind, id, content),
    });
    return undefined;
}

export async function removeThing(live: Live, kind: Kind, old: Thing, done: string): Promise<RefusedCommand | undefined> {
    const { id, seq: base } = old;
    const { result, refused } = await putThing(live, kind, { id, base, removed: true, ...placeOf(old) }, old);
    if (refused) return refused;
    rememberAt(live, seqOf(result), {
        done,
        takeBack: () => backTo(live, putThing(live, kind, { id, base: seqOf(result), ...placeOf(old) }, old)),
        holds: () => found(live, kind, id) === undefined,
    });
    return undefined;
}

interface Moved {
    kind: Ordered;
    // The list in which it is moved, as it stands in the store at that moment.
    list(): readonly Thing[];
    id: string;
    to: number;
    title: string;
}

export async function moveThing(live: Live, { kind, list, id, to, title }: Moved): Promise<RefusedCommand | undefined> {
    const before = list();
    const from = before.findIndex((one) => one.id === id);
    const moves = moveTo(before, id, to);
    if (moves.length === 0) return undefined;
    const refused = await putMoves(live, kind, moves);
    if (refused) return refused;
    const order = idsOf(list());
    announce(say("moved", { title, n: order.indexOf(id) + 1, all: order.length }));
    rememberAt(live, 0, {
        done: say("moved_done", { title }),
        takeBack: () => orSay(putMoves(live, kind, moveTo(list(), id, from))),
        holds: () => saysSame(idsOf(list()), order),
    });
    return undefined;
}

const idsOf = (things: readonly { id: string }[]) => things.map(({ id }) => id);
