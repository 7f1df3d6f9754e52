// A template made of what there is: of a process, or of one session, without anything that was answered, without people and
// days. Its texts are in the process's language. Pure.
import type { Choice, Language, Named, Profile } from "../generated/types";
import { groupingsOf, type Grouping } from "./grouping";
import { asAsked, inOrder, programmeOf, roundsOf, type Item, type Round, type Session, type Words as List } from "./meeting";
import {
    keyOf,
    minutesOf,
    type Keyed,
    type Template,
    type TemplateGrouping,
    type TemplateItem,
    type TemplateList,
    type TemplateMaterial,
    type TemplateRound,
    type TemplateSession,
    type Words,
} from "./template";
import type { EntityOf } from "./store";
import { boardsIn, boardsToKeep, type Boards } from "./template_boards";
import { wallTimeOf } from "./zone_time";

export interface Meeting extends Boards {
    profile: Profile;
    sessions: readonly Session[];
    items: readonly Item[];
    rounds: readonly Round[];
    words: readonly List[];
    seats?: readonly Seat[];
    materials?: readonly EntityOf<"material">[];
    groupings?: readonly Grouping[];
}

export interface Seat {
    title: string;
    role?: string;
    level?: string;
    organisation?: string;
    position?: number;
    removed?: boolean;
}

type Described = { name: string; about: string };

// What stands as it was named, with the key that it had or one of its text.
class Keys {
    private readonly taken = new Set<string>();

    // Among those of one session each key stands once.
    unique(wanted: string): string {
        let key = wanted;
        for (let n = 2; this.taken.has(key); n++) key = `${wanted.slice(0, 76)}-${n}`;
        this.taken.add(key);
        return key;
    }
}

interface Making {
    meeting: Meeting;
    keys: Map<string, string>; // of rounds, by id
    groupings: Map<string, string>; // keys of groupings, by id
    words(text: string): Words;
}

export function templateOf(meeting: Meeting, { name, about }: Described): Template {
    const { language } = meeting.profile;
    const making = beginning(boardsToKeep(meeting), language);
    const sessions = meeting.sessions.map((session) => sessionIn(session, making));
    const listed = meeting.words.map((list) => listOverAll(list, making)).filter((list) => list !== undefined);
    const sorted = sorting(making, ({ rounds }) => isOverAll(rounds, making), (id) => nameOverAll(id, making));
    return {
        name: making.words(name),
        about: making.words(about),
        ...aboutProcess(meeting, making),
        ...materialsIn(making, ({ session, item }) => session === undefined && item === undefined),
        sessions: sessions.map((session, i) => ({ ...session, ...whenOf(meeting.sessions[i]!, meeting) })),
        words: listed,
        ...sorted,
    };
}

function sorting({ meeting, words }: Making, isHere: (board: { rounds: string[] }) => boolean, nameOf: (round: string) => string | undefined): Pick<Template, "boards"> {
    const boards = boardsIn(meeting, isHere, { nameOf, unique: () => new Keys(), words });
    return boards.length > 0 ? { boards } : {};
}

function beginning(meeting: Meeting, language: Language): Making {
    const words = (text: string): Words => ({ [language]: text });
    return { meeting, keys: new Map(), groupings: new Map(), words };
}

// One session, as it stands there.
export function templateOfSession(session: Session, meeting: Meeting): TemplateSession {
    return sessionIn(session, beginning(meeting, meeting.profile.language));
}

function sessionIn(session: Session, making: Making): TemplateSession {
    const { meeting, words, keys } = making;
    const rounds = asAsked(roundsOf(meeting.rounds, session.id));
    const own = new Keys();
    for (const round of rounds) keys.set(round.id, own.unique(round.key ?? keyOf(round.question)));
    const groupings = groupingsIn(session, rounds, making);
    const programme = programmeOf(meeting.items, session.id);
    const items = programme.map((item) => itemIn(item, rounds.filter((round) => round.item === item.id), making));
    const loose = rounds.filter(({ item }) => programme.every(({ id }) => id !== item)).map((round) => roundIn(round, making));
    const ids = new Set(rounds.map(({ id }) => id));
    const lists = meeting.words.filter((list) => list.rounds.length > 0 && list.rounds.every((id) => ids.has(id)));
    const tables = session.tables ?? [];
    return {
        title: words(session.title),
        ...(session.minutes && session.minutes !== minutesOf({ items }) ? { minutes: session.minutes } : {}),
        tables: tables.length,
        ...(tables.length > 0 ? { table_names: tables.map(({ name }) => words(name)) } : {}),
        ...(groupings.length > 0 ? { groupings } : {}),
        items,
        ...(loose.length > 0 ? { rounds: loose } : {}),
        ...materialsIn(making, ({ session: of, item }) => of === session.id && programme.every(({ id }) => id !== item)),
        words: lists.map(({ title, rounds: over }) => ({ title: words(title), rounds: over.map((id) => keys.get(id)!) })),
        ...sorting(making, (board) => board.rounds.every((id) => ids.has(id)), (id) => keys.get(id)),
    };
}

// Those that a round goes by: their names, and nobody in them. (Where they met that time is no place to send others to.)
function groupingsIn({ id: session }: Session, rounds: readonly Round[], { meeting, groupings, words }: Making): TemplateGrouping[] {
    const used = new Set(rounds.map(({ grouping }) => grouping));
    const own = new Keys();
    return groupingsOf(meeting.groupings ?? [], session).filter(({ id }) => used.has(id)).map((grouping) => {
        const { id, title, groups = [], choice, most = 0 } = grouping;
        groupings.set(id, own.unique(keyOf(title)));
        return {
            key: groupings.get(id)!,
            title: words(title),
            groups: groups.map(({ name }) => words(name)),
            ...(choice ? { choice } : {}),
            ...(most > 0 ? { most } : {}),
        };
    });
}

// How many days after the first one that has a day; at which time, where that is another.
function whenOf({ starts }: Session, { sessions, profile: { zone } }: Meeting): Pick<TemplateSession, "day" | "time"> {
    const known = sessions.map((session) => session.starts ?? 0).filter((at) => at > 0);
    if (!starts || known.length < 2) return {};
    const first = wallTimeOf(Math.min(...known), zone);
    const own = wallTimeOf(starts, zone);
    const day = Math.round((Date.parse(own.date) - Date.parse(first.date)) / 86_400_000);
    return { ...(day > 0 ? { day } : {}), ...(own.time === first.time ? {} : { time: own.time }) };
}

function itemIn(item: Item, rounds: readonly Round[], making: Making): TemplateItem {
    const { words } = making;
    const { form, title, about, cue, minutes } = item;
    return {
        form,
        title: words(title),
        ...(about ? { about: words(about) } : {}),
        ...(cue ? { cue: words(cue) } : {}),
        minutes: minutes ?? 0,
        ...(rounds.length > 0 ? { rounds: rounds.map((round) => roundIn(round, making)) } : {}),
        ...materialsIn(making, (material) => material.item === item.id),
    };
}

function materialsIn({ meeting, words }: Making, belongs: (material: EntityOf<"material">) => boolean): { materials?: TemplateMaterial[] } {
    const materials = inOrder((meeting.materials ?? []).filter(belongs)).map(({ title, url, about }) => ({
        title: words(title),
        url,
        ...(about ? { about: words(about) } : {}),
    }));
    return materials.length > 0 ? { materials } : {};
}

function roundIn(round: Round, making: Making): TemplateRound {
    const { words, keys, groupings } = making;
    const { form, question, helper, visibility, authorship, scope, homework, grouping } = round;
    return {
        key: keys.get(round.id)!,
        form,
        question: words(question),
        ...(helper ? { helper: words(helper) } : {}),
        visibility,
        authorship,
        ...(scope && isShared(round, making.meeting) ? { scope: keyOf(scope) } : {}),
        ...(homework ? { homework } : {}),
        ...(grouping !== undefined && groupings.has(grouping) ? { grouping: groupings.get(grouping)! } : {}),
        ...settingsOfRound(round, words),
    };
}

// Counted together with another, which is there too.
function isShared({ id, scope = id }: Round, { rounds }: Meeting): boolean {
    return rounds.some((other) => other.id !== id && !other.removed && (other.scope ?? other.id) === scope);
}

function settingsOfRound({ form, notes, ballot, scale }: Round, words: Making["words"]): object {
    if (form === "notes") return { notes: notes ?? {} };
    if (form === "ballot" && ballot) {
        const { pass_of: _, ...own } = ballot; // what it went on from is not there
        return { ballot: { ...own, choices: ballot.choices.map((choice) => choiceIn(choice, words)) } };
    }
    if (form !== "scale" || !scale) return {};
    const { low, high, ...rest } = scale;
    const statements = scale.statements.map(({ text, key }) => ({ text: words(text), key: key ?? keyOf(text) }));
    return { scale: { ...rest, statements, ...(low ? { low: words(low) } : {}), ...(high ? { high: words(high) } : {}) } };
}

function choiceIn({ text, word, key }: Choice, words: Making["words"]): object {
    return { text: words(text), key: key ?? keyOf(text), ...(word ? { word: words(word) } : {}) };
}

// A list over rounds of several sessions names each with the number of its session.
function listOverAll({ title, rounds }: List, making: Making): TemplateList | undefined {
    if (!isOverAll(rounds, making)) return undefined;
    return { title: making.words(title), rounds: rounds.map((id) => nameOverAll(id, making)).filter((name) => name !== undefined) };
}

function numberOf(id: string, { meeting }: Making): number {
    const of = meeting.rounds.find((round) => round.id === id)?.session;
    return meeting.sessions.findIndex((session) => session.id === of) + 1;
}

function nameOverAll(id: string, making: Making): string | undefined {
    const key = making.keys.get(id);
    return key === undefined ? undefined : `${numberOf(id, making)}/${key}`;
}

function isOverAll(rounds: readonly string[], making: Making): boolean {
    return new Set(rounds.filter((id) => making.keys.has(id)).map((id) => numberOf(id, making))).size > 1;
}

function aboutProcess({ profile, seats = [] }: Meeting, { words }: Making): Omit<Template, "name" | "about" | "sessions" | "words"> {
    const own = new Map<string, string>(); // keys of roles and the like, by id
    const named = (list: readonly Named[] = []): Keyed[] => {
        const keys = new Keys();
        return list.map(({ id, name }) => {
            own.set(id, keys.unique(keyOf(name)));
            return { key: own.get(id)!, ...words(name) };
        });
    };
    const { organisations = [], session_word, challenge, challenge_why, challenge_whose, organisers, research } = profile;
    const { asks_name, asks_organisation, asks_consent } = profile;
    const texts = Object.entries({ session_word, challenge, challenge_why, challenge_whose, organisers, research }).filter(([, text]) => text);
    const asked = Object.entries({ asks_name, asks_organisation, asks_consent }).filter(([, value]) => value !== undefined);
    const roles = named(profile.roles);
    const levels = named(profile.levels);
    const places = named(organisations).map((one, i) => ({ ...one, type: words(organisations[i]!.type) }));
    const kept = seats.filter(({ removed }) => !removed).sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
    const key = (name: string, id: string | undefined) => (id !== undefined && own.has(id) ? { [name]: own.get(id)! } : {});
    const seated = kept.map(({ title, role, level, organisation }) => ({
        title: words(title),
        ...key("role", role),
        ...key("level", level),
        ...key("organisation", organisation),
    }));
    return {
        ...Object.fromEntries(texts.map(([name, text]) => [name, words(text as string)])),
        ...Object.fromEntries(asked),
        roles,
        levels,
        ...(places.length > 0 ? { organisations: places } : {}),
        ...(seated.length > 0 ? { seats: seated } : {}),
    };
}
