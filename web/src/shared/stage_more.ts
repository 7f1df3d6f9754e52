// What the room has made, as the big screen may be told to show it: the walls of its groups, the themes of its boards, what
// stands side by side. Each only once the room may see it. Pure.
import type { EventSessionStage } from "../generated/types";
import { isBoardShown } from "./board_sight";
import { boardsOf, themesOf, type Board, type Theme } from "./boards";
import type { Comparison } from "./comparisons";
import { groupsOf, type Grouping } from "./grouping";
import { type Round } from "./meeting";
import { stageOfBoard, stageOfComparison, stageOfWalls, type OnNow } from "./stage_choices";
import { isComparisonSeen, showsNotes, type StageView } from "./stage_of";

export type MoreKind = "walls" | "themes" | "comparisons";

export interface MoreChoice {
    id: string;
    // Nothing: all of them together.
    name: string | undefined;
    isShown: boolean;
    stage: EventSessionStage;
}

export interface MadeHere {
    rounds: readonly Round[];
    groupings: readonly Grouping[];
    boards: readonly Board[];
    themes: readonly Theme[];
    comparisons: readonly Comparison[];
}

// `view`: what the big screen shows. Empty where there is nothing of a kind.
export function moreChoices(now: OnNow, view: StageView, made: MadeHere): Record<MoreKind, MoreChoice[]> {
    return { walls: wallChoices(now, view, made), themes: themeChoices(now, view, made), comparisons: comparisonChoices(now, view, made) };
}

// All walls of one question side by side, and each group's alone.
function wallChoices(now: OnNow, view: StageView, { rounds, groupings }: MadeHere): MoreChoice[] {
    const groups = (round: Round) => groupsOf(round, groupings.find(({ id }) => id === round.grouping), now.session);
    const round = walledRound(now, view, rounds.filter((one) => one.session === now.session.id && !one.removed && showsNotes(one) && groups(one).length > 0));
    if (!round) return [];
    const choice = (group: string | undefined, name: string | undefined): MoreChoice => {
        const isShown = view.screen === "walls" && view.round.id === round.id && view.group === group;
        return { id: group ?? round.id, name, isShown, stage: stageOfWalls(now, round, group) };
    };
    return [choice(undefined, undefined), ...groups(round).map(({ id, name }) => choice(id, name))];
}

// The question that is on, else the one whose walls are shown, else the one that came last.
function walledRound({ round }: OnNow, view: StageView, walled: readonly Round[]): Round | undefined {
    const shown = view.screen === "walls" ? view.round.id : undefined;
    const last = [...walled].sort((a, b) => (a.opened ?? 0) - (b.opened ?? 0)).at(-1);
    return walled.find(({ id }) => id === round?.id) ?? walled.find(({ id }) => id === shown) ?? last;
}

// A board with all its themes. Of the only one, or of the one that is shown, each theme by itself as well.
function themeChoices(now: OnNow, view: StageView, { rounds, boards, themes }: MadeHere): MoreChoice[] {
    const shown = boardsHere(now, rounds, boards.filter(isBoardShown));
    const onScreen = view.screen === "themes" ? view : undefined;
    return shown.flatMap((board) => {
        const isHere = onScreen?.board.id === board.id;
        const all = { id: board.id, name: shown.length > 1 ? board.title : undefined, isShown: isHere && !onScreen?.theme, stage: stageOfBoard(now, board.id, undefined) };
        if (shown.length > 1 && !isHere) return [all];
        const each = themesOf(themes, board.id).map(({ id, title }) => {
            return { id, name: title ?? "", isShown: isHere && onScreen?.theme?.id === id, stage: stageOfBoard(now, board.id, id) };
        });
        return [all, ...each];
    });
}

// Those over the session's questions, and those over questions of several sessions; none that is another session's own.
function boardsHere({ session, round }: OnNow, rounds: readonly Round[], boards: readonly Board[]): Board[] {
    const sessionOf = new Map(rounds.map(({ id, session: of }) => [id, of]));
    const isHere = (board: Board) => {
        const of = new Set(board.rounds.map((id) => sessionOf.get(id)));
        return of.has(session.id) || of.size > 1;
    };
    return boardsOf(boards.filter(isHere), new Set(sessionOf.keys()), round?.id);
}

function comparisonChoices(now: OnNow, view: StageView, { comparisons }: MadeHere): MoreChoice[] {
    const isShown = (id: string) => view.screen === "comparison" && view.comparison.id === id;
    const seen = comparisons.filter(isComparisonSeen).sort((a, b) => a.title.localeCompare(b.title, "sv") || (a.id < b.id ? -1 : 1));
    return seen.map(({ id, title }) => ({ id, name: title, isShown: isShown(id), stage: stageOfComparison(now, id) }));
}
