// Makes a vote of words: an item of the programme, behind what is on now, and its round.
import type { EventItemPut, EventRoundPut, Result, WordRow } from "../../generated/types";
import { newId } from "../../shared/ids";
import { programmeOf } from "../../shared/meeting";
import { positionBehind, waitingForRound } from "../../shared/positions";
import type { Live } from "../../shared/view/live";
import { act, actAt, actBack, rememberAt } from "../act";
import { itemPut } from "../agenda";
import { say } from "./texts/make_ballot";

export interface Wanted {
    words: readonly WordRow[];
    question: string;
    budget: number;
    cap: number;
    result: Result;
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
    const choices = wanted.words.map(({ word, label }) => ({ id: newId(), text: label, word }));
    const { question, budget, cap, result } = wanted;
    const round: EventRoundPut = {
        id: newId(), base: 0, session, item: made.item.id, form: "ballot", question,
        visibility: "all", authorship: "anonymous", ballot: { choices, budget, cap, result },
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
