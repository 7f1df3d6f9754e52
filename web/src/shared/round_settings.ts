// A round's settings as a form has them: what they are from the start, what is wrong with them, what cannot be changed any
// more, and the command that puts them. Pure.
import type { Authorship, EventRoundPut, Named, Result, RoundForm, Visibility } from "../generated/types";
import type { Note, Round } from "./meeting";

export interface RoundSettings {
    question: string;
    helper: string;
    visibility: Visibility;
    grouping: string; // whose groups write, where those of a group see each other's; empty: tables do
    authorship: Authorship;
    scope: string; // of another round: counted together with it; empty: the round alone
    fields: number;
    cap: number;
    choices: (Named & { word?: string })[]; // (as a list of names is edited)
    budget: number;
    // Of a ballot that is one of several passes: how many are chosen, and what it goes on from.
    cut?: number;
    pass_of?: string;
    choice_cap: number;
    result: Result;
    statements: (Named & { key?: string })[]; // (edited as the choices are)
    steps: number;
    low: string;
    high: string;
    supports: boolean;
    homework: boolean;
    // What the form does not ask: it stays as it is.
    kept: Pick<EventRoundPut, "key" | "position">;
}
export type Setting = keyof RoundSettings;
export type Problem = "empty" | "no_choices" | "twice" | "no_statements" | "same_statements" | "number";

export const defaults: RoundSettings = {
    question: "",
    helper: "",
    visibility: "own",
    grouping: "",
    authorship: "anonymous",
    scope: "",
    fields: 0,
    cap: 0,
    choices: [],
    budget: 5,
    choice_cap: 0,
    result: "hidden",
    statements: [],
    steps: 5,
    low: "",
    high: "",
    supports: false,
    homework: false,
    kept: {},
};
// Of a new one. A diary is kept for months: what is linked to a person goes along to another phone.
export function startingWith(form: RoundForm): RoundSettings {
    return { ...defaults, choices: [], authorship: form === "diary" ? "linked" : defaults.authorship };
}

export const LEAST_STEPS = 2;
export const MOST_STEPS = 10;

export function settingsOf(round: Round): RoundSettings {
    const { notes, ballot, scale, key, position, homework } = round;
    return {
        question: round.question,
        helper: round.helper ?? "",
        visibility: round.visibility,
        grouping: round.grouping ?? "",
        authorship: round.authorship,
        scope: round.scope === undefined || round.scope === round.id ? "" : round.scope,
        fields: notes?.fields ?? 0,
        cap: notes?.cap ?? 0,
        choices: (ballot?.choices ?? []).map(({ text, ...rest }) => ({ ...rest, name: text })),
        budget: ballot?.budget ?? defaults.budget,
        choice_cap: ballot?.cap ?? 0,
        ...(ballot?.cut && { cut: ballot.cut }),
        ...(ballot?.pass_of && { pass_of: ballot.pass_of }),
        result: (scale ?? ballot)?.result ?? defaults.result,
        statements: (scale?.statements ?? []).map(({ text, ...rest }) => ({ ...rest, name: text })),
        steps: scale?.steps ?? defaults.steps,
        low: scale?.low ?? "",
        high: scale?.high ?? "",
        supports: notes?.supports === true,
        homework: homework === true,
        kept: { ...(key === undefined ? {} : { key }), ...(position === undefined ? {} : { position }) },
    };
}

const filled = <R extends Named>(rows: readonly R[]) => rows.filter(({ name }) => name.trim() !== "");

// As the server has them: what a row is called there is its text.
const textsOf = <R extends Named>(rows: readonly R[]) => filled(rows).map(({ name, ...rest }) => ({ ...rest, text: name.trim() }));

function hasTwice(rows: readonly Named[]): boolean {
    const texts = filled(rows).map(({ name }) => name.trim().toLowerCase());
    return new Set(texts).size < texts.length;
}

export function problemsOf(form: RoundForm, settings: RoundSettings): Partial<Record<Setting, Problem>> {
    const problems: Partial<Record<Setting, Problem>> = {};
    if (settings.question.trim() === "") problems.question = "empty";
    const isCount = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
    if (form === "notes" && !isCount(settings.cap, 0, 300)) problems.cap = "number";
    if (form === "scale") {
        if (filled(settings.statements).length === 0) problems.statements = "no_statements";
        else if (hasTwice(settings.statements)) problems.statements = "same_statements";
        if (!isCount(settings.steps, LEAST_STEPS, MOST_STEPS)) problems.steps = "number";
    }
    if (form !== "ballot") return problems;
    if (filled(settings.choices).length === 0) problems.choices = "no_choices";
    else if (hasTwice(settings.choices)) problems.choices = "twice";
    if (!isCount(settings.budget, 1, 1000)) problems.budget = "number";
    if (!isCount(settings.choice_cap, 0, 1000)) problems.choice_cap = "number";
    return problems;
}

type Place = Pick<EventRoundPut, "id" | "base" | "session" | "form"> & { item?: string | undefined };

export function roundPut({ item, ...place }: Place, settings: RoundSettings): EventRoundPut {
    const { question, helper, visibility, grouping, authorship, scope, homework, kept } = settings;
    return {
        ...place,
        ...(item === undefined ? {} : { item }),
        question: question.trim(),
        helper: helper.trim(),
        visibility: place.form === "diary" ? "own" : visibility,
        ...(place.form === "notes" && visibility === "group" && grouping !== "" ? { grouping } : {}),
        authorship,
        ...(scope === "" || authorship !== "anonymous" ? {} : { scope }),
        ...(homework || place.form === "diary" ? { homework: true } : {}), // (a diary goes on between the sessions)
        ...kept,
        ...ownSettings(place.form, settings),
    };
}

// What there is to say of this form alone.
function ownSettings(form: RoundForm, settings: RoundSettings): Pick<EventRoundPut, RoundForm & keyof EventRoundPut> {
    const { fields, cap, supports, budget, choice_cap, cut, pass_of, result, steps } = settings;
    if (form === "notes") return { notes: { fields, cap, ...(supports ? { supports } : {}) } };
    if (form === "ballot") return { ballot: { choices: textsOf(settings.choices), budget, cap: choice_cap, ...(cut && { cut }), ...(pass_of && { pass_of }), result } };
    if (form !== "scale") return {};
    const [low, high] = [settings.low.trim(), settings.high.trim()];
    const ends = { ...(low && { low }), ...(high && { high }) };
    return { scale: { statements: textsOf(settings.statements), steps, ...ends, result } };
}

// Whether somebody has answered, as far as a host is told.
type Counted = { voters?: number; answered?: number };
export function hasAnswers(round: Round, notes: readonly Note[], tally: Counted | undefined): boolean {
    const isSaid = (round.answered ?? 0) > 0 || (round.share !== undefined && round.share !== "none");
    return isSaid || (tally?.voters ?? tally?.answered ?? 0) > 0 || notes.some((note) => note.round === round.id);
}

// What the server would refuse to change: a question's first answer fixes what those who answered were told.
export function fixedSettings(round: Round | undefined, answered: boolean): ReadonlySet<Setting> {
    if (!round) return new Set();
    if (answered && round.form === "scale") return new Set(["authorship", "steps", "low", "high"]);
    if (answered) return new Set(["authorship", "scope", "fields"]);
    return new Set<Setting>((round.opened ?? 0) > 0 ? ["scope"] : []);
}

const openness: Record<Visibility, number> = { own: 1, group: 2, all: 3 };

// Once somebody has answered, nothing may become more open than it was.
export function mayBecome(round: Round | undefined, answered: boolean, visibility: Visibility): boolean {
    return !round || !answered || openness[visibility] <= openness[round.visibility];
}

export function mayShow(round: Round | undefined, answered: boolean, result: Result): boolean {
    return !round || !answered || result === "hidden" || (round.scale ?? round.ballot)?.result === "open";
}

// With which others it may be counted together: anonymous ones of notes, none of them opened yet.
export function partnersOf(round: Round | undefined, rounds: readonly Round[]): Round[] {
    const opened = new Set(rounds.filter((other) => (other.opened ?? 0) > 0).map(({ scope, id }) => scope ?? id));
    return rounds.filter(
        (other) =>
            other.id !== round?.id &&
            other.form === "notes" &&
            other.authorship === "anonymous" &&
            !opened.has(other.scope ?? other.id),
    );
}
