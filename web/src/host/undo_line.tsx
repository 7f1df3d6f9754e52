// What was done last on a page of the plan, and the way back; what became of it.
import { useRef } from "preact/hooks";
import type { Live } from "../shared/view/live";
import { sayReason } from "../shared/view/texts/reasons";
import { refusals } from "./act";
import { useKeptFocus } from "./kept_focus";
import { say } from "./texts/undo";
import { undoSaid } from "./undo";
import { UndoButton, useUndoKey } from "./undo_button";

export function UndoLine({ live }: { live: Live }) {
    const line = useRef<HTMLDivElement>(null);
    useUndoKey(live);
    useKeptFocus(line);
    const refused = refusals.value.at(-1);
    return (
        <div class="undo-line" ref={line} tabIndex={-1}>
            <p role="status">{refused ? say("refused", { reason: sayReason(refused.reason) }) : undoSaid.value}</p>
            <UndoButton live={live} />
        </div>
    );
}
