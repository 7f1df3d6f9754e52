// What was done last that others see, and how it is taken back. A facilitator's own doings on this page, the latest on
// top; what a colleague did is taken back on that colleague's page, or by the control that shows the state.
import { signal } from "@preact/signals";

export interface Undoable {
    // What was done, as a finished sentence part: "Svaren visas för alla".
    done: string;
    takeBack(): void;
    // Whether it is still so. What somebody else has changed meanwhile is not taken back over their head.
    holds?(): boolean;
    // Where it was done, if that is not what is on now: nobody must take back at one question what they did at another.
    elsewhere?(): string | undefined;
}

const MOST = 50;
export const undoables = signal<readonly Undoable[]>([]);

export function remember(undoable: Undoable): void {
    undoables.value = [...undoables.value, undoable].slice(-MOST);
}

// The latest that still is so. Whoever reads it while drawing is drawn anew when that changes.
export function lastUndoable(): Undoable | undefined {
    return undoables.value.filter(stillHolds).at(-1);
}

export function takeBackLast(): Undoable | undefined {
    const last = lastUndoable();
    undoables.value = undoables.value.filter((one) => one !== last && stillHolds(one));
    last?.takeBack();
    return last;
}

// Another meeting: what was done in the one before cannot be taken back from here.
export function forgetUndoables(): void {
    undoables.value = [];
}

function stillHolds({ holds }: Undoable): boolean {
    return holds?.() ?? true;
}
