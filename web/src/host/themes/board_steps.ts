// What is done on a board, each with how it is taken back: notes moved, themes and boards made, changed, shown.
import { isAsMoved, stepsFor, themesOf, type Board, type Row, type Step, type Theme } from "../../shared/boards";
import type { RefusedCommand } from "../../shared/outbox_storage";
import { announce } from "../../shared/view/announcer";
import type { Live } from "../../shared/view/live";
import type { EventNoteSort } from "../../generated/types";
import { act, actBack, hasCome, rememberAt, seqOf } from "../act";
import { addBoard, addThing, addThings, changeThing, contentOf, moveThing, removeThing, type Added, type Content } from "../carry/things";
import { orSay, sayRefused } from "../refusals";
import { besideNow, setStageOpenly } from "../run/stage_steps";
import { put } from "../saving";
import type { BoardDesk } from "./board_desk";
import { say as sayCodebook } from "./texts/codebook";
import { say } from "./texts/themes";

const titleOf = (live: Live, id: string | undefined) => live.session.store.shared("theme", id ?? "")?.title ?? say("unsorted");

function saidOf(live: Live, n: number, to: string | undefined, stays: boolean): string {
    if (to === undefined) return say("did_out", { n });
    return say(stays ? "did_also" : "did_move_n", { n, title: titleOf(live, to) });
}

interface Sent {
    step: Step;
    seq: number;
    refused?: RefusedCommand | undefined;
}

async function send(live: Live, params: EventNoteSort, step: Step): Promise<Sent> {
    const { result, refused } = await put(live, "note.sort", params);
    return { step, seq: seqOf(result), refused };
}

// From where each row stands; `stays`: into one more theme. Each note goes by itself: what is refused of one stops no other.
export async function moveNotes(desk: BoardDesk, rows: readonly Row[], to: string | undefined, stays: boolean): Promise<boolean> {
    const { live, id } = desk;
    const steps = stepsFor(id, rows, to, stays, desk.placesNow());
    if (steps.length === 0) return true;
    desk.hold(steps.map(({ note }) => note));
    const sent = await Promise.all(steps.map((step) => send(live, forth(step), step)));
    const [refused] = sent.flatMap((one) => one.refused ?? []);
    const taken = sent.filter((one) => !one.refused);
    if (refused) sayRefused(refused);
    if (taken.length === 0) return false;
    const done = saidOf(live, taken.length, to, stays);
    let elsewhere = 0; // (when it is taken back)
    const held = () => heldOf(desk, taken.map(({ step }) => step));
    announce(refused ? `${done}. ${say("not_all", { n: steps.length - taken.length })}` : done);
    rememberAt(live, Math.max(...taken.map(({ seq }) => seq)), {
        done,
        takeBack: () => {
            const steps = held();
            elsewhere = taken.length - steps.length;
            return takeBack(desk, steps);
        },
        holds: () => held().length > 0,
        leaves: () => (elsewhere > 0 ? say("left_there", { n: elsewhere }) : undefined),
    });
    return refused === undefined;
}

const forth = ({ back: _, ...params }: Step): EventNoteSort => params;

// Those that nobody else has moved since.
function heldOf(desk: BoardDesk, steps: readonly Step[]): Step[] {
    const places = desk.placesNow();
    return steps.filter((step) => isAsMoved(step, places));
}

async function takeBack(desk: BoardDesk, steps: readonly Step[]): Promise<boolean> {
    desk.hold(steps.map(({ note }) => note));
    const sent = await Promise.all(steps.map((step) => send(desk.live, step.back!, step)));
    const [refused] = sent.flatMap((one) => one.refused ?? []);
    if (!refused) await hasCome(desk.live, Math.max(0, ...sent.map(({ seq }) => seq)));
    return orSay(Promise.resolve(refused));
}

const themesNow = (live: Live, board: string) => () => themesOf(live.session.store.all("theme"), board);

export function addTheme(live: Live, board: string, title: string, definition: string): Promise<Added> {
    const content = contentOf("theme", { board, title, definition });
    // (Not when others have put notes there by then: these would be unsorted with it.)
    const isFree = (id: string) => (live.session.store.shared("theme", id)?.notes ?? 0) === 0;
    return addThing(live, "theme", { list: themesNow(live, board), content, done: say("did_theme", { title }), isFree });
}

export function addThemes(live: Live, board: string, themes: readonly { title: string; definition: string }[]) {
    return addThings(live, "theme", {
        list: themesNow(live, board),
        contents: themes.map((theme) => contentOf("theme", { board, ...theme })),
        done: (n) => sayCodebook("did", { n }),
        isFree: (id) => (live.session.store.shared("theme", id)?.notes ?? 0) === 0,
        left: (n) => sayCodebook("left", { n }),
    });
}

export function changeTheme(live: Live, theme: Theme, title: string, definition: string): Promise<RefusedCommand | undefined> {
    return changeThing(live, "theme", theme, contentOf("theme", { ...theme, title, definition }), say("did_change_theme", { title }));
}

export function removeTheme(live: Live, theme: Theme): Promise<RefusedCommand | undefined> {
    return removeThing(live, "theme", theme, say("did_remove_theme", { title: theme.title ?? "" }));
}

export function moveTheme(live: Live, { id, board, title = "" }: Theme, to: number): Promise<boolean> {
    return orSay(moveThing(live, { kind: "theme", list: themesNow(live, board), id, to, title }));
}

export function makeBoard(live: Live, content: Content<"board">): Promise<Added> {
    const isFree = (id: string) => themesNow(live, id)().length === 0;
    return addBoard(live, content, say("did_board", { title: content.title }), isFree);
}

export function changeBoard(live: Live, board: Board, content: Content<"board">): Promise<RefusedCommand | undefined> {
    return changeThing(live, "board", board, content, say("did_change_board"));
}

export function removeBoard(live: Live, board: Board): Promise<RefusedCommand | undefined> {
    return removeThing(live, "board", board, say("did_remove_board", { title: board.title }));
}

const boardNow = (live: Live, id: string) => live.session.store.shared("board", id);

export function showBoard(live: Live, board: Board, shown: boolean): Promise<boolean> {
    const content = contentOf("board", { ...board, shown });
    return orSay(changeThing(live, "board", board, content, say(shown ? "did_show" : "did_hide")));
}

export function showOnDisplay(live: Live, session: string, { id, seq, shown: _, ...board }: Board, theme: string | undefined): Promise<void> {
    const withShown = (base: number, shown: boolean) => ({ id, base, ...contentOf("board", { ...board, shown }) });
    return setStageOpenly(live, {
        stage: { ...besideNow(live, session), screen: "themes", board: id, ...(theme !== undefined && { theme }) },
        done: say("did_display"),
        isShown: () => boardNow(live, id)?.shown === true,
        show: () => act(live, "board.put", withShown(seq, true)),
        hide: () => actBack(live, "board.put", withShown(boardNow(live, id)?.seq ?? 0, false)),
    });
}
