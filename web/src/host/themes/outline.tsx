// A board as an outline: each theme's heading, and below it its notes. The list is the model; the wall shows the same rows.
import type { ComponentChildren } from "preact";
import { rowKey, type Board, type Section } from "../../shared/boards";
import type { BoardDesk } from "./board_desk";
import { alsoOf, fromOf, type BoardView } from "./board_view";
import { NoteRow } from "./note_row";
import { ThemeHead } from "./theme_head";
import { say } from "./texts/themes";

export interface ShapeProps {
    desk: BoardDesk;
    board: Board;
    view: BoardView;
    session: string | undefined;
    // The row that the Tab key comes to.
    current: string | undefined;
}

export function Outline(props: ShapeProps) {
    const { desk, board, view, session } = props;
    const { sections, themes } = view;
    const isByHand = desk.order.value === "own";
    return (
        <div class="board-outline">
            {sections.map((section, i) => {
                const { theme, notes } = section;
                const at = isByHand ? { index: i - 1, count: themes.length } : undefined;
                if (!theme) return <Unsorted key="unsorted" {...props} section={section} isFolding />;
                return (
                    <section key={theme.id} class="board-section" aria-labelledby={`theme-${theme.id}`}>
                        <ThemeHead desk={desk} board={board} theme={theme} at={at} session={session} isFolding />
                        {!desk.folded.value.has(theme.id) &&
                            (notes.length > 0 ? <NoteRows {...props} section={section} /> : <Nothing view={view} />)}
                    </section>
                );
            })}
        </div>
    );
}

export const Nothing = ({ view }: { view: BoardView }) => <p class="meta board-nothing">{say(view.isWhole ? "theme_empty" : "theme_filtered")}</p>;

export function Unsorted(props: ShapeProps & { section: Section; isFolding: boolean; children?: ComponentChildren }) {
    const { desk, view, section, isFolding } = props;
    const isFolded = isFolding && desk.folded.value.has("");
    const title = `${say("unsorted")} (${section.notes.length})`;
    return (
        <section class="board-section board-unsorted" aria-labelledby="theme-none">
            <h3 id="theme-none">
                {isFolding ? (
                    <button type="button" class="board-fold" aria-expanded={!isFolded} onClick={() => desk.fold("")}>
                        <span aria-hidden="true" class="board-fold-mark">{isFolded ? "▸" : "▾"}</span>
                        {title}
                    </button>
                ) : (
                    title
                )}
            </h3>
            {!isFolded && section.notes.length > 0 && <NoteRows {...props} isOnWall={!isFolding} />}
            {section.notes.length === 0 && <p class="meta board-nothing">{unsortedText(view)}</p>}
        </section>
    );
}

function unsortedText({ notes, isWhole }: BoardView): string {
    return say(notes.length === 0 ? "nothing_yet" : isWhole ? "unsorted_none" : "theme_filtered");
}

// (All are there, as far down as they go: whoever reads by ear finds each of them. A row is drawn anew only when something of it
// changed.)
export function NoteRows({ desk, view, section: { theme, notes }, current, isOnWall = false }: ShapeProps & { section: Section; isOnWall?: boolean }) {
    const { live } = desk;
    const marked = desk.marked.value;
    const isOff = !desk.canAct;
    return (
        <ul class="board-notes" aria-label={theme ? say("notes_in", { title: theme.title ?? "" }) : say("notes_unsorted")}>
            {notes.map((note) => {
                const key = rowKey({ theme: theme?.id, note: note.id });
                return (
                    <NoteRow
                        key={key}
                        desk={desk}
                        note={note}
                        theme={theme?.id}
                        also={alsoOf(view, note.id, theme?.id)}
                        from={fromOf(live, view, note)}
                        isCurrent={key === current}
                        isMarked={marked.has(key)}
                        isOff={isOff}
                        isOnWall={isOnWall}
                    />
                );
            })}
        </ul>
    );
}
