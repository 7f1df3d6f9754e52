// What was done last on a page of the plan, and the way back; also Ctrl+Z, outside of fields.
import { useEffect } from "preact/hooks";
import { say } from "./texts/plan";
import { lastUndoable, takeBackLast } from "./undo";

const isField = (target: EventTarget | null) =>
    target instanceof HTMLElement && target.closest("input, textarea, select") !== null;

export function UndoLine() {
    useEffect(() => {
        const keyDown = (event: KeyboardEvent) => {
            if (event.key.toLowerCase() !== "z" || event.shiftKey || !(event.ctrlKey || event.metaKey) || isField(event.target))
                return;
            event.preventDefault();
            takeBackLast();
        };
        addEventListener("keydown", keyDown);
        return () => removeEventListener("keydown", keyDown);
    }, []);
    const last = lastUndoable();
    if (!last) return null;
    return (
        <p class="undo-line">
            <button type="button" class="quiet" onClick={() => takeBackLast()}>
                {say("undo", { done: last.done })}
            </button>
        </p>
    );
}
