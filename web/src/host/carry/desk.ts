// What the rows of a list ask of it; the same each time, so that a row is drawn anew only when something of it changed.
import type { RefusedCommand } from "../../shared/outbox_storage";

export interface Desk {
    // The row that the keyboard is at.
    choose(id: string): void;
    // Is opened for editing; nothing: the one that is open is left.
    edit(id: string | undefined): void;
    // By one step among those that are shown.
    move(id: string, step: -1 | 1): void;
    drop(id: string, edge: "above" | "below", beside: string): void;
    // It was touched here: it stays in sight, whatever is filtered.
    hold(id: string): void;
    // The keyboard goes (back) to the row.
    stay(id: string): void;
    refuse(refused: RefusedCommand | undefined): void;
}
