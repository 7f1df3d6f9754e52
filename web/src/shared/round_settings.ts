// A round's settings as a form has them: what they are from the start, what is wrong with them, what cannot be changed any
// more, and the command that puts them. Pure.
import type { Authorship, Choice, EventRoundPut, Named, NotesSettings, Result, RoundForm, Visibility } from "../generated/types";
import type { Note, Round, Tally } from "./meeting";

export interface RoundSettings {
    question: string;
    helper: string;
    visibility: Visibility;
    authorship: Authorship;
    scope: string; // of another round: counted together with it; empty: the round alone
    fields: number;
    cap: number;
    choices: (Named & { word?: string })[]; // (as a list of names is edited)
    budget: number;
    choice_cap: number;
    result: Result;
    // What the form does not ask: it stays as it is.
    kept: Kept;
}
type Kept = Pick<EventRoundPut, "key" | "homework" | "scale"> & Pick<NotesSettings, "supports">;
export type Setting = keyof RoundSettings;
export type Problem = "empty" | "no_choices" | "twice" | "number";

export const defaults: RoundSettings = {
    question: "",
    helper: "",
    visibility: "own",
    authorship: "anonymous",
    scope: "",
    fields: 0,
    cap: 0,
    choices: [],
    budget: 5,
    choice_cap: 0,
    result: "hidden",
    kept: {},
};

export function settingsOf(round: Round): RoundSettings {
    const { notes, ballot, key, homework, scale } = round;
    return {
        question: round.question,
        helper: round.helper ?? "",
        visibility: round.visibility,
        authorship: round.authorship,
        scope: round.scope === undefined || round.scope === round.id ? "" : round.scope,
        fields: notes?.fields ?? 0,
        cap: notes?.cap ?? 0,
        choices: (ballot?.choices ?? []).map(({ text, ...rest }) => ({ ...rest, name: text })),
        budget: ballot?.budget ?? defaults.budget,
        choice_cap: ballot?.cap ?? 0,
        result: ballot?.result ?? defaults.result,
        kept: {
            ...(key === undefined ? {} : { key }),
            ...(homework ? { homework } : {}),
            ...(scale ? { scale } : {}),
            ...(notes?.supports ? { supports: true } : {}),
        },
    };
}

const filled = (choices: RoundSettings["choices"]) => choices.filter(({ name }) => name.trim() !== "");

export function problemsOf(form: RoundForm, settings: RoundSettings): Partial<Record<Setting, Problem>> {
    const problems: Partial<Record<Setting, Problem>> = {};
    if (settings.question.trim() === "") problems.question = "empty";
    const isCount = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
    if (form === "notes" && !isCount(settings.cap, 0, 300)) problems.cap = "number";
    if (form !== "ballot") return problems;
    const texts = filled(settings.choices).map(({ name }) => name.trim().toLowerCase());
    if (texts.length === 0) problems.choices = "no_choices";
    else if (new Set(texts).size < texts.length) problems.choices = "twice";
    if (!isCount(settings.budget, 1, 1000)) problems.budget = "number";
    if (!isCount(settings.choice_cap, 0, 1000)) problems.choice_cap = "number";
    return problems;
}

type Place = Pick<EventRoundPut, "id" | "base" | "session" | "form"> & { item?: string | undefined };

export function roundPut({ item, ...place }: Place, settings: RoundSettings): EventRoundPut {
    const { question, helper, visibility, authorship, scope } = settings;
    const { supports: _, ...same } = settings.kept;
    return {
        ...place,
        ...(item === undefined ? {} : { item }),
        question: question.trim(),
        helper: helper.trim(),
        visibility,
        authorship,
        ...(scope === "" || authorship !== "anonymous" ? {} : { scope }),
        ...same,
        ...ownSettings(place.form, settings),
    };
}

function ownSettings(form: RoundForm, settings: RoundSettings): Pick<EventRoundPut, "notes" | "ballot"> {
    const { fields, cap, choices, budget, choice_cap, result, kept } = settings;
    if (form === "notes") return { notes: { fields, cap, ...(kept.supports ? { supports: true } : {}) } };
    if (form !== "ballot") return {};
    const named: Choice[] = filled(choices).map(({ name, ...rest }) => ({ ...rest, text: name.trim() }));
    return { ballot: { choices: named, budget, cap: choice_cap, result } };
}

// Whether somebody has answered, as far as a host is told.
export function hasAnswers(round: Round, notes: readonly Note[], tally: Tally | undefined): boolean {
    const isSaid = (round.answered ?? 0) > 0 || (round.share !== undefined && round.share !== "none");
    return isSaid || (tally?.voters ?? 0) > 0 || notes.some((note) => note.round === round.id);
}

// What the server would refuse to change: a question's first answer fixes what those who answered were told.
export function fixedSettings(round: Round | undefined, answered: boolean): ReadonlySet<Setting> {
    if (!round) return new Set();
    if (answered) return new Set(["authorship", "scope", "fields"]);
    return new Set<Setting>((round.opened ?? 0) > 0 ? ["scope"] : []);
}

const openness: Record<Visibility, number> = { own: 1, group: 2, all: 3 };

// Once somebody has answered, nothing may become more open than it was.
export function mayBecome(round: Round | undefined, answered: boolean, visibility: Visibility): boolean {
    return !round || !answered || openness[visibility] <= openness[round.visibility];
}

export function mayShow(round: Round | undefined, answered: boolean, result: Result): boolean {
    return !round || !answered || result === "hidden" || round.ballot?.result === "open";
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
