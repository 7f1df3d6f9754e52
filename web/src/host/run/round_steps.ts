// What the one who leads does with a question: opens it, shows its answers, closes it, says how long it goes on. Each with
// how it is taken back.
import type { Round } from "../../shared/meeting";
import { phaseOf, stageFor, type Entry } from "../../shared/run_of";
import { hasAnswers } from "../../shared/round_settings";
import type { Live } from "../../shared/view/live";
import { act, actAt, actBack, actUndoably, rememberAt, tryBack } from "../act";
import { usualEnd } from "../diary/usual_end";
import { sayRefused } from "../refusals";
import { say as sayUndo } from "../texts/undo";
import { elsewhereThan, roundNow, showAgain, stageBefore } from "./stage_steps";
import { isSteeredByAnother } from "./steer_steps";
import { say } from "./texts/run";

const MINUTE = 60_000;
export const MORE_MINUTES = 2;
export const GO_ON_MINUTES = 5;
const GRACE = { notes: 20_000, ballot: 10_000, scale: 10_000, diary: 20_000 };
// A closing that comes back leaves time to see that it did.
const LEAST_GRACE = 10_000;

const timeOver = () => sayUndo("time_over");
const sessionOver = () => sayUndo("session_over");

// Where the meeting has ended, nothing is opened again but what is done at home.
function mayBeOpen(live: Live, id: string): boolean {
    const round = roundNow(live, id);
    return round?.homework === true || live.session.store.shared("session", round?.session ?? "")?.state === "live";
}

// The end that each question had while it was open, whoever began to close it since; 0: none.
const ends = new Map<string, number>();

export function noteEnds(rounds: readonly Round[]): void {
    for (const { id, state, deadline } of rounds) if (state === "open") ends.set(id, deadline ?? 0);
}

// Of what stands on no screen by being opened, such as a diary or homework. `deadline`: 0 for none.
export async function openQuietly(live: Live, round: Round, deadline: number, done: string): Promise<boolean> {
    const { id } = round;
    let leaves: string | undefined;
    return actUndoably(live, {
        method: "round.open",
        params: { id, ...(deadline > 0 ? { deadline } : {}) },
        done,
        takeBack: async () => {
            const back = await unopen(live, round);
            leaves = back === "closed" ? leftOf(live, round) : undefined;
            return back !== undefined;
        },
        holds: () => roundNow(live, id)?.state === "open",
        leaves: () => leaves,
    });
}

export const lastsForDays = ({ homework, form }: Round) => homework === true || form === "diary";

// Opens, and shows the question to the room, unless somebody else says what the big screen shows. `minutes`: until it closes by itself; none: until somebody closes it, or as long as homework usually is.
export function openRound(live: Live, entry: Entry, round: Round, minutes: number | undefined): Promise<boolean> {
    return openTogether(live, entry, [round], minutes);
}

// Several of an item, the first of which is on: one thing that was done, and one way back.
export async function openTogether(live: Live, entry: Entry, rounds: readonly Round[], minutes: number | undefined): Promise<boolean> {
    const [first] = rounds;
    const before = first && stageBefore(live, first.session);
    const { opened, seq } = await openEach(live, rounds, minutes);
    if (!before || seq === undefined) return false;
    const stage = stageFor(first.session, entry, { ...first, opened: first.opened || 1 });
    let leaves: string | undefined;
    const takeBack = async () => {
        const back = await unopenEach(live, opened);
        leaves = back.leaves;
        if (back.isAny) await showAgain(live, before, stage); // (refused, it is said beside what became of the question)
        return back.isAll;
    };
    rememberAt(live, seq, {
        done: doneOpen(opened),
        takeBack,
        holds: () => opened.every(({ id }) => roundNow(live, id)?.state === "open"),
        elsewhere: elsewhereThan(live, first.id),
        leaves: () => leaves,
    });
    if (!isSteeredByAnother(live, first.session)) await act(live, "session.stage", stage); // (refused, it is said, and the opening can be taken back)
    return true;
}

function doneOpen(opened: readonly Round[]): string {
    if (opened.length > 1) return say("done_open_all", { n: opened.length });
    return say(opened[0]?.form === "ballot" ? "done_open_ballot" : "done_open");
}

// Up to the first that the server refuses, which is said.
async function openEach(live: Live, rounds: readonly Round[], minutes: number | undefined): Promise<{ opened: Round[]; seq?: number }> {
    const opened: Round[] = [];
    let last: { seq?: number } = {};
    for (const round of rounds) {
        const deadline = minutes !== undefined ? live.session.clock.now() + minutes * MINUTE : lastsForDays(round) ? usualEnd(live, round) : 0;
        const seq = await actAt(live, "round.open", { id: round.id, ...(deadline > 0 ? { deadline } : {}) });
        if (seq === undefined) break;
        opened.push(round);
        last = { seq };
    }
    return { opened, ...last };
}

async function unopenEach(live: Live, opened: readonly Round[]): Promise<{ isAny: boolean; isAll: boolean; leaves: string | undefined }> {
    const backs = [];
    for (const round of [...opened].reverse()) backs.push({ round, back: await unopen(live, round) });
    const left = backs.filter(({ back }) => back === "closed").map(({ round }) => leftOf(live, round));
    const isAny = backs.some(({ back }) => back !== undefined);
    return { isAny, isAll: backs.every(({ back }) => back !== undefined), leaves: [...new Set(left)].join(" ") || undefined };
}

// As if it had never been open, or closed as it was; once somebody has answered it can only be closed. Nothing where that is
// refused too.
async function unopen(live: Live, { id, opened = 0 }: Round): Promise<"as before" | "closed" | undefined> {
    const close = () => actBack(live, "round.close", { id, grace: 0 });
    if (opened > 0) return (await close()) ? "as before" : undefined;
    const refused = await tryBack(live, "round.open", { id, undone: true });
    if (!refused) return "as before";
    if (refused.reason === "has_answers") return (await close()) ? "closed" : undefined;
    sayRefused(refused);
    return undefined;
}

// Whoever has taken their only answer away again has answered all the same: then nothing is kept.
function leftOf(live: Live, { id, form }: Round): string {
    if (form === "diary") return sayUndo("leaves_diary");
    const { store } = live.session;
    const round = roundNow(live, id);
    const notes = store.all("note").filter(({ removed }) => !removed);
    const areKept = round !== undefined && hasAnswers(round, notes, store.shared("tally", id) ?? store.shared("scale_tally", id));
    if (form === "ballot") return sayUndo(areKept ? "leaves_votes" : "leaves_ballot");
    return sayUndo(areKept ? "leaves_answers" : "leaves_round");
}

export function reveal(live: Live, { id, form }: Round, revealed: boolean, done = say(revealed ? "done_reveal" : "done_unreveal")): Promise<boolean> {
    return actUndoably(live, {
        method: "round.reveal",
        params: { id, revealed },
        done,
        takeBack: () => actBack(live, "round.reveal", { id, revealed: !revealed }),
        holds: () => (roundNow(live, id)?.revealed === true) === revealed,
        elsewhere: elsewhereThan(live, id),
        leaves: () => (revealed && form !== "diary" ? sayUndo("leaves_read") : undefined),
    });
}

// Closing takes some seconds; one that has begun is cut short by closing once more, with none.
export function closeRound(live: Live, round: Round, grace = GRACE[round.form]): Promise<boolean> {
    if (phaseOf(round, live.session.clock.now()) === "closing") return closeNow(live, round);
    const { id, form, deadline: before = 0 } = round;
    const isOverAnyway = () => before > 0 && before <= live.session.clock.now();
    const isClosed = () => ["closing", "closed"].includes(phaseNow(live, id));
    return actUndoably(live, {
        method: "round.close",
        params: { id, grace },
        done: say(form === "ballot" ? "done_close_ballot" : "done_close"),
        takeBack: () => openAsBefore(live, id, before),
        holds: () => mayBeOpen(live, id) && !isOverAnyway() && isClosed(),
        lapsed: () => (!mayBeOpen(live, id) ? sessionOver() : isClosed() ? timeOver() : undefined),
        elsewhere: elsewhereThan(live, id),
    });
}

function closeNow(live: Live, round: Round): Promise<boolean> {
    const { id, form } = round;
    const left = secondsToCome(live, round);
    const before = endBefore(live, id);
    return actUndoably(live, {
        method: "round.close",
        params: { id, grace: 0 },
        done: sayUndo(form === "ballot" ? "done_close_now_ballot" : "done_close_now"),
        takeBack: async () => (await openAsBefore(live, id, before())) && actBack(live, "round.close", { id, grace: left }),
        holds: () => mayBeOpen(live, id) && roundNow(live, id)?.state === "closed",
        lapsed: () => (mayBeOpen(live, id) ? undefined : sessionOver()),
        elsewhere: elsewhereThan(live, id),
    });
}

// The end that it had before it began to close, unless that has passed; 0: none.
function endBefore(live: Live, id: string): () => number {
    const end = ends.get(id) ?? 0;
    return () => (end > live.session.clock.now() ? end : 0);
}

function secondsToCome(live: Live, { deadline = 0 }: Round): number {
    return Math.max(LEAST_GRACE, Math.round(deadline - live.session.clock.now()));
}

function phaseNow(live: Live, id: string): string {
    const round = roundNow(live, id);
    return round ? phaseOf(round, live.session.clock.now()) : "";
}

// With the end that it had; 0: none.
function openAsBefore(live: Live, id: string, deadline: number): Promise<boolean> {
    const end = deadline > 0 ? { deadline } : {};
    if (roundNow(live, id)?.state === "closed") return actBack(live, "round.open", { id, ...end });
    return actBack(live, "round.deadline", { id, deadline, open: true });
}

// `deadline`: 0 for none.
export function setDeadline(live: Live, { id, deadline: before = 0 }: Round, deadline: number, done = say("done_deadline")): Promise<boolean> {
    const isSet = () => {
        const round = roundNow(live, id);
        return round?.state === "open" && (round.deadline ?? 0) === deadline;
    };
    const isPossible = () => before === 0 || before > live.session.clock.now();
    return actUndoably(live, {
        method: "round.deadline",
        params: { id, deadline },
        done,
        takeBack: () => actBack(live, "round.deadline", { id, deadline: before }),
        holds: () => isPossible() && isSet(),
        lapsed: () => (isPossible() ? undefined : timeOver()),
        elsewhere: elsewhereThan(live, id),
    });
}

function inMinutes(live: Live, minutes: number): number {
    return live.session.clock.now() + minutes * MINUTE;
}

export function moreTime(live: Live, round: Round, minutes: number): Promise<boolean> {
    return setDeadline(live, round, Math.max(round.deadline ?? 0, live.session.clock.now()) + minutes * MINUTE);
}

export function chooseDeadline(live: Live, round: Round, minutes: number | undefined): Promise<boolean> {
    return setDeadline(live, round, minutes === undefined ? 0 : inMinutes(live, minutes));
}

// A closing that was begun: people get time again, and it is open as before.
export function stopClosing(live: Live, round: Round): Promise<boolean> {
    const { id } = round;
    const left = secondsToCome(live, round);
    const deadline = inMinutes(live, GO_ON_MINUTES);
    return actUndoably(live, {
        method: "round.deadline",
        params: { id, deadline, open: true },
        done: sayUndo("done_go_on"),
        takeBack: () => actBack(live, "round.close", { id, grace: left }),
        holds: () => roundNow(live, id)?.state === "open" && roundNow(live, id)?.deadline === deadline,
        elsewhere: elsewhereThan(live, id),
    });
}
