// What is on and what the big screen shows, as steps that can be taken back; and what others have made of it meanwhile.
import type { EventSessionStage, Stage } from "../../generated/types";
import { roomNotes, type Note, type Round } from "../../shared/meeting";
import { sameStage, stageFor, type Entry } from "../../shared/run_of";
import { stageOfNote } from "../../shared/stage_choices";
import type { Live } from "../../shared/view/live";
import { actBack, actUndoably } from "../act";
import { isSteeredByAnother } from "./steer_steps";
import { say } from "./texts/run";

// (What others changed is read when it is needed, not when something was drawn.)
export const roundNow = (live: Live, id: string): Round | undefined => live.session.store.shared("round", id);
export const stageNow = (live: Live, session: string): Stage | undefined => live.session.store.shared("session", session)?.stage;

// What takes back what is shown next: then that was never on, and what is on now never went off. Without a way back to
// "nothing was ever set", which shows the session's title just as this does.
export function stageBefore(live: Live, session: string): EventSessionStage {
    return { id: session, ...(stageNow(live, session) ?? { screen: "item" as const }), undone: true };
}

// Unless something else than what was shown then is on by now.
export async function showAgain(live: Live, before: EventSessionStage, shown: Stage): Promise<boolean> {
    return !sameStage(stageNow(live, before.id), shown) || actBack(live, "session.stage", before);
}

// The question's name, while something else is on.
export function elsewhereThan(live: Live, id: string): () => string | undefined {
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
        takeBack: () => actBack(live, "session.stage", before),
        holds: () => sameStage(stageNow(live, id), wanted),
    });
}

// What stays on while something else is shown.
export function besideNow(live: Live, session: string): EventSessionStage {
    const { item, round } = stageNow(live, session) ?? {};
    return { id: session, screen: "item", ...(item !== undefined && { item }), ...(round !== undefined && { round }) };
}

interface Opening {
    stage: EventSessionStage;
    done: string;
    // Whether all see it already, and how they come to see it, or no longer; whether each was taken.
    isShown(): boolean;
    show(): Promise<boolean>;
    hide(): Promise<boolean>;
}

// The big screen shows only what all may see: both at once, and both are taken back at once.
export async function setStageOpenly(live: Live, { stage, done, isShown, show, hide }: Opening): Promise<void> {
    const { id, ...wanted } = stage;
    const before = stageBefore(live, id);
    const wasShown = isShown();
    if (!wasShown && !(await show())) return;
    await actUndoably(live, {
        method: "session.stage",
        params: stage,
        done,
        takeBack: async () => (await actBack(live, "session.stage", before)) && (wasShown || hide()),
        holds: () => sameStage(stageNow(live, id), wanted) && isShown(),
    });
}

export function goTo(live: Live, session: string, entry: Entry, round?: Round): Promise<boolean> {
    return setStage(live, stageFor(session, entry, round), say("done_go", { title: entry.title }));
}

// Only what the room may read anyway.
export function maySpotlight(live: Live, note: Note): boolean {
    const round = live.session.store.find("round", note.round);
    return round !== undefined && roomNotes([note], round).length > 0;
}

// On the big screen alone; once more, and all of its question's notes are there again.
export async function spotlight(live: Live, note: Note): Promise<boolean> {
    const round = live.session.store.find("round", note.round);
    if (!round || !maySpotlight(live, note) || isSteeredByAnother(live, round.session)) return false;
    return setStage(live, stageOfNote(round, note.id, stageNow(live, round.session)), say("done_stage"));
}
