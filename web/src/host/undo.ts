// What was done last that others see, and how it is taken back. A facilitator's own doings on this page, the latest on
// top; what a colleague did is taken back on that colleague's page, or by the control that shows the state.
import { signal } from "@preact/signals";
import { pushed, topOf, without, type Top, type Undoable } from "../shared/undo_stack";
import { announce } from "../shared/view/announcer";
import { forgetRefusals } from "./refusals";
import { say } from "./texts/undo";

export type { Undoable } from "../shared/undo_stack";

const undoables = signal<readonly Undoable[]>([]);
// One after the other: whether the next one holds is known once the one before it is seen to be gone.
export const isTakingBack = signal(false);
// What could not be taken back, or not all of it, until the next thing is done.
export const undoSaid = signal("");
// Raised where the page goes elsewhere: a closed outbox answers nothing, and what it would say is of another page.
let generation = 0;

export function remember(undoable: Undoable): void {
    forgetSaid();
    undoables.value = pushed(undoables.value, undoable);
}

// What was said of the last thing done, or refused, is read by now, or is of a page that was left.
export function forgetSaid(): void {
    undoSaid.value = "";
    forgetRefusals();
}

// Whoever reads it while drawing is drawn anew when something is done or taken back.
export function lastDone(): Top {
    return topOf(undoables.value);
}

export function sayLapsed(one: Undoable): string {
    return say("lapsed", { done: one.done, why: one.lapsed?.() ?? say("changed_since") });
}

export function forgetDone(one: Undoable): void {
    undoables.value = without(undoables.value, one);
}

// What no longer holds is said, and nothing else is taken back in its place: the next press is for what lies below.
export async function takeBackLast(): Promise<void> {
    const top = topOf(undoables.value);
    const { one } = top;
    if (isTakingBack.value || !one) return;
    const lapsed = top.is === "lapsed" ? sayLapsed(one) : "";
    forgetDone(one);
    undoSaid.value = lapsed;
    if (lapsed === "") await takeBack(one);
}

async function takeBack(one: Undoable): Promise<void> {
    const begun = generation;
    isTakingBack.value = true;
    const taken = await one.takeBack().catch(() => false);
    if (begun !== generation) return;
    isTakingBack.value = false;
    if (!taken) return; // (why is said where refusals are)
    const undone = say("undone", { done: one.done });
    const leaves = one.leaves?.();
    // (Said where it stands to be read, or else only to who listens: once each.)
    if (leaves) undoSaid.value = `${undone}. ${leaves}`;
    else announce(undone);
}

// Another meeting: what was done in the one before cannot be taken back from here, nor is anything of it said.
export function forgetUndoables(): void {
    generation++;
    isTakingBack.value = false;
    undoables.value = [];
    forgetSaid();
}
