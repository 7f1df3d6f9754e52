// The other sessions of the process that go on or are to come: when, where, and the way in.
import type { Session } from "../shared/meeting";
import { sessionsToCome } from "../shared/coming";
import { dayAndTime } from "../shared/moments";
import { ticking } from "../shared/view/clock";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { say as sayShared } from "../shared/view/texts/shared";
import { join, meetings, openMeeting } from "./device";
import { goTo } from "./route";
import { say } from "./texts/between";

type Props = { live: Live; session: Session };

export function NextSession({ live, session }: Props) {
    const coming = sessionsToCome(live.all("session"), session.id, ticking.value + live.session.clock.offset);
    const [next, ...later] = coming;
    // (The process's own word is a word of its own language.)
    const word = (language.value === live.tongue && live.profile?.session_word) || say("session");
    return (
        <section>
            <h2>{say("next", { word: word.toLocaleLowerCase(language.value) })}</h2>
            {next ? <Next live={live} session={next} /> : <p class="meta">{say("no_next")}</p>}
            {later.length > 0 && (
                <>
                    <h3>{say("later")}</h3>
                    <ul class="between-rows">
                        {later.map((one) => (
                            <li key={one.id}>
                                <span lang={live.tongue}>{one.title}</span> <span class="meta">{when(live, one)}</span>
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </section>
    );
}

function when(live: Live, { state, starts }: Session): string {
    if (state === "live") return say("goes_on");
    return starts ? dayAndTime(starts, live.zone, language.value) : say("no_day");
}

function Next({ live, session }: Props) {
    const { place, link, minutes } = session;
    const kept = meetings.value.find((one) => one.session === session.id);
    const hasJoined = kept !== undefined || (live.allMine("participant")[0]?.sessions ?? []).includes(session.id);
    const go = () => {
        goTo("now");
        const { process = "", title } = { process: live.process?.id, title: session.title };
        if (hasJoined) void openMeeting(kept ?? { process, session: session.id, title, at: Date.now() });
        else join({ session: session.id });
    };
    const isOffline = live.connectionState.value.state !== "joined" && !hasJoined;
    return (
        <div class="between-card">
            <p>
                <strong>{when(live, session)}</strong>
                {minutes ? ` · ${say("minutes", { n: minutes })}` : ""}
            </p>
            <p lang={live.tongue}>{[session.title, place].filter(Boolean).join(" · ")}</p>
            {link && /^https:\/\//i.test(link) && (
                <p>
                    <a href={link} target="_blank" rel="noopener noreferrer">
                        {say("video")}
                    </a>
                </p>
            )}
            <div class="buttons">
                <button type="button" class={session.state === "live" ? "primary" : ""} aria-disabled={isOffline} onClick={() => !isOffline && go()}>
                    {hasJoined ? say("go_there") : sayShared("join")}
                </button>
            </div>
            {isOffline && <p class="meta">{say("join_offline")}</p>}
        </div>
    );
}
