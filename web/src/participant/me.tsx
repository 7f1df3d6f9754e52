// What I said of myself, to be changed; and the way out of the meeting.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Session } from "../shared/meeting";
import type { KeptMeeting } from "../shared/meetings";
import { askedOf, myselfOf, refusedOf } from "../shared/myself";
import type { Live } from "../shared/view/live";
import { remember } from "./device";
import { Calendar, ReturnLink } from "./later";
import { Leave } from "./leave";
import { ProfileForm } from "./profile";
import { sayWhyRefused } from "./refused_me";
import { hrefOf } from "./route";
import { say as sayProfile } from "./texts/profile";
import { say } from "./texts/shell";
import { sayState } from "./texts/state";

export function Me({ live, meeting, session }: { live: Live; meeting: KeptMeeting; session: Session }) {
    const [saved, setSaved] = useState(0);
    const me = myselfOf(live.allMine("participant")[0], live.commands);
    const refused = refusedOf(live.commands, "participant.put");
    const [last] = refused.slice(-1);
    const asks = askedOf(live.profile, session, live.all("round"), live.all("seat")).length > 0;
    const done = () => {
        for (const { command } of refused) live.session.outbox.dismiss(command);
        void remember(meeting.session, { told: true });
        setSaved(saved + 1);
    };
    return (
        <>
            {last && (
                <p class="said wrong" role="alert">
                    {sayWhyRefused(last.refused!.reason)}
                </p>
            )}
            {asks ? (
                <ProfileForm live={live} session={session} heading={sayProfile("heading_later")} send={sayProfile("save")} done={done} />
            ) : (
                <h1>{sayProfile("heading_later")}</h1>
            )}
            <Saved times={last ? 0 : saved} text={me.isWaiting ? sayState("saved_answer") : sayProfile("saved")} />
            <ReturnLink live={live} session={session} />
            <Calendar live={live} session={session} />
            <Leave live={live} meeting={meeting} />
        </>
    );
}

// In sight under the button that was pressed, with the way back to what is going on.
function Saved({ times, text }: { times: number; text: string }) {
    const line = useRef<HTMLDivElement>(null);
    useLayoutEffect(() => {
        if (times > 0) line.current?.scrollIntoView({ block: "nearest" });
    }, [times]);
    return (
        <div ref={line} class={times > 0 ? "said me-saved" : "me-saved"}>
            <p role="status">{times > 0 && text}</p>
            {times > 0 && <a href={hrefOf("now")}>{say("back_now")}</a>}
        </div>
    );
}
