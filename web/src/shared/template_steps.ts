// What a new process is made of by a template: a profile, and the commands that fill it, in order: what names another comes
// behind it. Pure.
import type { EventItemPut, EventRoundPut, Language, Named, Organisation, Profile } from "../generated/types";
import { spread } from "./positions";
import { boardSteps } from "./template_boards";
import {
    keyOf,
    roundsOfItem,
    wordsIn,
    type Keyed,
    type Template,
    type TemplateBoard,
    type TemplateGrouping,
    type TemplateItem,
    type TemplateList,
    type TemplateMaterial,
    type TemplateRound,
    type TemplateSession,
    type Words,
} from "./template";
import type { Method, Params } from "./wire";
import { momentOf, wallTimeOf } from "./zone_time";

export interface Wishes {
    title: string;
    language: Language;
    zone: string;
    // When the first session starts; 0: not known.
    starts: number;
    // What a table is called, by its number.
    tableName(number: number): string;
    newId(): string;
}

export interface Step {
    method: Method;
    params: object;
}

// What one writes is what the server takes, member by member.
function step<M extends Method>(method: M, params: Params<M> & object): Step {
    return { method, params };
}

// What is not said is not sent.
function said(words: Readonly<Record<string, Words | undefined>>, language: Language): Record<string, string> {
    const texts = Object.entries(words).map(([name, text]) => [name, text && wordsIn(text, language)] as const);
    return Object.fromEntries(texts.filter((entry): entry is [string, string] => !!entry[1]));
}

export function profileOf(template: Template, { title, language, zone, newId }: Wishes): Profile {
    const named = (words: Keyed[]): Named[] => words.map((name) => ({ id: newId(), name: wordsIn(name, language) }));
    const { asks_name, asks_organisation, asks_consent, organisations = [] } = template;
    const { session_word, challenge, challenge_why, challenge_whose, organisers, research } = template;
    const asked = Object.entries({ asks_name, asks_organisation, asks_consent }).filter(([, value]) => value !== undefined);
    const typed = (one: (typeof organisations)[number]): Organisation => ({
        id: newId(),
        name: wordsIn(one, language),
        type: wordsIn(one.type, language),
    });
    return {
        title,
        language,
        zone,
        roles: named(template.roles),
        levels: named(template.levels),
        ...(organisations.length > 0 ? { organisations: organisations.map(typed) } : {}),
        ...Object.fromEntries(asked),
        ...said({ session_word, challenge, challenge_why, challenge_whose, organisers, research }, language),
    };
}

// Seats name roles, levels and organisations, which the profile has ids for.
export function seatSteps(template: Template, profile: Profile, { language, newId }: Wishes): Step[] {
    const { seats = [] } = template;
    const idOf = (of: readonly Keyed[], made: readonly Named[] | undefined, key: string | undefined) =>
        key === undefined ? undefined : made?.[of.findIndex((one) => keyOfNamed(one) === key)]?.id;
    const positions = spread(seats.length);
    return seats.map(({ title, role, level, organisation }, i) => {
        const named = {
            role: idOf(template.roles, profile.roles, role),
            level: idOf(template.levels, profile.levels, level),
            organisation: idOf(template.organisations ?? [], profile.organisations, organisation),
        };
        const present = Object.fromEntries(Object.entries(named).filter(([, id]) => id !== undefined));
        return step("seat.put", { id: newId(), base: 0, title: wordsIn(title, language), position: positions[i]!, ...present });
    });
}

export function keyOfNamed(named: Keyed): string {
    return named.key ?? keyOf(named.sv ?? named.en ?? "");
}

type Speaking = Pick<Wishes, "language" | "newId">;

interface Made<W extends Speaking = Wishes> {
    wishes: W;
    scopes: Map<string, string>; // the first round of each scope, which gives it its id
    rounds: Map<string, string>[]; // by session, then by key
    groupings: Map<string, string>; // of the session that is being made, by key
}

export function stepsOf(template: Template, wishes: Wishes): { session: string; sessions: string[]; steps: Step[] } {
    const { sessions } = template;
    const made: Made = { wishes, scopes: new Map(), rounds: [], groupings: new Map() };
    const ids = sessions.map(() => wishes.newId());
    const steps = sessions.flatMap((session, i) => {
        const { title } = session;
        const number = sessions.length > 1 ? ` ${i + 1}` : "";
        const name = title ? wordsIn(title, wishes.language) : `${wishes.title}${number}`;
        const put = { id: ids[i]!, base: 0, title: name, starts: startOf(session, wishes), ...tablesOf(session, wishes) };
        const { minutes } = session;
        return [
            step("session.put", { ...put, ...(minutes ? { minutes } : {}) }),
            ...stepsInSession(session, ids[i]!, made),
        ];
    });
    const overAll = [...listSteps(template.words, made.rounds, wishes), ...sortingSteps(template.boards, made.rounds, wishes)];
    return { session: ids[0]!, sessions: ids, steps: [...materialSteps(template.materials, {}, wishes), ...steps, ...overAll] };
}

// Of the process, of a session, or of one of its items.
function materialSteps(materials: readonly TemplateMaterial[] = [], place: { session?: string; item?: string }, { newId, language }: Wishes): Step[] {
    const positions = spread(materials.length);
    return materials.map(({ title, url, about }, i) =>
        step("material.put", { id: newId(), base: 0, ...place, title: wordsIn(title, language), url, position: positions[i]!, ...said({ about }, language) }),
    );
}

// On the wall clock of where the meeting is: four weeks later is at the same hour, also where clocks were changed between.
function startOf({ day = 0, time }: TemplateSession, { starts, zone }: Wishes): number {
    if (starts === 0 || (day === 0 && time === undefined)) return starts;
    const first = wallTimeOf(starts, zone);
    const date = new Date(Date.parse(`${first.date}T00:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10);
    return momentOf({ date, time: time ?? first.time }, zone);
}

function tablesOf({ tables, table_names }: TemplateSession, { tableName, newId, language }: Wishes): { tables: Named[] } {
    const names = table_names?.map((name) => wordsIn(name, language));
    const all = names ?? Array.from({ length: tables }, (_, i) => tableName(i + 1));
    return { tables: all.map((name) => ({ id: newId(), name })) };
}

// All of it but the session itself.
export function stepsInSession(session: TemplateSession, id: string, made: Made): Step[] {
    const { wishes } = made;
    const positions = spread(session.items.length);
    const rounds = new Map<string, string>();
    made.rounds.push(rounds);
    made.groupings = new Map((session.groupings ?? []).map(({ key }) => [key, wishes.newId()]));
    const roundStep = (planned: TemplateRound, position: number, item?: string) => {
        const round = roundOf(planned, { session: id, item, position }, made);
        rounds.set(planned.key, round.id);
        return step("round.put", round);
    };
    const items = session.items.flatMap((planned, index) => {
        const item = itemOf(planned, id, positions[index]!, wishes);
        const own = materialSteps(planned.materials, { session: id, item: item.id }, wishes);
        return [step("item.put", item), ...roundsOfItem(planned).map((round, i) => roundStep(round, i, item.id)), ...own];
    });
    const loose = (session.rounds ?? []).map((round, i) => roundStep(round, i));
    const lists = [...listSteps(session.words, [rounds], wishes), ...sortingSteps(session.boards, [rounds], wishes)];
    const groupings = (session.groupings ?? []).map((grouping) => groupingStep(grouping, id, made));
    return [...groupings, ...items, ...loose, ...materialSteps(session.materials, { session: id }, wishes), ...lists];
}

// Without anybody in them: they are dealt, or chosen, once people are there.
function groupingStep({ key, title, groups, choice, most }: TemplateGrouping, session: string, { wishes: { newId, language }, groupings }: Made): Step {
    const named = groups.map((name) => ({ id: newId(), name: wordsIn(name, language) }));
    const chosen = choice ? { choice, ...(most ? { most } : {}) } : {};
    return step("grouping.put", { id: groupings.get(key)!, base: 0, session, title: wordsIn(title, language), groups: named, ...chosen });
}

export function newMade<W extends Speaking>(wishes: W): Made<W> {
    return { wishes, scopes: new Map(), rounds: [], groupings: new Map() };
}

type Rounds = readonly ReadonlyMap<string, string>[];

// "key": in every session that has it; "2/key": in the second.
function roundsAt(references: readonly string[], made: Rounds): string[] {
    const over = references.flatMap((reference) => {
        const [key, number] = reference.split("/").reverse();
        const sessions = number === undefined ? made : made.slice(Number(number) - 1, Number(number));
        return sessions.map((session) => session.get(key!)).filter((id) => id !== undefined);
    });
    return [...new Set(over)];
}

function listSteps(lists: readonly TemplateList[], made: Rounds, { newId, language }: Wishes): Step[] {
    const counted = lists.map(({ title, rounds }) => ({ title: wordsIn(title, language), rounds: roundsAt(rounds, made) }));
    return counted.filter(({ rounds }) => rounds.length > 0).map((list) => step("words.put", { id: newId(), base: 0, ...list }));
}

function sortingSteps(boards: readonly TemplateBoard[] = [], made: Rounds, wishes: Wishes): Step[] {
    return boards.flatMap((board) => boardSteps(board, roundsAt(board.rounds, made), wishes));
}

function itemOf(planned: TemplateItem, session: string, position: number, { newId, language }: Wishes): EventItemPut {
    const { form, title, about, cue, minutes } = planned;
    const put = { id: newId(), base: 0, session, form, title: wordsIn(title, language), minutes, position };
    return { ...put, ...said({ about, cue }, language) };
}

type RoundPlace = { session: string; item: string | undefined; position: number };

export function roundOf(planned: TemplateRound, { session, item, position }: RoundPlace, made: Made<Speaking>): EventRoundPut {
    const { key, form, question, helper, visibility, authorship, scope, homework, grouping } = planned;
    const { newId, language } = made.wishes;
    const id = newId();
    if (scope !== undefined && !made.scopes.has(scope)) made.scopes.set(scope, id);
    return {
        id,
        base: 0,
        session,
        ...(item === undefined ? {} : { item }),
        key,
        form,
        question: wordsIn(question, language),
        visibility,
        authorship,
        ...(position > 0 ? { position } : {}),
        ...(homework ? { homework } : {}),
        ...(grouping !== undefined && made.groupings.has(grouping) ? { grouping: made.groupings.get(grouping)! } : {}),
        ...said({ helper }, language),
        ...(scope === undefined ? {} : { scope: made.scopes.get(scope)! }),
        ...settingsIn(planned, made.wishes),
    };
}

function settingsIn({ form, notes, ballot, scale }: TemplateRound, { newId, language }: Speaking): object {
    const keyed = (key: string | undefined) => (key === undefined ? {} : { key });
    if (form === "notes") return { notes: notes ?? {} };
    if (form === "ballot" && ballot) {
        const choices = ballot.choices.map((one) => {
            if (!("text" in one)) return { id: newId(), text: wordsIn(one, language) };
            return { id: newId(), text: wordsIn(one.text, language), ...keyed(one.key), ...said({ word: one.word }, language) };
        });
        return { ballot: { ...ballot, choices } };
    }
    if (form !== "scale" || !scale) return {};
    const { statements, low, high, ...rest } = scale;
    const asked = statements.map(({ text, key }) => ({ id: newId(), text: wordsIn(text, language), ...keyed(key) }));
    return { scale: { ...rest, statements: asked, ...said({ low, high }, language) } };
}
