// What was done last on a page of the plan, and the way back; what became of it.
import { useEffect, useRef } from "preact/hooks";
import type { Live } from "../shared/view/live";
import { sayReason } from "../shared/view/texts/reasons";
import { useKeptFocus } from "./kept_focus";
import { refusals } from "./refusals";
import { say } from "./texts/undo";
import { forgetSaid, undoSaid } from "./undo";
import { UndoButton, useUndoKey } from "./undo_button";

// isKept: in sight, however long the page is
export function UndoLine({ live, isKept = false }: { live: Live; isKept?: boolean }) {
    const line = useRef<HTMLDivElement>(null);
    useUndoKey(live);
    useKeptFocus(line);
    useEffect(() => forgetSaid, []);
    const refused = refusals.value.at(-1);
    return (
        <div class={isKept ? "undo-line undo-kept" : "undo-line"} ref={line} tabIndex={-1}>
            <p role="status">{refused ? say("refused", { reason: sayReason(refused.reason) }) : undoSaid.value}</p>
            <UndoButton live={live} />
        </div>
    );
}
