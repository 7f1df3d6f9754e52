// The list by keyboard: arrows go from word to word, single letters do what the menu does.
import type { WordRow } from "../../generated/types";
import { shortcutsOn } from "../run/keys";
import { actionsFor } from "./actions";
import type { Desk } from "./desk";

const FIELDS = "input:not([type=checkbox]), select, textarea, [role=menu]";

const isField = (target: EventTarget | null) => target instanceof HTMLElement && target.closest(FIELDS) !== null;

export function keyPressed(event: KeyboardEvent, desk: Desk, rows: readonly WordRow[]): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return leave(event, desk);
    if (isField(event.target)) return;
    const place = (event.target as HTMLElement).closest<HTMLElement>("[data-word]");
    const row = rows.find(({ word }) => word === place?.dataset.word);
    if (!place || !row) return;
    if (move(event, place)) return event.preventDefault();
    if (!shortcutsOn.value) return;
    const key = event.key.toLowerCase();
    if (key === "x") desk.select(row.word);
    else {
        const action = desk.canAct ? actionsFor(desk, row).find((one) => one.key === key) : undefined;
        if (!action) return;
        action.run();
    }
    event.preventDefault();
}

// Closes one thing, and the focus goes to the row that it belonged to.
function leave(event: KeyboardEvent, desk: Desk): void {
    const target = event.target as HTMLElement;
    const word = desk.opened.value ?? desk.active.value;
    if (target instanceof HTMLInputElement && target.type === "search" && target.value !== "" && !target.closest("[data-word]")) return;
    if (!desk.close()) return;
    event.preventDefault();
    event.stopPropagation();
    focusRow(event.currentTarget as HTMLElement, word);
}

export function focusRow(root: HTMLElement, word: string | undefined): void {
    const rows = [...root.querySelectorAll<HTMLElement>("[data-word] .words-open")];
    rows.find((button) => button.closest<HTMLElement>("[data-word]")?.dataset.word === word)?.focus({ preventScroll: true });
}

function move(event: KeyboardEvent, place: HTMLElement): boolean {
    const all = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[data-word] .words-open");
    const buttons = [...all].filter((button) => button.getClientRects().length > 0); // (none of a folded section)
    const at = buttons.findIndex((button) => button.closest<HTMLElement>("[data-word]")?.dataset.word === place.dataset.word);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return false;
    buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
    return true;
}
