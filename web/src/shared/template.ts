// A template of a process: what a new one has from the start. As a file it has the form of schema/templates/
// template.schema.json, and each text in one language or more. Pure.
import type { Authorship, ItemForm, Language, Result, RoundForm, Visibility } from "../generated/types";

export type Words = Partial<Record<Language, string>>;
export type Keyed = Words & { key?: string };

export interface TemplateChoice {
    text: Words;
    key?: string;
    word?: Words; // the value word that it was made of
}

export interface TemplateScale {
    statements: { text: Words; key?: string }[];
    steps: number;
    low?: Words; // what the first step means, and the last
    high?: Words;
    result: Result;
}

// What a round is of some form by, beside what all have.
export interface TemplateSettings {
    notes?: { fields?: number; cap?: number; supports?: boolean };
    ballot?: { choices: (TemplateChoice | Words)[]; budget: number; cap?: number; cut?: number; result: Result };
    scale?: TemplateScale;
}

export interface TemplateRound extends TemplateSettings {
    key: string; // stable: what is asked again, there or elsewhere, has the same
    form: RoundForm;
    question: Words;
    helper?: Words;
    visibility: Visibility;
    authorship: Authorship;
    scope?: string; // rounds with the same are counted together
    grouping?: string; // whose groups write: a key of its session's
    homework?: boolean;
}

// Something to read or look at: a link.
export interface TemplateMaterial {
    title: Words;
    url: string;
    about?: Words;
}

export interface TemplateItem {
    form: ItemForm;
    title: Words;
    about?: Words;
    cue?: Words;
    minutes: number;
    round?: TemplateRound;
    rounds?: TemplateRound[];
    materials?: TemplateMaterial[];
}

// Groups of a session, without anybody in them: rounds name them by the key.
export interface TemplateGrouping {
    key: string;
    title: Words;
    groups: Words[];
    choice?: boolean; // people choose for themselves
    most?: number; // then: how many fit into one
}

// A list of words: over rounds of its session by their keys; of the process also by "2/key", the second session's.
export interface TemplateList {
    title: Words;
    rounds: string[];
}

export interface TemplateTheme {
    key: string;
    title: Words;
    definition?: Words;
}

// A board over rounds, named as those of a list of words are.
export interface TemplateBoard extends TemplateList {
    themes?: TemplateTheme[];
}

export interface TemplateSession {
    title?: Words;
    minutes?: number;
    day?: number; // so many days after the first one
    time?: string; // where it does not begin when the first one does
    tables: number;
    table_names?: Words[];
    groupings?: TemplateGrouping[];
    items: TemplateItem[];
    rounds?: TemplateRound[]; // of no item
    materials?: TemplateMaterial[]; // of no item
    words: TemplateList[];
    boards?: TemplateBoard[];
}

// What is said of a process besides its sessions, in the members of its profile.
export interface TemplateAbout {
    session_word?: Words;
    challenge?: Words;
    challenge_why?: Words;
    challenge_whose?: Words;
    organisers?: Words;
    research?: Words;
    asks_name?: boolean;
    asks_organisation?: boolean;
    asks_consent?: boolean;
    roles: Keyed[];
    levels: Keyed[];
    organisations?: (Keyed & { type: Words })[];
    seats?: { title: Words; role?: string; level?: string; organisation?: string }[];
}

export interface Template extends TemplateAbout {
    name: Words;
    about: Words;
    materials?: TemplateMaterial[]; // of the whole process
    sessions: TemplateSession[];
    words: TemplateList[]; // over rounds of several sessions
    boards?: TemplateBoard[]; // likewise
}

// As it may stand in a file: one of a single session says at the top what is in it.
export type TemplateFile = Omit<Template, "sessions" | "words"> & Partial<TemplateSession> & { sessions?: TemplateSession[] };

export function templateOfFile({ sessions, tables, items, rounds, words = [], boards, ...rest }: TemplateFile): Template {
    const sorted = boards ? { boards } : {};
    if (sessions) return { ...rest, sessions, words, ...sorted };
    const only = { tables: tables ?? 0, items: items ?? [], ...(rounds ? { rounds } : {}), words, ...sorted };
    return { ...rest, sessions: [only], words: [] };
}

// A text in that language; where there is none, in the one that it is in.
export function wordsIn(words: Words, language: Language): string {
    return words[language] ?? words.sv ?? words.en ?? "";
}

export function languagesOf({ name }: Pick<Template, "name">): Language[] {
    return (["sv", "en"] as const).filter((language) => name[language] !== undefined);
}

export function roundsOfItem({ round, rounds = [] }: Pick<TemplateItem, "round" | "rounds">): TemplateRound[] {
    return round ? [round, ...rounds] : rounds;
}

export function roundsOfSession({ items, rounds = [] }: Pick<TemplateSession, "items" | "rounds">): TemplateRound[] {
    return [...items.flatMap(roundsOfItem), ...rounds];
}

// As long as what is in it takes; where there is no programme yet, as long as it was planned to be.
export function minutesOf({ items, minutes = 0 }: Pick<TemplateSession, "items" | "minutes">): number {
    return items.reduce((sum, item) => sum + item.minutes, 0) || minutes;
}

export interface Contents {
    sessions: number;
    questions: number;
    minutes: number;
}

// What somebody gets who chooses it.
export function contentsOf({ sessions }: Pick<Template, "sessions">): Contents {
    return {
        sessions: sessions.length,
        questions: sessions.reduce((sum, session) => sum + roundsOfSession(session).length, 0),
        minutes: sessions.reduce((sum, session) => sum + minutesOf(session), 0),
    };
}

// How many weeks lie between the meetings of a template; nothing where there is one alone, or where that differs.
export function weeksBetween({ sessions }: Pick<Template, "sessions">): number | undefined {
    const days = sessions.map(({ day = 0 }) => day);
    const [first, ...others] = days.slice(1).map((day, i) => (day - days[i]!) / 7);
    return first !== undefined && first > 0 && Number.isInteger(first) && others.every((weeks) => weeks === first) ? first : undefined;
}

// A key of what has none, made of its text: the same text always gives the same.
export function keyOf(text: string): string {
    const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
    const key = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return key.slice(0, 60).replace(/-$/, "") || "q";
}
