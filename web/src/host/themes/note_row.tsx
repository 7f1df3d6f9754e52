// A note on a board: to be marked, moved and dragged. The same in the list and on the wall.
import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef } from "preact/hooks";
import { rowKey } from "../../shared/boards";
import { startOf } from "../../shared/lines";
import { paperOf, type Note } from "../../shared/meeting";
import { memo } from "../run/memo";
import { say as sayWork } from "../run/texts/work";
import type { BoardDesk } from "./board_desk";
import { say } from "./texts/themes";

export const DRAGGED = "samskap note";

interface NoteRowProps {
    desk: BoardDesk;
    note: Note;
    theme: string | undefined;
    // The other themes it is in.
    also: string;
    // Whose it is: its group's, its table's, its organisation's.
    from: string;
    isCurrent: boolean;
    isMarked: boolean;
    isOff: boolean;
    isOnWall: boolean;
}

export const NoteRow = memo(function NoteRow({ desk, note, theme, also, from, isCurrent, isMarked, isOff, isOnWall }: NoteRowProps) {
    const row = useRef<HTMLLIElement>(null);
    const key = rowKey({ theme, note: note.id });
    const tabIndex = isCurrent ? 0 : -1;
    const text = note.text || "–";
    useEffect(() => {
        if (!isOnWall || isOff) return;
        return draggable({ element: row.current!, getInitialData: () => ({ kind: DRAGGED, key }) });
    }, [isOnWall, isOff, key]);
    const move = () => (desk.asked.value = { what: "move", rows: desk.rowsWith(key), stays: false });
    return (
        <li
            ref={row}
            class={`board-note note p${paperOf(note.id)} ${isMarked ? "is-marked" : ""}`}
            data-row={key}
            data-current={isCurrent ? "" : undefined}
            onFocusCapture={() => desk.current.peek() !== key && (desk.current.value = key)}
        >
            <label class="board-note-pick">
                <input type="checkbox" checked={isMarked} tabIndex={tabIndex} onChange={(event) => desk.mark(key, event.currentTarget.checked)} />
                <span class="board-note-text">{text}</span>
            </label>
            {(from || also || note.supports) && (
                <p class="board-note-marks">
                    {[from, note.supports ? sayWork("supports", { n: note.supports }) : "", also && say("also_in", { titles: also })].filter(Boolean).join(" · ")}
                </p>
            )}
            <button type="button" class="quiet board-note-move" tabIndex={tabIndex} disabled={isOff} aria-label={say("move_this", { text: startOf(text) })} onClick={move}>
                {say("move")}
            </button>
        </li>
    );
});
