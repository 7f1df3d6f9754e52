// What the one who leads does, each with how it is taken back.
import type { EventSessionStage } from "../../generated/types";
import type { Note, Round } from "../../shared/meeting";
import { phaseOf, sameStage, stageFor, type Entry } from "../../shared/run_of";
import type { Live } from "../../shared/view/live";
import { act, actUndoably, sayRefused } from "../act";
import { forgetUndoables, remember } from "../undo";
import { closeDoor, openDoor, wayInto } from "../way_in";
import { say } from "./texts/run";

const MINUTE = 60_000;
export const MORE_MINUTES = 2;
export const GO_ON_MINUTES = 5;
const GRACE = { notes: 20_000, ballot: 10_000 };

// (What others changed is read when it is needed, not when something was drawn.)
const roundNow = (live: Live, id: string) => live.session.store.shared("round", id);
const stageNow = (live: Live, session: string) => live.session.store.shared("session", session)?.stage;

// Without a way back to "nothing was ever set", which shows the session's title just as this does.
function stageBefore(live: Live, session: string): EventSessionStage {
    const stage = stageNow(live, session);
    return stage ? { id: session, ...stage } : { id: session, screen: "item" };
}

// The question's name, while something else is on.
function elsewhereThan(live: Live, id: string): () => string | undefined {
    return () => {
        const round = roundNow(live, id);
        const stage = round && stageNow(live, round.session);
        return round && stage?.item !== undefined && stage.item !== round.item ? round.question : undefined;
    };
}

export async function setStage(live: Live, stage: EventSessionStage, done: string): Promise<boolean> {
    const { id, ...wanted } = stage;
    const before = stageBefore(live, id);
    return actUndoably(live, {
        method: "session.stage",
        params: stage,
        done,
        takeBack: () => void act(live, "session.stage", before),
        holds: () => sameStage(stageNow(live, id), wanted),
    });
}

export function goTo(live: Live, session: string, entry: Entry, round?: Round): Promise<boolean> {
    return setStage(live, stageFor(session, entry, round), say("done_go", { title: entry.title }));
}

// People are still on their way in: what shows it to them stays on the screen, and stands there while they check in.
export async function begin(live: Live, session: string, first: Entry | undefined): Promise<boolean> {
    const begun = await act(live, "session.run", { id: session, state: "live" });
    if (begun) forgetUndoables(); // (a beginning cannot be taken back, so nothing before it either)
    if (!begun || !first) return begun;
    const stage = stageFor(session, first);
    const joins = stageNow(live, session)?.screen === "join" || first.item?.form === "checkin";
    return act(live, "session.stage", joins ? { ...stage, screen: "join" } : stage);
}

export function endSession(live: Live, session: string): Promise<boolean> {
    return actUndoably(live, {
        method: "session.run",
        params: { id: session, state: "ended" },
        done: say("done_end"),
        takeBack: () => void backToLive(live, session),
        holds: () => live.session.store.shared("session", session)?.state === "ended",
    });
}

export function backToLive(live: Live, session: string): Promise<boolean> {
    return act(live, "session.run", { id: session, state: "live" });
}

// Opens, and shows the question to the room. `minutes`: until it closes by itself; none: until somebody closes it.
export async function openRound(live: Live, entry: Entry, round: Round, minutes: number | undefined): Promise<boolean> {
    const before = stageBefore(live, round.session);
    const deadline = minutes === undefined ? {} : { deadline: live.session.clock.now() + minutes * MINUTE };
    if (!(await act(live, "round.open", { id: round.id, ...deadline }))) return false;
    const stage = stageFor(round.session, entry, { ...round, opened: round.opened || 1 });
    await act(live, "session.stage", stage);
    const takeBack = () => {
        void act(live, "round.close", { id: round.id, grace: 0 });
        if (sameStage(stageNow(live, round.session), stage)) void act(live, "session.stage", before);
    };
    const holds = () => roundNow(live, round.id)?.state === "open";
    remember({ done: say(round.form === "ballot" ? "done_open_ballot" : "done_open"), takeBack, holds, elsewhere: elsewhereThan(live, round.id) });
    return true;
}

export function reveal(live: Live, { id }: Round, revealed: boolean): Promise<boolean> {
    return actUndoably(live, {
        method: "round.reveal",
        params: { id, revealed },
        done: say(revealed ? "done_reveal" : "done_unreveal"),
        takeBack: () => void act(live, "round.reveal", { id, revealed: !revealed }),
        holds: () => (roundNow(live, id)?.revealed === true) === revealed,
        elsewhere: elsewhereThan(live, id),
    });
}

export function closeRound(live: Live, round: Round, grace = GRACE[round.form]): Promise<boolean> {
    const { id, form } = round;
    // (The end of a closing that is cut short is not the one that the round had.)
    const before = phaseOf(round, live.session.clock.now()) === "closing" ? 0 : (round.deadline ?? 0);
    const holds = () => {
        const now = live.session.clock.now();
        const found = roundNow(live, id);
        const isOverAnyway = before > 0 && before <= now;
        return found !== undefined && !isOverAnyway && ["closing", "closed"].includes(phaseOf(found, now));
    };
    const done = say(form === "ballot" ? "done_close_ballot" : "done_close");
    const takeBack = () => void openAsBefore(live, id, before);
    const elsewhere = elsewhereThan(live, id);
    return actUndoably(live, { method: "round.close", params: { id, grace }, done, takeBack, holds, elsewhere });
}

// With the end that it had; 0: none.
async function openAsBefore(live: Live, id: string, deadline: number): Promise<void> {
    if (roundNow(live, id)?.state === "closed") {
        await act(live, "round.open", { id, ...(deadline > 0 && { deadline }) });
        return;
    }
    // (What is closing is open again once it has no end, and only then.)
    const opened = await act(live, "round.deadline", { id, deadline: 0 });
    if (opened && deadline > 0) await act(live, "round.deadline", { id, deadline });
}

function inMinutes(live: Live, minutes: number): number {
    return live.session.clock.now() + minutes * MINUTE;
}

// `deadline`: 0 for none; a closing round would be open again by that, which nobody may do in passing.
function setDeadline(live: Live, { id, deadline: before = 0 }: Round, deadline: number): Promise<boolean> {
    const takeBack = () => void act(live, "round.deadline", { id, deadline: before });
    const holds = () => {
        const round = roundNow(live, id);
        const possible = before > live.session.clock.now() || (before === 0 && round?.state === "open");
        return possible && (round?.deadline ?? 0) === deadline;
    };
    return actUndoably(live, { method: "round.deadline", params: { id, deadline }, done: say("done_deadline"), takeBack, holds });
}

export function moreTime(live: Live, round: Round, minutes: number): Promise<boolean> {
    return setDeadline(live, round, Math.max(round.deadline ?? 0, live.session.clock.now()) + minutes * MINUTE);
}

export function chooseDeadline(live: Live, round: Round, minutes: number | undefined): Promise<boolean> {
    return setDeadline(live, round, minutes === undefined ? 0 : inMinutes(live, minutes));
}

// A closing that was begun: people get time again.
export function stopClosing(live: Live, round: Round): Promise<boolean> {
    return act(live, "round.deadline", { id: round.id, deadline: inMinutes(live, GO_ON_MINUTES) });
}

export function hideNote(live: Live, { id, reason: before = "" }: Note, hidden: boolean, reason = ""): Promise<boolean> {
    const params = hidden ? { id, hidden, reason } : { id, hidden };
    return actUndoably(live, {
        method: "note.hide",
        params,
        done: say(hidden ? "done_hide" : "done_show"),
        takeBack: () => void act(live, "note.hide", hidden ? { id, hidden: false } : { id, hidden: true, reason: before }),
        holds: () => (live.session.store.shared("note", id)?.hidden === true) === hidden,
    });
}

export function admitNote(live: Live, { id }: Note, admitted: boolean): Promise<boolean> {
    return actUndoably(live, {
        method: "note.admit",
        params: { id, admitted },
        done: say(admitted ? "done_admit" : "done_unadmit"),
        takeBack: () => void act(live, "note.admit", { id, admitted: !admitted }),
        holds: () => (live.session.store.shared("note", id)?.admitted === true) === admitted,
    });
}

export async function setDoor(live: Live, session: string, open: boolean): Promise<boolean> {
    if (!(await moveDoor(live, session, open))) return false;
    const takeBack = () => void moveDoor(live, session, !open);
    const holds = () => (wayInto(live, session)?.open === true) === open;
    remember({ done: say(open ? "done_door_opened" : "done_door_closed"), takeBack, holds });
    return true;
}

async function moveDoor(live: Live, session: string, open: boolean): Promise<boolean> {
    const { refused } = await (open ? openDoor : closeDoor)(live, session);
    if (refused) sayRefused(refused);
    return refused === undefined;
}
