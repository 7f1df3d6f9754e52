// A board by keyboard: arrows go from note to note, single letters do what the buttons do.
import { rowOf, type Row } from "../../shared/boards";
import { shortcutsOn } from "../run/keys";
import type { BoardDesk } from "./board_desk";
import { moveNotes } from "./board_steps";

const isField = (target: EventTarget | null) => target instanceof HTMLElement && target.closest("input:not([type=checkbox]), select, textarea, dialog") !== null;

export function boardKey(event: KeyboardEvent, desk: BoardDesk, keys: readonly string[], goOn: (rows: readonly Row[]) => void): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const place = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
    if (event.key === "Escape" && desk.marked.value.size > 0) desk.unmark();
    else if (!place || !(step(event, desk, keys, place.dataset.row!) || letter(event, desk, place.dataset.row!, goOn))) return;
    event.preventDefault();
}

function step(event: KeyboardEvent, desk: BoardDesk, keys: readonly string[], key: string): boolean {
    const at = keys.indexOf(key);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: keys.length - 1 }[event.key];
    if (to === undefined || at < 0) return false;
    const next = keys[Math.max(0, Math.min(keys.length - 1, to))]!;
    // (With shift all on the way are marked.)
    if (event.shiftKey) for (const one of keys.slice(Math.min(at, to), Math.max(at, to) + 1)) desk.mark(one, true);
    desk.current.value = next;
    desk.wantsFocus = true;
    return true;
}

function letter(event: KeyboardEvent, desk: BoardDesk, key: string, goOn: (rows: readonly Row[]) => void): boolean {
    if (!shortcutsOn.value || !desk.canAct) return false;
    const rows = desk.rowsWith(key);
    switch (event.key.toLowerCase()) {
        case "m":
            desk.asked.value = { what: "move", rows, stays: false };
            return true;
        case "a":
            desk.asked.value = { what: "move", rows, stays: true };
            return true;
        case "n":
            desk.asked.value = { what: "new", rows };
            return true;
        case "t":
            if (rows.every(({ theme }) => theme === undefined)) return false;
            takeOut(desk, rows, goOn);
            return true;
        case "x":
            desk.mark(key);
            return true;
        default:
            return false;
    }
}

export function takeOut(desk: BoardDesk, rows: readonly Row[], goOn: (rows: readonly Row[]) => void): void {
    goOn(rows);
    desk.unmark();
    void moveNotes(desk, rows, undefined, false);
}

export const rowsOf = (keys: Iterable<string>): Row[] => [...keys].map(rowOf);
