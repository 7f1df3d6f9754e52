// Notes sorted into themes: the boards over a session's questions (or over all of a process), and the one that is worked on.
import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import "./themes.css";
import { boardsOf, firstBoard, type Board, type Row } from "../../shared/boards";
import type { Live } from "../../shared/view/live";
import { useKeptFocus } from "../kept_focus";
import { shortcutsOn } from "../run/keys";
import type { Made } from "../words/ballot_of_words";
import { BallotOfThemes } from "../words/ballot_of_themes";
import { BoardDesk } from "./board_desk";
import { askedOf, BoardForm } from "./board_form";
import { BoardHead } from "./board_head";
import { boardKey } from "./board_keys";
import { BoardTools, MarkedBar, OthersLine, WhyOff } from "./board_tools";
import { useBoardView } from "./board_view";
import { BoardWall } from "./board_wall";
import { CodebookDialog } from "./codebook_dialog";
import { MoveDialog } from "./move_dialog";
import { DRAGGED } from "./note_row";
import { Outline } from "./outline";
import { say } from "./texts/themes";
import { ThemeDialog } from "./theme_dialog";

export interface ThemesTabProps {
    live: Live;
    // None: all of the process, between the meetings.
    session: string | undefined;
    // The round that is looked at; its boards come first.
    round?: string | undefined;
    // Where a vote is put; none where there is no session that it could be put in.
    ballotIn: string | undefined;
    // Brings a vote on that was made here.
    goTo(made: Made): Promise<unknown>;
}

export function ThemesTab({ live, session, round, ballotIn, goTo }: ThemesTabProps) {
    const asked = askedOf(live);
    const rounds = asked.filter((one) => session === undefined || one.session === session).flatMap((one) => one.rounds);
    const boards = boardsOf(live.all("board"), new Set(rounds.map(({ id }) => id)), round);
    const [chosen, choose] = useState<string>();
    const box = useRef<HTMLElement>(null);
    useKeptFocus(box);
    const board = boards.find(({ id }) => id === chosen) ?? (chosen === "" ? undefined : firstBoard(boards, round));
    const isThere = live.isWhole && rounds.length > 0;
    return (
        <section ref={box} class="board" aria-label={say("heading")} tabIndex={-1}>
            {!isThere ? (
                <p class="meta">{say(live.isWhole ? "no_rounds" : "loading")}</p>
            ) : board ? (
                <OneBoard live={live} board={board} boards={boards} session={session} choose={choose} ballotIn={ballotIn} goTo={goTo} />
            ) : (
                <>
                    <p class="board-lead">{say("lead")}</p>
                    <BoardForm
                        live={live}
                        board={undefined}
                        rounds={[(rounds.find(({ id }) => id === round) ?? rounds[0]!).id]}
                        session={session}
                        done={(id) => choose(id)}
                        cancel={boards[0] && (() => choose(boards[0]!.id))}
                    />
                </>
            )}
        </section>
    );
}

type Shape = "list" | "wall";
type OneBoardProps = Omit<ThemesTabProps, "round"> & { board: Board; boards: readonly Board[]; choose(board: string | undefined): void };

function OneBoard({ live, board, boards, session, choose, ballotIn, goTo }: OneBoardProps) {
    const desk = useMemo(() => new BoardDesk(live, board.id), [live, board.id]);
    const [shape, setShape] = useState<Shape>("list");
    // (The board that is changed, and the one that a vote is made of: none of the others.)
    const [changed, change] = useState<string>();
    const [voted, vote] = useState<string>();
    const isChanging = changed === board.id;
    if (voted === board.id && ballotIn) return <BallotOfThemes live={live} board={board} session={ballotIn} close={() => vote(undefined)} goTo={goTo} />;
    const stop = (id?: string) => {
        change(undefined);
        if (!id) choose(undefined);
    };
    return (
        <>
            <BoardHead
                desk={desk}
                board={board}
                session={session}
                boards={boards}
                isChanging={isChanging}
                choose={choose}
                change={() => change(isChanging ? undefined : board.id)}
                makeBallot={ballotIn === undefined ? undefined : () => vote(board.id)}
                addTheme={() => (desk.asked.value = { what: "new", rows: [] })}
                openCodebook={() => (desk.asked.value = { what: "codebook" })}
            />
            {isChanging && <BoardForm live={live} board={board} rounds={board.rounds} session={session} done={stop} cancel={() => change(undefined)} />}
            <Sorting key={board.id} desk={desk} board={board} session={session} shape={shape} setShape={setShape} />
        </>
    );
}

// (Here and not at the row: that one may go while it is dragged.)
function watchDragging(desk: BoardDesk): () => void {
    const stop = monitorForElements({
        canMonitor: ({ source }) => source.data.kind === DRAGGED,
        onDragStart: () => (desk.isDragging.value = true),
        onDrop: () => (desk.isDragging.value = false),
    });
    return () => {
        stop();
        desk.isDragging.value = false;
    };
}

type SortingProps = { desk: BoardDesk; board: Board; session: string | undefined; shape: Shape; setShape(shape: Shape): void };

function Sorting({ desk, board, session, shape, setShape }: SortingProps) {
    const view = useBoardView(desk, board, shape === "list");
    const box = useRef<HTMLDivElement>(null);
    const lastAt = useRef(0);
    const wanted = desk.current.value;
    // (A row that somebody else took away leaves its place to the one behind it.)
    const at = wanted === undefined ? 0 : view.keys.indexOf(wanted);
    const current = view.keys[at >= 0 ? at : Math.min(lastAt.current, view.keys.length - 1)];
    if (at >= 0) lastAt.current = at;
    const hadFocus = useRef(false);
    useEffect(() => watchDragging(desk), [desk]);
    useLayoutEffect(() => {
        const isLost = hadFocus.current && document.activeElement === document.body;
        if (!desk.wantsFocus && !isLost) return;
        if (desk.asked.peek()) return; // (a dialog has the focus)
        desk.wantsFocus = false;
        box.current?.querySelector<HTMLElement>("[data-current] input")?.focus();
    });
    const goOn = (rows: readonly Row[]) => desk.goOnBehind(rows, view.keys);
    const asked = desk.asked.value;
    const shapeProps = { desk, board, view, session, current };
    return (
        <div
            ref={box}
            class="board-work"
            onKeyDown={(event) => boardKey(event, desk, view.keys, goOn)}
            onFocusIn={(event) => void (hadFocus.current = (event.target as HTMLElement).closest("[data-row]") !== null)}
            onFocusOut={(event) => event.relatedTarget !== null && void (hadFocus.current = false)}
            onPointerDown={() => void (hadFocus.current = false)}
        >
            <WhyOff desk={desk} />
            <BoardTools desk={desk} board={board} view={view}>
                <div class="board-shapes" role="group" aria-label={say("shape")}>
                    {(["list", "wall"] as const).map((one) => (
                        <button key={one} type="button" aria-pressed={one === shape} onClick={() => setShape(one)}>
                            {say(`shape_${one}`)}
                        </button>
                    ))}
                </div>
            </BoardTools>
            {view.themes.length === 0 && view.notes.length > 0 && (
                <div class="board-first">
                    <p>{say("first_theme_lead")}</p>
                    <button type="button" class="primary" disabled={!desk.canAct} onClick={() => (desk.asked.value = { what: "new", rows: [] })}>
                        {say("first_theme")}
                    </button>
                </div>
            )}
            {view.themes.length > 0 && <OthersLine desk={desk} view={view} hint={say(shape === "wall" ? "wall_keys" : shortcutsOn.value ? "keys_short" : "keys_off")} />}
            {shape === "wall" ? <BoardWall {...shapeProps} /> : <Outline {...shapeProps} />}
            <MarkedBar desk={desk} goOn={goOn} />
            {asked?.what === "move" && <MoveDialog desk={desk} asked={asked} goOn={goOn} />}
            {asked?.what === "codebook" && <CodebookDialog desk={desk} />}
            {asked && asked.what !== "move" && asked.what !== "codebook" && <ThemeDialog key={asked.what} desk={desk} asked={asked} goOn={goOn} />}
        </div>
    );
}
