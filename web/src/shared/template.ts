// A template of a process, and what a new process is made of by it: a profile, and the commands that fill it, in order. Pure.
import type {
    Authorship,
    EventItemPut,
    EventRoundPut,
    ItemForm,
    Language,
    Named,
    Profile,
    Result,
    RoundForm,
    Visibility,
} from "../generated/types";
import { spread } from "./positions";
import type { Method, Params } from "./wire";

type Words = Record<Language, string>;

interface TemplateRound {
    key: string;
    form: RoundForm;
    question: Words;
    helper?: Words;
    visibility: Visibility;
    authorship: Authorship;
    scope?: string;
    notes?: { fields?: number; cap?: number };
    ballot?: { choices: Words[]; budget: number; cap?: number; result: Result };
}

export interface Template {
    name: Words;
    about: Words;
    session_word?: Words;
    roles: Words[];
    levels: Words[];
    tables: number;
    items: { form: ItemForm; title: Words; about?: Words; minutes: number; round?: TemplateRound }[];
    words: { title: Words; rounds: string[] }[];
}

export interface Wishes {
    title: string;
    language: Language;
    zone: string;
    // When the session starts; 0: not known.
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

export function profileOf(template: Template, { title, language, zone, newId }: Wishes): Profile {
    const named = (words: Words[]): Named[] => words.map((name) => ({ id: newId(), name: name[language] }));
    const word = template.session_word;
    return {
        title,
        language,
        zone,
        roles: named(template.roles),
        levels: named(template.levels),
        ...(word ? { session_word: word[language] } : {}),
    };
}

export function stepsOf(template: Template, wishes: Wishes): { session: string; steps: Step[] } {
    const { newId, title, starts, language } = wishes;
    const session = newId();
    const tables = Array.from({ length: template.tables }, (_, i) => ({ id: newId(), name: wishes.tableName(i + 1) }));
    const rounds = new Map<string, string>();
    const steps = [step("session.put", { id: session, base: 0, title, starts, tables })];
    const scopes = new Map<string, string>();
    const positions = spread(template.items.length);
    template.items.forEach((planned, index) => {
        const item = itemOf(planned, session, positions[index]!, wishes);
        steps.push(step("item.put", item));
        if (!planned.round) return;
        const round = roundOf(planned.round, item, scopes, wishes);
        rounds.set(planned.round.key, round.id);
        steps.push(step("round.put", round));
    });
    for (const list of template.words) {
        const over = list.rounds.map((key) => rounds.get(key)).filter((id) => id !== undefined);
        steps.push(step("words.put", { id: newId(), base: 0, title: list.title[language], rounds: over }));
    }
    return { session, steps };
}

function itemOf(
    planned: Template["items"][number],
    session: string,
    position: number,
    { newId, language }: Wishes,
): EventItemPut {
    const { form, title, about, minutes } = planned;
    return {
        id: newId(),
        base: 0,
        session,
        form,
        title: title[language],
        minutes,
        position,
        ...(about ? { about: about[language] } : {}),
    };
}

function roundOf(
    planned: TemplateRound,
    item: EventItemPut,
    scopes: Map<string, string>,
    { newId, language }: Wishes,
): EventRoundPut {
    const { form, question, helper, visibility, authorship, notes, ballot } = planned;
    const id = newId();
    const scope = planned.scope;
    if (scope !== undefined && !scopes.has(scope)) scopes.set(scope, id);
    const choices = ballot?.choices.map((text) => ({ id: newId(), text: text[language] }));
    return {
        id,
        base: 0,
        session: item.session,
        item: item.id,
        form,
        question: question[language],
        visibility,
        authorship,
        ...(helper ? { helper: helper[language] } : {}),
        ...(scope === undefined ? {} : { scope: scopes.get(scope)! }),
        ...(form === "notes" ? { notes: notes ?? {} } : {}),
        ...(ballot && choices ? { ballot: { ...ballot, choices } } : {}),
    };
}
