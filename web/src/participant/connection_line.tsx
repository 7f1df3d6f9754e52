// How the connection is: one slim line, and nothing that vanishes before it is read.
import type { KeptMeeting } from "../shared/meetings";
import type { StopReason } from "../shared/connection";
import type { Live } from "../shared/view/live";
import { forgetMeeting } from "./device";
import { goTo } from "./route";
import { say } from "./texts/shell";

export function ConnectionLine({ live }: { live: Live }) {
    const { state } = live.connectionState.value;
    const { present } = live.now;
    const text = state === "joined" ? (present ? say("with_people", { n: present }) : say("with")) : say(state);
    return (
        <p class="state connection" role="status">
            <span class={state === "joined" ? "dot" : "dot wait"} />
            {text}
        </p>
    );
}

const gone: ReadonlySet<StopReason> = new Set(["wrong_code", "unknown_process", "unknown_session", "denied"]);

// What has stopped here says why, and how it goes on. What is known of the meeting stays to be read.
export function StoppedLine({ live, meeting }: { live: Live; meeting: KeptMeeting }) {
    const state = live.connectionState.value;
    if (state.state === "read_only") return <p class="said wrong">{say("read_only_long")}</p>;
    if (state.state !== "stopped") return null;
    const { reason } = state;
    const text = reason === "replaced" ? say("replaced") : gone.has(reason) ? say("gone") : say("refused", { reason });
    return (
        <div class="said wrong stopped" role="alert">
            <p>{text}</p>
            <div class="buttons">
                <button type="button" class="primary" onClick={() => live.session.start()}>
                    {reason === "replaced" ? say("continue_here") : say("try_again")}
                </button>
                {gone.has(reason) && live.session.outbox.isEmpty && (
                    <button type="button" onClick={() => void forgetMeeting(meeting).then(() => goTo("now"))}>
                        {say("leave")}
                    </button>
                )}
            </div>
        </div>
    );
}
