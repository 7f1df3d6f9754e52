// What the page has to say near its controls: that they do not work now, and why; what the server refused.
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { lostRace } from "../act";
import { forgetRefusals, refusals } from "../refusals";
import { undoSaid } from "../undo";
import { say } from "./texts/run";

export function Said({ live }: { live: Live }) {
    const state = stateText(live);
    const refused = refusals.value.at(-1);
    return (
        <div class="bar-said" role="status">
            {state && <p class="said wrong">{state}</p>}
            {undoSaid.value && (
                <p class="said">
                    {undoSaid.value}
                    <button type="button" class="quiet" aria-label={say("said_close")} onClick={() => (undoSaid.value = "")}>
                        ×
                    </button>
                </p>
            )}
            {refused && (
                <p class="said wrong">
                    {lostRace(refused) ? say("was_first") : say("refused", { reason: sayReason(refused.reason) })}
                    <button type="button" class="quiet" aria-label={say("said_close")} onClick={forgetRefusals}>
                        ×
                    </button>
                </p>
            )}
        </div>
    );
}

// Nothing where everything works.
function stateText(live: Live): string | undefined {
    const { state } = live.connectionState.value;
    if (state === "joined") return undefined;
    return say(state);
}
