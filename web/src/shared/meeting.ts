// What a screen asks of a meeting's entities: in which order they stand, what is on, what is whose. Pure.
import type { Entity, EntityRound, ItemForm } from "../generated/types";
import type { EntityOf } from "./store";

export type Item = EntityOf<"item">;
export type Round = EntityOf<"round">;
export type Note = EntityOf<"note">;
export type Session = EntityOf<"session">;
export type Participant = EntityOf<"participant">;
export type Words = EntityOf<"words">;
export type Tally = EntityOf<"tally">;
export type Votes = EntityOf<"votes">;

const byId = (a: Entity, b: Entity) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

// What has a place, without what was taken out.
export function inOrder<T extends Entity & { position?: number; removed?: boolean }>(things: readonly T[]): T[] {
    return things.filter(({ removed }) => !removed).sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || byId(a, b));
}

// A session's programme, in the order in which it is gone through.
export function programmeOf(items: readonly Item[], session: string): Item[] {
    return inOrder(items.filter((item) => item.session === session));
}

// Where people have questions while it goes on: they stand beside it, and not in its place.
export function isTalkedAt(form: ItemForm | undefined): boolean {
    return form === "lecture" || form === "film";
}

// Which items may have rounds.
export function bearsRounds(form: ItemForm): boolean {
    return form === "round" || form === "checkout" || isTalkedAt(form);
}

// When each item begins, by the session's start and the minutes of those before it; nothing where no start is known.
export function startsOf(programme: readonly Item[], starts: number | undefined): Map<string, number> {
    const times = new Map<string, number>();
    let at = starts ?? 0;
    for (const item of programme) {
        if (at > 0) times.set(item.id, at);
        at += at > 0 ? (item.minutes ?? 0) * 60_000 : 0;
    }
    return times;
}

// When an item ends: by when it began, else by the programme; nothing where no start is known, or no length.
export function endOf(item: Item, items: readonly Item[], session: Pick<Session, "id" | "state" | "starts">): number | undefined {
    const began = session.state === "live" ? item.started : undefined;
    const starts = began || startsOf(programmeOf(items, session.id), session.starts).get(item.id);
    return starts !== undefined && item.minutes ? starts + item.minutes * 60_000 : undefined;
}

export function roundsOf(rounds: readonly Round[], session: string): Round[] {
    return rounds.filter((round) => round.session === session && !round.removed);
}

// What is to be answered between two meetings; a diary goes on over all of them.
export function homeworkOf(rounds: readonly Round[], session: string): Round[] {
    return roundsOf(rounds, session).filter(({ homework, form }) => homework && form !== "diary");
}

// Those of an item as they are asked: by their places; those that say none as they were opened, the rest as they were planned.
export function asAsked(rounds: readonly Round[]): Round[] {
    const openedAt = ({ opened }: Round) => opened || Number.MAX_SAFE_INTEGER;
    return [...rounds].sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || openedAt(a) - openedAt(b) || a.seq - b.seq || byId(a, b));
}

// Those in which people may answer, the one that was opened last first.
export function openRounds(rounds: readonly Round[]): Round[] {
    return rounds.filter(isRunning).sort((a, b) => (b.opened ?? 0) - (a.opened ?? 0) || byId(a, b));
}

// Of how many people answers are counted: those who joined, and those for whom answers were entered. (A diary is written by those
// of other sessions too.)
export function peopleOf({ answered = 0, entered = 0 }: Pick<EntityRound, "answered" | "entered">, joined: number | undefined): number {
    return joined === undefined ? answered : Math.max(answered, joined + entered);
}

// How many have answered, in words. (The server's word is of those who joined: others may have answered although none of them has.)
export function shareOf({ share = "none", entered = 0 }: Pick<EntityRound, "share" | "entered">): NonNullable<EntityRound["share"]> {
    return share === "none" && entered > 0 ? "some" : share;
}

export function isRunning({ state }: Pick<EntityRound, "state">): boolean {
    return state === "open" || state === "closing";
}

// In the order that does not change while people read: what was revealed stands shuffled, one of each person before
// anyone's second; else as it came.
export function notesInOrder(notes: readonly Note[], revealed: boolean): Note[] {
    const order = revealed ? (a: Note, b: Note) => (a.turn ?? 0) - (b.turn ?? 0) || byId(a, b) : (a: Note, b: Note) => a.seq - b.seq || byId(a, b);
    return [...notes].sort(order);
}

export type Votable = { id: string; text: string };

// The same choices in an order of this device's own, so that none gains by standing first. The same each time.
export function shuffledChoices<C extends Votable>(choices: readonly C[], seed: string): C[] {
    const weight = new Map(choices.map(({ id }) => [id, hash(seed + id)]));
    return [...choices].sort((a, b) => weight.get(a.id)! - weight.get(b.id)! || (a.id < b.id ? -1 : 1));
}

// FNV-1a, 32 bits, and MurmurHash3's last step, without which texts that differ in their last letter alone stay
// neighbours. Only for orders and colours.
export function hash(text: string): number {
    let value = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
}

// One of the six papers. It says nothing: what a note is stands on it in words.
export function paperOf(id: string): number {
    return (hash(id) % 6) + 1;
}

// A code of ten digits as people read it: 123 456 7890.
export function spacedCode(code: string): string {
    return code.replace(/^(\d{3})(\d{3})(\d{4})$/, "$1 $2 $3");
}

// Those that the room sees: what a display shows, and what a host's page shows as the display's.
export function roomNotes(notes: readonly Note[], round: Round): Note[] {
    const shown = round.revealed === true || round.visibility === "all";
    const seen = notes.filter((note) => note.round === round.id && !note.hidden && !note.removed && (!note.late || note.admitted));
    return shown ? notesInOrder(seen, round.revealed === true) : [];
}
