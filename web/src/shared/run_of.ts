// What the page of who leads the day asks of a session: what is on, what comes next, what the big screen shows. Pure.
import type { EventSessionStage, Stage } from "../generated/types";
import { asAsked, isRunning, openRounds, programmeOf, roundsOf, type Item, type Round, type Session } from "./meeting";

// One row of what the day goes through: an item with its rounds, or a round that belongs to no item.
export interface Entry {
    id: string;
    item: Item | undefined;
    title: string;
    rounds: Round[];
}

export function entriesOf(items: readonly Item[], rounds: readonly Round[], session: string): Entry[] {
    const own = asAsked(roundsOf(rounds, session));
    const programme = programmeOf(items, session);
    const entryOf = (item: Item) => ({ id: item.id, item, title: item.title, rounds: own.filter((round) => round.item === item.id) });
    const entries: Entry[] = programme.map(entryOf);
    const known = new Set(programme.map(({ id }) => id));
    const loose = own.filter((round) => round.item === undefined || !known.has(round.item));
    return [...entries, ...loose.map((round) => ({ id: round.id, item: undefined, title: round.question, rounds: [round] }))];
}

// What is on: what the stage says, else where people may answer. Homework stands beside what is on.
export function entryOnNow(entries: readonly Entry[], stage: Stage | undefined): Entry | undefined {
    const byItem = entries.find((entry) => entry.item !== undefined && entry.id === stage?.item);
    const byRound = entries.find((entry) => entry.rounds.some(({ id }) => id === stage?.round));
    if (byItem ?? byRound) return byItem ?? byRound;
    const running = openRounds(askedIn(entries))[0];
    return running && entries.find((entry) => entry.rounds.includes(running));
}

// The round of an entry that the controls act on: the one on the stage, else the one that runs, the next, the last.
export function roundOnNow(entry: Entry | undefined, stage: Stage | undefined): Round | undefined {
    const rounds = entry?.rounds ?? [];
    return (
        rounds.find(({ id }) => id === stage?.round) ??
        openRounds(rounds)[0] ??
        rounds.find(({ state }) => state === "planned") ??
        rounds.at(-1)
    );
}

// What is on, by its name: the question; where people are asked beside a lecture or at a check-out, that, until they are asked.
export function titleOnNow(entry: Entry | undefined, round: Round | undefined): string | undefined {
    const isBeside = entry?.item !== undefined && entry.item.form !== "round";
    return round && (!isBeside || wasOpened(round)) ? round.question : entry?.title;
}

// Questions that belong together and wait: those of a check-out, which is over before one could come after the other.
export function askedTogether(entry: Entry | undefined): Round[] {
    if (entry?.item?.form !== "checkout") return [];
    const waiting = entry.rounds.filter((round) => !wasOpened(round) && !round.homework);
    return waiting.length > 1 ? waiting : [];
}

export type EntryState = "done" | "passed" | "skipped" | "on" | "coming";

// What never was on, and questions of which none was ever open: the room went on without them.
function wasPassedOver({ item, rounds }: Entry): boolean {
    return (!item?.started || item.form === "round") && !rounds.some(wasOpened);
}

// What somebody said to leave out; that it came on after all goes before that.
export function isSkipped({ item, rounds }: Pick<Entry, "item" | "rounds">): boolean {
    return item?.skipped === true && !item.started && !rounds.some(wasOpened);
}

// What a session begins with.
export function firstOf(entries: readonly Entry[]): Entry | undefined {
    return entries.find((entry) => !isSkipped(entry));
}

function hasBeenAsked({ rounds }: Entry): boolean {
    return rounds.some(wasOpened) && !rounds.some(isRunning);
}

// By the order of the programme: what stands before what is on is done, or was passed over, as is what never came on. What was
// taken before its turn is done as well.
export function entryStates(entries: readonly Entry[], on: Entry | undefined, state: Session["state"]): Map<string, EntryState> {
    const at = on === undefined ? -1 : entries.indexOf(on);
    const stateOf = (entry: Entry, i: number): EntryState => {
        if (i !== at && isSkipped(entry)) return "skipped";
        if (state === "planned") return "coming";
        if (state === "ended" || i < at) return wasPassedOver(entry) ? "passed" : "done";
        if (i === at) return "on";
        return hasBeenAsked(entry) ? "done" : "coming";
    };
    return new Map(entries.map((entry, i) => [entry.id, stateOf(entry, i)]));
}

export type NextStep = { step: "begin" | "end" | "none" } | { step: "go"; entry: Entry };

export function nextStep(entries: readonly Entry[], on: Entry | undefined, state: Session["state"]): NextStep {
    if (state === "planned") return { step: "begin" };
    if (state === "ended") return { step: "none" };
    const next = entries.slice(on === undefined ? 0 : entries.indexOf(on) + 1).find((entry) => !isSkipped(entry));
    return next ? { step: "go", entry: next } : { step: "end" };
}

// What the big screen shows when an entry comes on: its question once that was opened, until then its title. What is asked
// while a lecture or a check-out goes on stands beside it, until who leads shows it. Where the room looks back, what came since
// last time.
export function stageFor(session: string, entry: Entry, round = roundOnNow(entry, undefined)): EventSessionStage {
    const item = entry.item === undefined ? {} : { item: entry.item.id };
    if (entry.item?.form === "since") return { id: session, screen: "since", ...item };
    if (round === undefined) return { id: session, screen: "item", ...item };
    const shows = entry.item === undefined || (wasOpened(round) && entry.item.form === "round");
    return { id: session, screen: shows ? "round" : "item", ...item, round: round.id };
}

export function sameStage(a: Stage | undefined, b: Stage | undefined): boolean {
    return (["screen", "item", "round", "list", "note", "entries", "group", "picture", "board", "theme", "comparison"] as const).every((name) => a?.[name] === b?.[name]);
}

export function wasOpened(round: Pick<Round, "opened">): boolean {
    return (round.opened ?? 0) > 0;
}

function askedIn(entries: readonly Entry[]): Round[] {
    return entries.flatMap((entry) => entry.rounds).filter(({ homework }) => !homework);
}

// Those where people may still answer though another one is on. Homework is meant to stay open, and hinders no end.
export function leftOpen(entries: readonly Entry[], onNow: Round | undefined): Round[] {
    return openRounds(askedIn(entries)).filter(({ id }) => id !== onNow?.id);
}

export type RoundPhase = "planned" | "open" | "closing" | "closed";
const CLOSING_SOON = 60_000;

// A closing that was put off for long is an open round to everybody who sees it; the server keeps calling it closing.
export function phaseOf({ state, deadline }: Pick<Round, "state" | "deadline">, now: number): RoundPhase {
    return state === "closing" && (deadline ?? 0) - now > CLOSING_SOON ? "open" : state;
}

// Whether people write in it: then it is said how many still do.
export function isWritten({ form }: Pick<Round, "form">): boolean {
    return form === "notes" || form === "diary";
}

// Whether there is something to show and to hide: not where all see the notes already.
export function hasReveal(round: Pick<Round, "form" | "visibility">): boolean {
    return round.form === "notes" && round.visibility !== "all";
}

// Nothing is left to do with it: closed, and shown where it is to be shown.
export function isFinished(round: Pick<Round, "state" | "form" | "visibility" | "revealed">): boolean {
    return round.state === "closed" && (!hasReveal(round) || round.revealed === true);
}
