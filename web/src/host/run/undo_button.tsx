import type { Live } from "../../shared/view/live";
import { announce } from "../../shared/view/announcer";
import { canAct } from "../act";
import { lastUndoable, takeBackLast } from "../undo";
import { say } from "./texts/run";

export function undoLast(live: Live): void {
    if (!canAct(live)) return;
    const taken = takeBackLast();
    if (taken) announce(say("undone", { done: taken.done }));
}

// What was done last here and still is so; what it reads of the meeting is what may end that.
export function UndoButton({ live }: { live: Live }) {
    void [live.all("session"), live.all("round"), live.all("note"), live.now];
    const last = lastUndoable();
    if (!last) return null;
    const where = last.elsewhere?.();
    return (
        <button type="button" class="quiet undo" disabled={!canAct(live)} onClick={() => undoLast(live)}>
            {where ? say("undo_elsewhere", { done: last.done, where }) : say("undo", { done: last.done })}
        </button>
    );
}
