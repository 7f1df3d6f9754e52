// What I said of myself, to be changed; and the way out of the meeting.
import { useState } from "preact/hooks";
import type { Session } from "../shared/meeting";
import { hasOtherDay, type KeptMeeting } from "../shared/meetings";
import { askedOf, myselfOf, refusedOf } from "../shared/myself";
import type { Live } from "../shared/view/live";
import { forgetMeeting, goesAlong, meetings, remember } from "./device";
import { ProfileForm } from "./profile";
import { sayWhyRefused } from "./refused_me";
import { goTo } from "./route";
import { say as sayProfile } from "./texts/profile";
import { say } from "./texts/shell";
import { sayState } from "./texts/state";

export function Me({ live, meeting, session }: { live: Live; meeting: KeptMeeting; session: Session }) {
    const [saved, setSaved] = useState(false);
    const me = myselfOf(live.allMine("participant")[0], live.commands);
    const refused = refusedOf(live.commands, "participant.put");
    const asks = askedOf(live.profile, session, live.all("round")).length > 0;
    const done = () => {
        if (refused) live.session.outbox.dismiss(refused.command);
        void remember(meeting.session, { told: true });
        setSaved(true);
    };
    return (
        <>
            {asks ? (
                <ProfileForm live={live} session={session} heading={sayProfile("heading_later")} send={sayProfile("save")} done={done} />
            ) : (
                <h1>{sayProfile("heading_later")}</h1>
            )}
            <p class={refused ? "said wrong" : "said"} role="status">
                {refused ? sayWhyRefused(refused.refused!.reason) : saved && (me.isWaiting ? sayState("saved_answer") : sayProfile("saved"))}
            </p>
            <Leave live={live} meeting={meeting} />
        </>
    );
}

function Leave({ live, meeting }: { live: Live; meeting: KeptMeeting }) {
    const [isAsking, setIsAsking] = useState(false);
    const unsent = goesAlong(live, meeting).filter(({ state }) => state !== "refused").length;
    if (!isAsking)
        return (
            <button type="button" class="quiet leave" onClick={() => setIsAsking(true)}>
                {say("leave")}
            </button>
        );
    return (
        <div class="said wrong stopped" role="group" aria-label={say("leave")}>
            <p>{say(hasOtherDay(meetings.value, meeting) ? "leave_ask_day" : "leave_ask")}</p>
            {unsent > 0 && (
                <p>
                    <strong>{say("leave_unsent", { n: unsent })}</strong>
                </p>
            )}
            <div class="buttons">
                <button type="button" autoFocus onClick={() => setIsAsking(false)}>
                    {say("leave_no")}
                </button>
                <button type="button" onClick={() => void forgetMeeting(meeting).then(() => goTo("now"))}>
                    {say("leave_yes")}
                </button>
            </div>
        </div>
    );
}
