// A theme's name, its figures, and what is done with the theme as a whole.
import type { Board, Theme } from "../../shared/boards";
import { MoveButtons } from "../carry/move_buttons";
import { ActButton } from "../run/act_button";
import { useSteering } from "../run/steer_steps";
import type { BoardDesk } from "./board_desk";
import { moveTheme, showOnDisplay } from "./board_steps";
import { say } from "./texts/themes";

export function figuresOf({ notes = 0, persons = 0, votes = 0 }: Theme, { per_round }: Board): string {
    const who = persons > 0 ? say(per_round ? "persons_sum" : "persons", { n: persons }) : "";
    return [say("notes", { n: notes }), who, votes > 0 ? say("votes", { n: votes }) : ""].filter(Boolean).join(" · ");
}

interface ThemeHeadProps {
    desk: BoardDesk;
    board: Board;
    theme: Theme;
    // Of so many themes this one; nothing where their order is not by hand.
    at: { index: number; count: number } | undefined;
    session: string | undefined;
    // In the list it folds.
    isFolding: boolean;
}

export function ThemeHead({ desk, board, theme, at, session, isFolding }: ThemeHeadProps) {
    const { live } = desk;
    const title = theme.title ?? "";
    const isFolded = desk.folded.value.has(theme.id);
    return (
        <header class="board-theme-head">
            <h3 id={`theme-${theme.id}`}>
                {isFolding ? (
                    <button type="button" class="board-fold" aria-expanded={!isFolded} onClick={() => desk.fold(theme.id)}>
                        <span aria-hidden="true" class="board-fold-mark">{isFolded ? "▸" : "▾"}</span>
                        {title}
                    </button>
                ) : (
                    title
                )}
            </h3>
            <p class="meta">{figuresOf(theme, board)}</p>
            {theme.definition && <p class="board-definition">{theme.definition}</p>}
            <div class="board-theme-acts">
                <button
                    type="button"
                    class="quiet"
                    disabled={!desk.canAct}
                    aria-label={say("change_theme_this", { title })}
                    onClick={() => (desk.asked.value = { what: "change", theme: theme.id })}
                >
                    {say("change_theme")}
                </button>
                {session && <OnDisplay desk={desk} board={board} theme={theme} session={session} />}
                {at && isFolding && (
                    <MoveButtons
                        title={title}
                        isUp={desk.canAct && at.index > 0}
                        isDown={desk.canAct && at.index < at.count - 1}
                        move={(step) => void moveTheme(live, theme, at.index + step)}
                    />
                )}
            </div>
        </header>
    );
}

// One theme with its notes, while the room talks about it; once more, and all of the board's stand there again.
function OnDisplay({ desk: { live }, board, theme, session }: Pick<ThemeHeadProps, "desk" | "board" | "theme"> & { session: string }) {
    const at = live.find("session", session);
    if (!at || at.state === "ended") return null;
    const { stage } = at;
    const isOn = stage?.screen === "themes" && stage.board === board.id && stage.theme === theme.id;
    const isOff = !useSteering(live, at).mayStage;
    return (
        <ActButton
            live={live}
            class="quiet"
            disabled={isOff}
            label={`${say(isOn ? "back_to_board" : "theme_on_display")}: ${theme.title ?? ""}`}
            onAct={() => showOnDisplay(live, session, board, isOn ? undefined : theme.id)}
        >
            {say(isOn ? "back_to_board" : "theme_on_display")}
        </ActButton>
    );
}
