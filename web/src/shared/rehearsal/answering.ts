// What a simulated person does in a round that has opened: when, and what is then sent. Pure.
import type { DiaryAbout, EventDiaryPut, EventNotePut } from "../../generated/types";
import type { Sent } from "../cast";
import { isFull, type Grouping } from "../grouping";
import { hash, type Round } from "../meeting";
import { myPlaceIn } from "../my_place";
import { myAnswers, nextAnswer } from "../scale";
import type { Store } from "../store";
import { myVotes, nextVote } from "../votes";
import type { Method, Params } from "../wire";
import type { Nature } from "./nature";
import type { Phrases } from "./phrases";

export interface Says {
    method: Method;
    params: object;
}

// What the person has before them when the moment has come.
export interface Desk {
    store: Store;
    commands: readonly Sent[];
}

export interface Act {
    at: number; // milliseconds of theirs after the opening
    // Nothing: writes, which the room is told.
    says?(desk: Desk): Says | undefined;
    // What matters: who has not got to it when the round is about to close hurries.
    isMain?: boolean;
    // Also where people may not answer any more.
    isLate?: boolean;
}

export interface Manner {
    nature: Nature;
    chance(): number;
    phrases: Phrases;
    spread: number; // the time that all of them take
    today: string; // YYYY-MM-DD, where the meeting is
    newId(): string;
}

function says<M extends Method>(method: M, params: Params<M> & object): Says {
    return { method, params };
}

const THINKS = { least: 2_000, most: 8_000 };

export function actsIn(round: Round, manner: Manner): Act[] {
    const acts = {
        notes: () => [...choiceIn(round, manner), ...notesIn(round, manner), ...supportsIn(round, manner)],
        ballot: () => votesIn(round, manner),
        scale: () => answersIn(round, manner),
        diary: () => entriesIn(round, manner),
    }[round.form]();
    return acts.sort((a, b) => a.at - b.at);
}

// Whether this person has answered before: then the page was loaded anew, and all is said.
export function hasAnswered({ id, form }: Round, { store, commands }: Desk): boolean {
    if (commands.some(({ params }) => "round" in params && params.round === id)) return true;
    if (form === "ballot") return store.mine("votes", id) !== undefined;
    if (form === "scale") return store.mine("answers", id) !== undefined;
    return store.allMine(form === "notes" ? "note" : "diary").some((own) => own.round === id);
}

const think = ({ chance }: Manner) => THINKS.least + (THINKS.most - THINKS.least) * chance();
// Few at once, most in the middle, and none right at the end.
const moment = ({ chance, spread }: Manner) => spread * (0.04 + (0.86 * (chance() + chance())) / 2);

// Where people choose their group: one of those with room, before anything is written.
function choiceIn(round: Round, { chance, spread }: Manner): Act[] {
    if (round.grouping === undefined) return [];
    const luck = chance();
    return [{ at: 0.03 * spread * (0.2 + 0.8 * luck), isMain: true, says: (desk) => chooseGroup(round, desk, luck) }];
}

function chooseGroup({ grouping: id }: Round, desk: Desk, luck: number): Says | undefined {
    const grouping = desk.store.find("grouping", id!);
    const place = grouping && placeIn(grouping, desk);
    if (!grouping?.choice || place?.group) return undefined;
    const free = (grouping.groups ?? []).filter((group) => !isFull(group, grouping.most));
    const group = free[Math.floor(luck * free.length)];
    return group && says("group.choose", { grouping: grouping.id, group: group.id, rev: place!.nextRev });
}

const placeIn = (grouping: Grouping, { store, commands }: Desk) => myPlaceIn(grouping, store.mine("place", grouping.id), commands);

// In a round that goes by groups nobody writes who stands in none.
function mayWrite({ grouping: id }: Round, desk: Desk): boolean {
    const grouping = id === undefined ? undefined : desk.store.find("grouping", id);
    return id === undefined || (grouping !== undefined && placeIn(grouping, desk).group !== undefined);
}

function notesIn(round: Round, manner: Manner): Act[] {
    const { chance, nature } = manner;
    const most = round.notes?.cap || 3;
    const count = Math.min(most, 1 + Math.floor(chance() * 2.4));
    const notes = Array.from({ length: count }, (_, i) => {
        const isLast = i === count - 1;
        const turn = hash(round.id) + nature.number + 61 * i;
        const how = { edits: nature.edits && i === 0, removes: nature.removes && isLast && i > 0, isLate: nature.isSlow && isLast };
        return oneNote(round, manner, turn, how);
    });
    return notes.flat();
}

interface How {
    edits: boolean;
    removes: boolean;
    isLate: boolean;
}

// Begun, written, perhaps changed, perhaps taken back.
function oneNote(round: Round, manner: Manner, turn: number, { edits, removes, isLate }: How): Act[] {
    const { chance, phrases, newId, spread } = manner;
    const id = newId();
    const text = textFor(round, manner, turn);
    const begins = isLate ? spread * 1.1 : moment(manner);
    const written = begins + think(manner);
    const put = (rev: number, said: string): EventNotePut => ({ id, round: round.id, rev, text: said });
    const acts: Act[] = [{ at: begins }, { at: written, isMain: true, isLate, says: (desk) => (mayWrite(round, desk) ? says("note.put", put(1, text)) : undefined) }];
    const again = edits && !round.notes?.fields ? phrases.again(text, chance) : undefined;
    const later = written + think(manner);
    if (again) acts.push({ at: later, says: (desk) => (wrote(round, id, desk) ? says("note.put", put(2, again)) : undefined) });
    if (removes) acts.push({ at: later + think(manner), says: (desk) => (wrote(round, id, desk) ? says("note.remove", { id, rev: again ? 3 : 2 }) : undefined) });
    return acts;
}

// (Who stood in no group has not.)
function wrote({ grouping }: Round, id: string, desk: Desk): boolean {
    if (grouping === undefined) return true;
    return desk.store.mine("note", id) !== undefined || desk.commands.some(({ params }) => "id" in params && params.id === id);
}

// In a round with fields a word in each of them, of which the last may stay empty.
function textFor({ notes }: Round, { chance, phrases }: Manner, turn: number): string {
    const fields = notes?.fields ?? 0;
    if (fields === 0) return phrases.note(turn, chance);
    return phrases.words(Math.max(1, fields - Math.floor(chance() * 1.6)), chance).join("\n");
}

// Others' notes, as far as all see them by then.
function supportsIn(round: Round, manner: Manner): Act[] {
    const { chance, spread } = manner;
    if (!round.notes?.supports || round.visibility !== "all") return [];
    return Array.from({ length: Math.floor(chance() * 4) }, () => {
        const luck = chance();
        return { at: spread * (0.55 + 0.4 * chance()), says: ({ store }: Desk) => supportOf(round, store, luck) };
    });
}

function supportOf(round: Round, store: Store, luck: number): Says | undefined {
    const mine = store.mine("supports", round.id);
    const isOpen = (id: string) => store.mine("note", id) === undefined && !mine?.notes?.includes(id);
    const others = store.all("note").filter((note) => note.round === round.id && !note.hidden && isOpen(note.id));
    // What many support already stands out.
    const sorted = others.sort((a, b) => (b.supports ?? 0) - (a.supports ?? 0) || hash(a.id) - hash(b.id));
    const note = sorted[Math.floor(luck ** 2 * sorted.length)];
    return note && says("note.support", { note: note.id, rev: (mine?.rev ?? 0) + 1, on: true });
}

// How well liked a choice is, and how people stand to a statement, is the same for all, more or less.
const liking = (id: string) => ((hash(`liking ${id}`) % 1000) + 120) / 1120;

function votesIn(round: Round, manner: Manner): Act[] {
    const { ballot, id } = round;
    if (!ballot) return [];
    const { chance, nature } = manner;
    const laid = laidOn(ballot.choices.map((choice) => choice.id), ballot.budget, ballot.cap || ballot.budget, chance);
    const put = (choice: string, votes: number) => ({ store, commands }: Desk) =>
        says("vote.put", nextVote(id, choice, votes, myVotes(round, store.mine("votes", id), commands)));
    let at = moment(manner);
    const acts: Act[] = [...laid].map(([choice, votes]) => ({ at: (at += 600 + 2_500 * chance()), isMain: true, says: put(choice, votes) }));
    const [first, votes = 0] = [...laid][0] ?? [];
    const other = ballot.choices.find((choice) => !laid.has(choice.id));
    if (!nature.edits || first === undefined || other === undefined) return acts;
    const later = at + think(manner);
    return [...acts, { at: later, says: put(first, votes - 1) }, { at: later + 1_500, says: put(other.id, 1) }];
}

const MOST_LAID = 40; // taps; of a larger budget the rest goes in heaps

function laidOn(choices: readonly string[], budget: number, cap: number, chance: () => number): Map<string, number> {
    const laid = new Map<string, number>();
    const heap = Math.max(1, Math.ceil(budget / MOST_LAID));
    // Now and then somebody leaves a vote or two.
    const all = chance() < 0.15 ? Math.max(1, budget - 2) : budget;
    for (let left = all; left > 0; left -= heap) {
        const open = choices.filter((id) => (laid.get(id) ?? 0) < cap);
        const id = byLiking(open, chance);
        if (id === undefined) break;
        laid.set(id, Math.min(cap, (laid.get(id) ?? 0) + Math.min(heap, left)));
    }
    return laid;
}

function byLiking(choices: readonly string[], chance: () => number): string | undefined {
    let at = chance() * choices.reduce((sum, id) => sum + liking(id) ** 2, 0);
    return choices.find((id) => (at -= liking(id) ** 2) <= 0) ?? choices.at(-1);
}

function answersIn(round: Round, manner: Manner): Act[] {
    const { scale, id } = round;
    if (!scale) return [];
    const { chance } = manner;
    let at = moment(manner);
    return scale.statements.flatMap((statement) => {
        at += 1_000 + 3_000 * chance();
        const stand = liking(statement.id) + 0.55 * (chance() - 0.5);
        const value = Math.min(scale.steps, Math.max(1, Math.round(1 + stand * (scale.steps - 1))));
        if (chance() < 0.06) return []; // (left out)
        const answer = ({ store, commands }: Desk) =>
            says("answer.put", nextAnswer(id, statement.id, value, myAnswers(round, store.mine("answers", id), commands)));
        return [{ at, isMain: true, says: answer }];
    });
}

const ABOUT: readonly DiaryAbout[] = ["reflection", "observation", "action"];
const DAY = 24 * 3_600_000;

// Of the last days, one entry or two.
function entriesIn(round: Round, manner: Manner): Act[] {
    const { chance, phrases, newId, today } = manner;
    return Array.from({ length: 1 + Math.floor(chance() * 2) }, () => {
        const about = ABOUT[Math.floor(chance() * ABOUT.length)]!;
        const day = new Date(Date.parse(today) - Math.floor(chance() * 6) * DAY).toISOString().slice(0, 10);
        const entry: EventDiaryPut = { id: newId(), round: round.id, rev: 1, about, day, text: phrases.diary(about, chance), tags: phrases.tags(chance) };
        const begins = moment(manner);
        return [{ at: begins }, { at: begins + think(manner), isMain: true, says: () => says("diary.put", entry) }];
    }).flat();
}
