// What the one who leads does with the session, its notes and its door, each with how it is taken back.
import type { Note } from "../../shared/meeting";
import { stageFor, type Entry } from "../../shared/run_of";
import type { Live } from "../../shared/view/live";
import { act, actAt, actBack, actUndoably, rememberAt } from "../act";
import { say as sayUndo } from "../texts/undo";
import { turnDoor } from "../door_steps";
import { orSay, sayRefused } from "../refusals";
import { openDoor, wayInto } from "../way_in";
import { showAgain, stageBefore } from "./stage_steps";
import { say } from "./texts/run";

// People are still on their way in: what shows it to them stays on the screen, and stands there while they check in.
export async function begin(live: Live, session: string, first: Entry | undefined): Promise<boolean> {
    const before = stageBefore(live, session);
    const seq = await actAt(live, "session.run", { id: session, state: "live" });
    if (seq === undefined) return false;
    await letIn(live, session);
    const stage = first && stageFor(session, first);
    const joins = before.screen === "join" || first?.item?.form === "checkin";
    const shown = stage && (joins ? { ...stage, screen: "join" as const } : stage);
    const takeBack = async () => {
        const isPlanned = await actBack(live, "session.run", { id: session, state: "planned", undone: true });
        return isPlanned && (shown === undefined || showAgain(live, before, shown));
    };
    const isBegun = () => {
        const { store } = live.session;
        const opened = store.all("round").some((round) => round.session === session && (round.opened ?? 0) > 0);
        return store.shared("session", session)?.state === "live" && !opened;
    };
    rememberAt(live, seq, { done: sayUndo("done_begin"), takeBack, holds: isBegun });
    return shown ? act(live, "session.stage", shown) : true;
}

// A door that nobody has opened yet, as of a meeting made by a template, opens as the meeting begins: the room comes in by
// the code that is shown then. One that was closed here stays closed.
async function letIn(live: Live, session: string): Promise<void> {
    const isTold = live.session.store.now.sessions !== undefined;
    if (!isTold || wayInto(live, session)) return;
    const { refused } = await openDoor(live, session);
    if (refused) sayRefused(refused);
}

const stateNow = (live: Live, session: string) => live.session.store.shared("session", session)?.state;

function run(live: Live, id: string, state: "live" | "ended", done: string): Promise<boolean> {
    return actUndoably(live, {
        method: "session.run",
        params: { id, state },
        done,
        takeBack: () => actBack(live, "session.run", { id, state: state === "live" ? "ended" : "live", undone: true }),
        holds: () => stateNow(live, id) === state,
    });
}

export const endSession = (live: Live, session: string) => run(live, session, "ended", say("done_end"));
export const backToLive = (live: Live, session: string) => run(live, session, "live", sayUndo("done_back"));

export function hideNote(live: Live, { id, reason: before = "" }: Note, hidden: boolean, reason = ""): Promise<boolean> {
    return actUndoably(live, {
        method: "note.hide",
        params: hidden ? { id, hidden, reason } : { id, hidden },
        done: say(hidden ? "done_hide" : "done_show"),
        takeBack: () => actBack(live, "note.hide", hidden ? { id, hidden: false } : { id, hidden: true, reason: before }),
        holds: () => (live.session.store.shared("note", id)?.hidden === true) === hidden,
    });
}

export function admitNote(live: Live, { id }: Note, admitted: boolean): Promise<boolean> {
    return actUndoably(live, {
        method: "note.admit",
        params: { id, admitted },
        done: say(admitted ? "done_admit" : "done_unadmit"),
        takeBack: () => actBack(live, "note.admit", { id, admitted: !admitted }),
        holds: () => (live.session.store.shared("note", id)?.admitted === true) === admitted,
    });
}

export function setDoor(live: Live, session: string, open: boolean): Promise<boolean> {
    return orSay(turnDoor(live, session, open));
}
