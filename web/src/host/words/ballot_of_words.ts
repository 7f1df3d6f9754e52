// Makes a vote of words, of themes, or of what another vote left: an item of the programme, behind what is on now, and its round.
import type { BallotSettings, Choice, EventItemPut, EventRoundPut, WordRow } from "../../generated/types";
import { newId } from "../../shared/ids";
import { programmeOf, type Round } from "../../shared/meeting";
import type { Theme } from "../../shared/boards";
import type { ResultRow } from "../../shared/ballot_result";
import { positionBehind, waitingForRound } from "../../shared/positions";
import type { Live } from "../../shared/view/live";
import { act, actAt, actBack, rememberAt } from "../act";
import { itemPut } from "../agenda";
import { say } from "./texts/make_ballot";

export interface Wanted extends Omit<BallotSettings, "choices"> {
    candidates: readonly Candidate[];
    question: string;
}

// What may become a choice. `count`: how many people are behind it, where that is known.
export interface Candidate {
    id: string;
    text: string;
    count?: number;
    of: Pick<Choice, "word" | "theme" | "key">;
}

// Where the choices come from, and what is chosen of them at first.
export interface Source {
    of: "words" | "themes" | "pass";
    candidates: readonly Candidate[];
    chosen: readonly string[];
    question?: string;
    settings?: Partial<Omit<BallotSettings, "choices">>;
}

const MOST_LETTERS = 200; // of a choice

export function sourceOfWords(words: readonly WordRow[], preselected: number): Source {
    const candidates = words.map(({ word, label, persons }) => ({ id: word, text: label, count: persons, of: { word } }));
    return { of: "words", candidates, chosen: candidates.slice(0, preselected).map(({ id }) => id) };
}

export function sourceOfThemes(themes: readonly Theme[]): Source {
    const candidates = themes.map(({ id, title = "", notes = 0, key }) => {
        return { id, text: title.slice(0, MOST_LETTERS), count: notes, of: { theme: id, ...(key !== undefined && { key }) } };
    });
    return { of: "themes", candidates, chosen: candidates.map(({ id }) => id) };
}

// The next pass: its choices are the same ones, by key or by what they were made of. Nobody has more votes than places are left, nor
// as many as there are choices: everybody would stand as they did.
export function sourceOfPass(round: Round, rows: readonly ResultRow[], chosen: readonly string[], cut: number): Source {
    const { choices = [], budget = 1, cap = 0, result = "hidden" } = round.ballot ?? {};
    const candidates = rows.map(({ id, votes }) => {
        const { text, word, theme, key } = choices.find((choice) => choice.id === id)!;
        const of = { ...(word !== undefined && { word }), ...(theme !== undefined && { theme }), ...(key !== undefined && { key }) };
        return { id, text, count: votes, of };
    });
    const votes = Math.max(1, Math.min(budget, chosen.length - 1, cut > 0 ? cut : budget));
    return { of: "pass", candidates, chosen, question: round.question, settings: { budget: votes, cap, result, cut, pass_of: round.id } };
}

export interface Made {
    item: string;
    round: string;
}

const MINUTES = 10;

// What is on by the stage; else what was opened last.
function presentItem(live: Live, session: string): string | undefined {
    const staged = live.find("session", session)?.stage?.item;
    if (staged !== undefined) return staged;
    const opened = live.all("round").filter((round) => round.session === session && round.opened);
    return opened.sort((a, b) => b.opened! - a.opened!)[0]?.item;
}

// `isPlanned`: the programme had a place for it, which stays whatever becomes of the vote.
interface PlacedItem {
    item: EventItemPut;
    seq: number;
    isPlanned: boolean;
}

async function makeItem(live: Live, session: string, question: string): Promise<PlacedItem | undefined> {
    const programme = programmeOf(live.all("item"), session);
    const present = presentItem(live, session);
    const planned = waitingForRound(programme, live.all("round"), present);
    if (planned) return { item: itemPut(planned), seq: planned.seq, isPlanned: true };
    const { position, moves } = positionBehind(programme, programme.some(({ id }) => id === present) ? present : undefined);
    for (const { id, position: to } of moves) {
        const item = programme.find((one) => one.id === id)!;
        if (!(await act(live, "item.put", itemPut(item, { position: to })))) return undefined;
    }
    const item: EventItemPut = { id: newId(), base: 0, session, form: "round", title: question, minutes: MINUTES, position };
    const seq = await actAt(live, "item.put", item);
    return seq === undefined ? undefined : { item, seq, isPlanned: false };
}

export async function makeBallot(live: Live, session: string, wanted: Wanted): Promise<Made | undefined> {
    const made = await makeItem(live, session, wanted.question);
    if (!made) return undefined;
    const { candidates, question, ...settings } = wanted;
    const choices = candidates.map(({ text, of }) => ({ id: newId(), text, ...of }));
    const round: EventRoundPut = {
        id: newId(), base: 0, session, item: made.item.id, form: "ballot", question,
        visibility: "all", authorship: "anonymous", ballot: { choices, ...settings },
    };
    const seq = await actAt(live, "round.put", round);
    const removeItem = async () => made.isPlanned || act(live, "item.put", { ...made.item, base: made.seq, removed: true });
    if (seq === undefined) {
        await removeItem(); // (an item without its round would stand there for nothing)
        return undefined;
    }
    // (What was asked of people is not taken away.)
    const isPlanned = () => live.session.store.shared("round", round.id)?.state === "planned";
    rememberAt(live, seq, {
        done: say("did_make"),
        takeBack: async () => (await actBack(live, "round.put", { ...round, base: seq, removed: true })) && removeItem(),
        holds: isPlanned,
    });
    return { item: made.item.id, round: round.id };
}
