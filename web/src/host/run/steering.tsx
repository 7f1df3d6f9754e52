// Who steers the big screen, and how that passes on. Whoever leads alone sees nothing of it.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Session } from "../../shared/meeting";
import type { Steering } from "../../shared/steering";
import { announce } from "../../shared/view/announcer";
import type { Live } from "../../shared/view/live";
import { useKeptFocus } from "../kept_focus";
import { ActButton } from "./act_button";
import { endSteering, giveSteering, takeSteering, useSteering } from "./steer_steps";
import { say } from "./texts/steer";

type SteerProps = { live: Live; session: Session };

function stateText({ state, by, isHere, others }: Steering): string {
    if (state === "free") return say("free", { n: others.length });
    if (state === "mine") return say("mine");
    return say(isHere ? "theirs" : "away", { name: by?.name ?? "" });
}

// In the bar, while somebody else does: why a control is off, and the way to have it on.
export function SteerLine({ live, session }: SteerProps) {
    const steering = useSteering(live, session);
    useSteeringAnnounced(steering);
    if (steering.state !== "theirs" || session.state === "ended") return null;
    return (
        <div class="bar-line steer-line">
            <span>
                {stateText(steering)} <span class="steer-why">{say("why")}</span>
            </span>
            <ActButton live={live} class="quiet" onAct={() => takeSteering(live, session.id)}>
                {say("take")}
            </ActButton>
        </div>
    );
}

// Beside the small picture of the screen.
export function SteerPanel({ live, session }: SteerProps) {
    const steering = useSteering(live, session);
    const box = useRef<HTMLDivElement>(null);
    useKeptFocus(box);
    const { state } = steering;
    return (
        <div ref={box} tabIndex={-1} class="steer" role="group" aria-label={say("steering")} hidden={!steering.isShared}>
            {steering.isShared && (
                <>
                    <p class="meta">{stateText(steering)}</p>
                    {state !== "mine" && (
                        <ActButton key="take" live={live} class="quiet" onAct={() => takeSteering(live, session.id)}>
                            {say(state === "free" ? "take_free" : "take")}
                        </ActButton>
                    )}
                    {state === "mine" && <HandOver live={live} session={session} others={steering.others} />}
                    {state === "mine" && (
                        <ActButton key="end" live={live} class="quiet" onAct={() => endSteering(live, session.id)}>
                            {say("end")}
                        </ActButton>
                    )}
                </>
            )}
        </div>
    );
}

// To one other at once; of several, one is chosen.
function HandOver({ live, session, others }: SteerProps & Pick<Steering, "others">) {
    const [isOpen, open] = useState(false);
    const isLong = others.length > 1;
    return (
        <>
            {isLong && (
                <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
                    {say("give")}
                </button>
            )}
            {(!isLong || isOpen) &&
                others.map((to) => (
                    <ActButton key={to.account} live={live} class="quiet" onAct={() => giveSteering(live, session.id, to)}>
                        {say("give_to", { name: to.name })}
                    </ActButton>
                ))}
        </>
    );
}

// Said once when it passes on, also to who looks elsewhere.
function useSteeringAnnounced({ state, by }: Steering): void {
    const before = useRef(by?.account);
    useEffect(() => {
        if (before.current === by?.account) return;
        before.current = by?.account;
        announce(state === "free" ? say("now_free") : state === "mine" ? say("now_mine") : say("now_theirs", { name: by?.name ?? "" }));
    }, [by?.account]);
}
