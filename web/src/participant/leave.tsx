// The way out of the meeting, asked once more: what it costs stands beside it.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { hasOtherDay, type KeptMeeting } from "../shared/meetings";
import type { Live } from "../shared/view/live";
import { forgetMeeting, goesAlong, meetings } from "./device";
import { goTo } from "./route";
import { say } from "./texts/shell";

export function Leave({ live, meeting }: { live: Live; meeting: KeptMeeting }) {
    const [isAsking, setIsAsking] = useState<boolean | undefined>();
    const place = useRef<HTMLDivElement>(null);
    // (The button that was pressed is gone; whoever pressed it goes on at the one that changes nothing.)
    useLayoutEffect(() => {
        if (isAsking === undefined) return;
        place.current?.querySelector("button")?.focus({ preventScroll: true });
        place.current?.scrollIntoView({ block: "nearest" });
    }, [isAsking]);
    return (
        <div ref={place} class="leave" onKeyDown={(event) => event.key === "Escape" && isAsking && setIsAsking(false)}>
            {isAsking ? (
                <Ask live={live} meeting={meeting} stay={() => setIsAsking(false)} />
            ) : (
                <button type="button" class="quiet" onClick={() => setIsAsking(true)}>
                    {say("leave")}
                </button>
            )}
        </div>
    );
}

function Ask({ live, meeting, stay }: { live: Live; meeting: KeptMeeting; stay(): void }) {
    const unsent = goesAlong(live, meeting).filter(({ state }) => state !== "refused").length;
    return (
        <div class="said wrong stopped" role="group" aria-label={say("leave")}>
            <p>{say(hasOtherDay(meetings.value, meeting) ? "leave_ask_day" : "leave_ask")}</p>
            {unsent > 0 && (
                <p>
                    <strong>{say("leave_unsent", { n: unsent })}</strong>
                </p>
            )}
            <div class="buttons">
                <button type="button" onClick={stay}>
                    {say("leave_no")}
                </button>
                <button type="button" onClick={() => void forgetMeeting(meeting).then(() => goTo("now"))}>
                    {say("leave_yes")}
                </button>
            </div>
        </div>
    );
}
