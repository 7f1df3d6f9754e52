// A board's head: what is left to sort, who sees it, and what is done with it as a whole.
import { themesOf, type Board } from "../../shared/boards";
import { ActButton } from "../run/act_button";
import { useSteering } from "../run/steer_steps";
import type { BoardDesk } from "./board_desk";
import { showBoard, showOnDisplay } from "./board_steps";
import { say as sayCodebook } from "./texts/codebook";
import { say } from "./texts/themes";

export interface BoardHeadProps {
    desk: BoardDesk;
    board: Board;
    session: string | undefined;
    boards: readonly { id: string; title: string }[];
    isChanging: boolean;
    // Empty: a new one.
    choose(board: string): void;
    change(): void;
    // Nothing where no vote can be made.
    makeBallot: (() => void) | undefined;
    addTheme(): void;
    openCodebook(): void;
}

export function BoardHead({ desk, board, session, boards, isChanging, choose, change, makeBallot, addTheme, openCodebook }: BoardHeadProps) {
    const { live } = desk;
    const { notes = 0, unsorted = 0 } = board;
    const themes = themesOf(live.all("theme"), board.id).length;
    const off = !desk.canAct;
    return (
        <header class="board-head">
            <div class="board-name">
                <h2 class={boards.length > 1 ? "unseen" : "board-title"}>{board.title}</h2>
                {boards.length > 1 && (
                    <label>
                        <span class="unseen">{say("board")}</span>
                        <select value={board.id} onChange={(event) => choose(event.currentTarget.value)}>
                            {boards.map(({ id, title }) => (
                                <option key={id} value={id}>
                                    {title}
                                </option>
                            ))}
                        </select>
                    </label>
                )}
                <p class="meta">
                    {notes > 0 && `${say("figures", { notes: say("notes", { n: notes }), unsorted: say("unsorted_left", { n: unsorted }) })}. `}
                    {seenBy(board)} {board.per_round && say("per_round")}
                </p>
            </div>
            <p class="board-buttons">
                {themes > 0 && (
                    <button type="button" class="primary" disabled={off} onClick={addTheme}>
                        {say("new_theme")}
                    </button>
                )}
                {makeBallot && themes > 1 && (
                    <button type="button" disabled={off} onClick={makeBallot}>
                        {say("make_ballot")}
                    </button>
                )}
                {board.hands === "hosts" && (
                    <button type="button" disabled={off} onClick={() => void showBoard(live, board, !board.shown)}>
                        {say(board.shown ? "hide" : "show")}
                    </button>
                )}
                {session && <OnDisplay desk={desk} board={board} session={session} />}
                <button type="button" class="quiet" aria-expanded={isChanging} onClick={change}>
                    {say("change_board")}
                </button>
                <button type="button" class="quiet" disabled={off} onClick={openCodebook}>
                    {sayCodebook("open")}
                </button>
                <button type="button" class="quiet" onClick={() => choose("")}>
                    {say("new_board")}
                </button>
            </p>
        </header>
    );
}

function seenBy({ hands, shown, revealed, notes = 0 }: Board): string {
    const who = say(hands === "all" ? "all_sort" : shown ? "is_shown" : "is_hidden");
    return shown && !revealed && notes > 0 ? `${who} ${say("not_revealed")}` : who;
}

function OnDisplay({ desk: { live }, board, session }: { desk: BoardDesk; board: Board; session: string }) {
    const at = live.find("session", session);
    if (!at || at.state === "ended") return null;
    const { stage } = at;
    const isOn = stage?.screen === "themes" && stage.board === board.id && stage.theme === undefined;
    const isOff = !useSteering(live, at).mayStage;
    return (
        <ActButton live={live} disabled={isOff || isOn} onAct={() => showOnDisplay(live, session, board, undefined)}>
            {say(isOn ? "is_on_display" : "on_display")}
        </ActButton>
    );
}
