// How the connection is: one slim line, and nothing that vanishes before it is read.
import { useEffect, useRef } from "preact/hooks";
import type { KeptMeeting } from "../shared/meetings";
import { isUnknown } from "../shared/connection";
import { announce } from "../shared/view/announcer";
import type { Live } from "../shared/view/live";
import { forgetMeeting } from "./device";
import { goTo } from "./route";
import { say } from "./texts/shell";

export function ConnectionLine({ live }: { live: Live }) {
    const { state } = live.connectionState.value;
    const { present } = live.now;
    const text = state === "joined" ? (present ? say("with_people", { n: present }) : say("with")) : say(state);
    // (That somebody came or went is seen, and not heard.)
    const before = useRef(state);
    useEffect(() => {
        if (before.current !== state && state !== "connecting") announce(say(state === "joined" ? "with" : state));
        if (state !== "connecting") before.current = state;
    }, [state]);
    return (
        <p class="state connection">
            <span class={state === "joined" ? "dot" : "dot wait"} />
            {text}
        </p>
    );
}

// What has stopped here says why, and how it goes on. What is known of the meeting stays to be read.
export function StoppedLine({ live, meeting }: { live: Live; meeting: KeptMeeting }) {
    const state = live.connectionState.value;
    if (state.state !== "stopped") return null;
    const { reason } = state;
    const text = reason === "replaced" ? say("replaced") : isUnknown(reason) ? say("gone") : say("refused", { reason });
    return (
        <div class="said wrong stopped" role="alert">
            <p>{text}</p>
            <div class="buttons">
                <button type="button" class="primary" onClick={() => live.session.start()}>
                    {reason === "replaced" ? say("continue_here") : say("try_again")}
                </button>
                {isUnknown(reason) && live.commands.every(({ state }) => state === "refused") && (
                    <button type="button" onClick={() => void forgetMeeting(meeting).then(() => goTo("now"))}>
                        {say("leave")}
                    </button>
                )}
            </div>
        </div>
    );
}
