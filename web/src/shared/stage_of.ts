// What the big screen shows: by the session's stage; where that names nothing (any more), by what is open. The same answer
// for the display, for the small picture of it in the host's page, and for the text of it on every phone. Pure.
import type { EntryForm } from "../generated/types";
import { isBoardShown } from "./board_sight";
import type { Board, Theme } from "./boards";
import type { Comparison } from "./comparisons";
import { isSeenByAll, type Picture } from "./pictures";
import { isTalkedAt, openRounds, roomNotes, type Item, type Note, type Round, type Session, type Words } from "./meeting";

export type StageView =
    | { screen: "end" }
    | { screen: "title" } // the session's own title page: nothing is on
    | { screen: "join" }
    | { screen: "item"; item: Item }
    | { screen: "round"; round: Round; item: Item | undefined }
    | { screen: "words"; list: Words; item: Item | undefined }
    | { screen: "themes"; board: Board; theme: Theme | undefined }
    | { screen: "comparison"; comparison: Comparison }
    | { screen: "note"; note: Note; round: Round }
    | { screen: "walls"; round: Round; group: string | undefined }
    | { screen: "entries"; form: EntryForm }
    | { screen: "since" }
    | { screen: "picture"; picture: Picture }
    | { screen: "pictures" }
    | { screen: "blank" };

export interface StageParts {
    session: Session;
    items: readonly Item[];
    rounds: readonly Round[];
    words: readonly Words[];
    // The one that the stage names, if it is known here.
    note?: Note | undefined;
    picture?: Picture | undefined;
    boards?: readonly Board[];
    // The theme that the stage names, if it stands.
    theme?: Theme | undefined;
    comparison?: Comparison | undefined;
}

export function stageOf({ session, items, rounds, words, note, picture, boards = [], theme, comparison }: StageParts): StageView {
    if (session.state === "ended") return { screen: "end" };
    const { stage } = session;
    const item = items.find(({ id, removed }) => id === stage?.item && !removed);
    // (What a display cannot see, a host's page must not show as the display's: planned rounds, lists that are not shown.)
    const round = rounds.find(({ id, removed, opened }) => id === stage?.round && !removed && opened);
    const list = words.find((one) => one.id === stage?.list && isWithTheRoom(one, rounds));
    if (stage?.screen === "join" || stage?.screen === "blank" || stage?.screen === "since" || stage?.screen === "pictures") return { screen: stage.screen };
    if (stage?.screen === "entries" && stage.entries) return { screen: "entries", form: stage.entries };
    if (stage?.screen === "picture" && picture && isSeenByAll(picture, rounds)) return { screen: "picture", picture };
    if (stage?.screen === "note" && note) {
        const asked = rounds.find(({ id, removed }) => id === note.round && !removed);
        if (asked && roomNotes([note], asked).length > 0) return { screen: "note", note, round: asked };
    }
    const board = boards.find((one) => one.id === stage?.board && isBoardShown(one));
    if (stage?.screen === "themes" && board) return { screen: "themes", board, theme: theme?.board === board.id && !theme.removed ? theme : undefined };
    if (stage?.screen === "comparison" && comparison && isComparisonSeen(comparison)) return { screen: "comparison", comparison };
    if (stage?.screen === "words" && list) return { screen: "words", list, item };
    // (Before they are shown the screen says what it says of the question.)
    if (stage?.screen === "walls" && round && showsNotes(round)) return { screen: "walls", round, group: stage.group };
    if ((stage?.screen === "round" || stage?.screen === "walls") && round) return { screen: "round", round, item: item ?? itemOf(round, items) };
    if (item) return { screen: "item", item };
    if (stage?.screen === "item") return { screen: "title" };
    const open = openRounds(rounds.filter((one) => one.session === session.id && !one.removed && !one.homework))[0];
    return open ? { screen: "round", round: open, item: itemOf(open, items) } : { screen: "title" };
}

// The stage names what the room does not see (yet): what is shown meanwhile is something else, or a title.
export function awaitedOn({ session, rounds, words, comparison }: StageParts): "words" | "comparison" | undefined {
    const { stage, state } = session;
    if (state === "ended") return undefined;
    if (stage?.screen === "words") return words.some((one) => one.id === stage.list && isWithTheRoom(one, rounds)) ? undefined : "words";
    return stage?.screen === "comparison" && !(comparison && isComparisonSeen(comparison)) ? "comparison" : undefined;
}

// As the server has it: a list says what stands on notes, so the room sees it once it may see them all.
export function isWithTheRoom(list: Words, rounds: readonly Round[]): boolean {
    const counted = rounds.filter(({ id, removed }) => list.rounds.includes(id) && !removed);
    return list.shown === true && counted.every(({ revealed, visibility }) => revealed || visibility === "all");
}

// So is what stands side by side: the room sees it once it is told, and as long as it is.
export function isComparisonSeen({ shown, state, removed }: Pick<Comparison, "shown" | "state" | "removed">): boolean {
    return shown === true && state === "told" && !removed;
}

function itemOf(round: Round, items: readonly Item[]): Item | undefined {
    return items.find(({ id, removed }) => id === round.item && !removed);
}

// What the screen says of an item: what it is about and, once that is written, what it came to.
export function saidOf({ form, about, summary }: Item): string | undefined {
    return (isTalkedAt(form) && summary) || about;
}

// Whether the result of a ballot or a scale may be seen by the room: what is hidden until the end is not in the tally before.
export function showsResult(round: Round): boolean {
    const settings = round.form === "ballot" ? round.ballot : round.form === "scale" ? round.scale : undefined;
    return settings !== undefined && (settings.result === "open" ? round.state !== "planned" : round.state === "closed");
}

// Whether the room sees the notes of a round already.
export function showsNotes(round: Round): boolean {
    return round.form === "notes" && (round.revealed === true || (round.visibility === "all" && round.state !== "planned"));
}
