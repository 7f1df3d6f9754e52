// What a process carries from meeting to meeting, and what of it a meeting begins with. Pure.
import type { EntryForm } from "../generated/types";
import { isBoardShown } from "./board_sight";
import { themesOf, type Board, type Theme } from "./boards";
import { inOrder, type Round, type Session, type Words } from "./meeting";
import { isWithTheRoom } from "./stage_of";
import type { EntityOf } from "./store";

export type Carried = EntityOf<"entry">;

// The lists, in the order in which a group works through them.
export const carriedForms = ["question", "step", "trial", "message", "gap", "known"] as const satisfies readonly EntryForm[];

export function listOf(entries: readonly Carried[], form: EntryForm): Carried[] {
    return inOrder(entries.filter((entry) => entry.form === form));
}

// Not closed: what somebody still has to take on.
export function stands(entry: Carried): boolean {
    return entry.state !== "closed";
}

export interface CarriedList {
    form: EntryForm;
    open: Carried[];
    closed: Carried[];
}

// Those of the lists that have anything in them.
export function carriedLists(entries: readonly Carried[]): CarriedList[] {
    const lists = carriedForms.map((form) => {
        const all = listOf(entries, form);
        return { form, open: all.filter(stands), closed: all.filter((entry) => !stands(entry)) };
    });
    return lists.filter(({ open, closed }) => open.length + closed.length > 0);
}

// What a meeting ends with: what is open, and who does what.
export function openAtTheEnd(entries: readonly Carried[]): CarriedList[] {
    return carriedLists(entries).filter(({ form, open }) => (form === "question" || form === "step") && open.length > 0);
}

export interface Since {
    lists: { form: EntryForm; entries: Carried[] }[];
    homework: Round[];
    // The last meeting's, whose answers are shown.
    done: Round[];
    words: Words | undefined;
    // Most notes first, of those that have any.
    themes: Theme[];
}

interface Process {
    session: Session;
    sessions: readonly Session[];
    entries: readonly Carried[];
    rounds: readonly Round[];
    words: readonly Words[];
    boards: readonly Board[];
    themes: readonly Theme[];
}

// Since last time: what was left open and what was answered, the homework for this meeting and what that of the last one came to,
// its words, and the themes that its notes came to.
export function sinceLast({ session, sessions, entries, rounds, words, boards, themes }: Process): Since {
    const lists = carriedForms.filter((form) => form !== "known").map((form) => ({ form, entries: listOf(entries, form).filter(stands) }));
    const homework = rounds.filter((round) => round.session === session.id && round.homework && !round.removed && (round.opened ?? 0) > 0);
    const done = homeworkBefore(session, sessions, rounds);
    return {
        lists: lists.filter((list) => list.entries.length > 0),
        homework,
        done,
        words: latestOfOthers(session, rounds, words.filter((list) => isWithTheRoom(list, rounds) && (list.words ?? []).length > 0)),
        themes: themesBefore(session, rounds, boards, themes),
    };
}

function homeworkBefore({ number: now = 0 }: Session, sessions: readonly Session[], rounds: readonly Round[]): Round[] {
    const numbers = new Map(sessions.map(({ id, number = 0 }) => [id, number]));
    const numberOf = (round: Round) => numbers.get(round.session) ?? now;
    const before = rounds.filter((round) => round.homework && round.revealed && !round.removed && numberOf(round) < now);
    const last = Math.max(...before.map(numberOf));
    return inOrder(before.filter((round) => numberOf(round) === last));
}

function themesBefore(session: Session, rounds: readonly Round[], boards: readonly Board[], themes: readonly Theme[]): Theme[] {
    const filled = (board: Board) => themesOf(themes, board.id).filter(({ notes = 0 }) => notes > 0);
    const board = latestOfOthers(session, rounds, boards.filter((one) => isBoardShown(one) && one.revealed === true && filled(one).length > 0));
    return board ? filled(board).sort((a, b) => (b.notes ?? 0) - (a.notes ?? 0)) : [];
}

// What was worked with last, of other meetings: a room knows nothing of their rounds but that.
function latestOfOthers<T extends { seq: number; rounds: readonly string[] }>(session: Session, rounds: readonly Round[], all: readonly T[]): T | undefined {
    const own = new Set(rounds.filter((round) => round.session === session.id).map((round) => round.id));
    return all.filter((one) => !one.rounds.some((round) => own.has(round))).sort((a, b) => b.seq - a.seq)[0];
}
