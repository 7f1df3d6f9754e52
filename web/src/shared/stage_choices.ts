// What the big screen may be told to show beside what is on: each with the stage that says so, or without one where there is
// nothing of it. For every page that chooses. Pure.
import type { EntryForm, EventSessionStage } from "../generated/types";
import type { Round, Session, Words } from "./meeting";
import { wasOpened, type Entry } from "./run_of";
import { showsNotes, showsResult } from "./stage_of";

export type Choosable = "join" | "item" | "round" | "words" | "since" | "blank";
export const CHOOSABLE: readonly Choosable[] = ["join", "item", "round", "words", "since", "blank"];

export type NameOfChoice = Choosable | "answers" | "result";

// What a choice for the screen is called: the question shows its answers as soon as the room may see them.
export function nameOf(screen: Choosable, round: Round | undefined): NameOfChoice {
    if (screen !== "round" || !round) return screen;
    if (showsResult(round)) return "result";
    return showsNotes(round) ? "answers" : "round";
}

export interface OnNow {
    session: Session;
    on: Entry | undefined;
    round: Round | undefined;
}

type Beside = Pick<EventSessionStage, "id" | "item" | "round">;

// What stays on while something else is shown.
function besideOf({ session, on, round }: OnNow): Beside {
    return { id: session.id, ...(on?.item && { item: on.item.id }), ...(round && { round: round.id }) };
}

export function stageChoices(now: OnNow, lists: readonly Words[], rounds: readonly Round[]): Record<Choosable, EventSessionStage | undefined> {
    const { session, on, round } = now;
    const beside = besideOf(now);
    const list = listOf(lists, session.id, rounds, round?.id);
    return {
        join: { ...beside, screen: "join" },
        item: on?.item && on.item.form !== "since" ? { ...beside, screen: "item" } : undefined,
        round: round && wasOpened(round) ? { ...beside, screen: "round" } : undefined,
        words: list && { ...beside, screen: "words", list: list.id },
        since: { ...beside, screen: "since" },
        blank: { ...beside, screen: "blank" },
    };
}

// One of the lists of what is carried on.
export function stageOfList(now: OnNow, entries: EntryForm): EventSessionStage {
    return { ...besideOf(now), screen: "entries", entries };
}

// One picture, or all of the session's.
export function stageOfPictures(now: OnNow, picture: string | undefined): EventSessionStage {
    return stageOfPicturesBeside(besideOf(now), picture);
}

export function stageOfPicturesBeside(beside: Beside, picture: string | undefined): EventSessionStage {
    return picture === undefined ? { ...beside, screen: "pictures" } : { ...beside, screen: "picture", picture };
}

// What came of another question than the one that is on, which stays on.
export function stageOfResult(now: OnNow, round: Round): EventSessionStage {
    return { ...besideOf({ ...now, round }), screen: "round" };
}

// The walls of a question's groups, or one of them; where that is shown already, the question as it is shown else.
export function stageOfWalls(now: OnNow, round: Round, group: string | undefined): EventSessionStage {
    const beside = besideOf({ ...now, round });
    const { stage } = now.session;
    const isShown = stage?.screen === "walls" && stage.round === round.id && stage.group === group;
    return isShown ? { ...beside, screen: "round" } : { ...beside, screen: "walls", ...(group === undefined ? {} : { group }) };
}

// A board with all its themes, or one of them alone.
export function stageOfBoard(now: OnNow, board: string, theme: string | undefined): EventSessionStage {
    return { ...besideOf(now), screen: "themes", board, ...(theme === undefined ? {} : { theme }) };
}

// Words or themes side by side.
export function stageOfComparison(now: OnNow, comparison: string): EventSessionStage {
    return { ...besideOf(now), screen: "comparison", comparison };
}

// A note of a question alone; or, where it stands there already, the question with all of its notes.
export function stageOfNote({ session, item, id }: Round, note: string, shown: Session["stage"]): EventSessionStage {
    const beside = { id: session, ...(item !== undefined && { item }), round: id };
    return shown?.screen === "note" && shown.note === note ? { ...beside, screen: "round" } : { ...beside, screen: "note", note };
}

// The list that the room may see: of the round that is on first, else any of the session's.
function listOf(lists: readonly Words[], session: string, rounds: readonly Round[], round: string | undefined): Words | undefined {
    const own = new Set(rounds.filter((one) => one.session === session).map(({ id }) => id));
    const shown = lists.filter((list) => list.shown && list.rounds.some((id) => own.has(id)));
    return shown.find((list) => round !== undefined && list.rounds.includes(round)) ?? shown.at(-1);
}
