// What was done last that others see, and how it is taken back. A facilitator's own doings on this page, the latest on
// top; what a colleague did is taken back on that colleague's page, or by the control that shows the state.
import { signal } from "@preact/signals";

export interface Undoable {
    // What was done, as a finished sentence part: "Svaren visas för alla".
    done: string;
    takeBack(): void;
}

const MOST = 50;
export const undoables = signal<readonly Undoable[]>([]);

export function remember(undoable: Undoable): void {
    undoables.value = [...undoables.value, undoable].slice(-MOST);
}

export function takeBackLast(): Undoable | undefined {
    const last = undoables.value.at(-1);
    undoables.value = undoables.value.slice(0, -1);
    last?.takeBack();
    return last;
}
