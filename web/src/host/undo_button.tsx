// What was done last here, and the way back; where there is none any more, why.
import { useEffect, useLayoutEffect } from "preact/hooks";
import { ticking } from "../shared/view/clock";
import type { Live } from "../shared/view/live";
import { canAct } from "./act";
import { forgetRefusals } from "./refusals";
import { forgetDone, forgetUndoables, isTakingBack, lastDone, sayLapsed, takeBackLast } from "./undo";
import { say } from "./texts/undo";

export function undoLast(live: Live): void {
    if (!canAct(live) || isTakingBack.value) return;
    forgetRefusals(); // (whoever goes on has read them)
    void takeBackLast();
}

export function isUndoKey(event: KeyboardEvent): boolean {
    return (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z";
}

export function isField(target: EventTarget | null): boolean {
    const fields = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
    return target instanceof HTMLElement && target.matches(fields);
}

// Ctrl+Z, but in fields, where it takes back what is being written.
export function useUndoKey(live: Live): void {
    useEffect(() => {
        const press = (event: KeyboardEvent) => {
            if (event.defaultPrevented || !isUndoKey(event) || isField(event.target)) return;
            event.preventDefault();
            undoLast(live);
        };
        document.addEventListener("keydown", press);
        return () => document.removeEventListener("keydown", press);
    }, [live]);
}

// What was done on the page before is not taken back here, nor what is done here on the one that comes next; and neither is
// complained of there.
export function useOwnUndo(live: Live, session: string): void {
    useLayoutEffect(() => {
        forgetUndoables();
        return forgetUndoables;
    }, [live, session]);
}

export function UndoButton({ live }: { live: Live }) {
    void [live.isWhole, live.now, ticking.value]; // (what it may end by)
    const top = lastDone();
    const { one } = top;
    if (!one) return null;
    if (top.is === "lapsed") return <Lapsed text={sayLapsed(one)} close={() => forgetDone(one)} />;
    const where = one.elsewhere?.();
    return (
        <button
            type="button"
            class="quiet undo"
            disabled={!canAct(live)}
            aria-disabled={isTakingBack.value}
            onClick={() => undoLast(live)}
        >
            {where ? say("undo_elsewhere", { done: one.done, where }) : say("undo", { done: one.done })}
        </button>
    );
}

function Lapsed({ text, close }: { text: string; close(): void }) {
    return (
        <span class="undo-lapsed">
            {text}
            <button type="button" class="quiet" aria-label={say("close")} onClick={close}>
                ×
            </button>
        </span>
    );
}
