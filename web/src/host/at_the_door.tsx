// Before anybody is known, or where the page itself has failed.
import { useRef } from "preact/hooks";
import { LanguageSwitch } from "../shared/view/parts";
import { sayReason } from "../shared/view/texts/reasons";
import { houseLive } from "./house";
import { say as sayEnter } from "./texts/enter";
import { say } from "./texts/frame";
import { waitingOn, type Waiting as State } from "./whereabouts";

// Nobody is logged in, or no longer.
export function isOutside(): boolean {
    const state = houseLive.value?.connectionState.value;
    return state?.state === "stopped" && (state.reason === "denied" || state.reason === "logged_out");
}

function load(): void {
    location.reload();
}

// Connecting, or why that does not work.
export function Waiting() {
    const state = houseLive.value?.connectionState.value;
    const waiting = useRef<State>("fresh");
    if (state) waiting.current = waitingOn(waiting.current, state);
    return (
        <main class="entry entry-main stack" id="main">
            <span class="brand">Samskap</span>
            {state?.state === "stopped" ? (
                <>
                    <h1>{sayEnter("stopped")}</h1>
                    <p>{sayReason(state.reason)}</p>
                    <button type="button" class="primary" onClick={load}>
                        {sayEnter("load_again")}
                    </button>
                </>
            ) : (
                <p role="status">{sayEnter(waiting.current === "unanswered" ? "waiting" : "connecting")}</p>
            )}
        </main>
    );
}

export function Broken() {
    return (
        <main class="entry entry-main stack" id="main">
            <h1>{say("broken")}</h1>
            <p>{say("broken_how")}</p>
            <button type="button" class="primary" onClick={load}>
                {say("load_again")}
            </button>
            <LanguageSwitch />
        </main>
    );
}
