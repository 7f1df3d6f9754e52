// The phone as remote: for who stands in front of the room and leads with one thumb. Above stands what the room sees, what is on
// and what only the one who leads is to know; below, what can be done. All of it is the meeting's: another remote, or the
// page on the laptop, shows the same.
import { useEffect } from "preact/hooks";
import { stayAwake } from "../../display/awake";
import { Stage } from "../../display/stage";
import type { Session } from "../../shared/meeting";
import { entriesOf, entryOnNow, firstOf, nextStep, roundOnNow, titleOnNow } from "../../shared/run_of";
import { stageOf } from "../../shared/stage_of";
import type { Live } from "../../shared/view/live";
import { stagePartsOf } from "../../shared/view/stage_parts";
import { Awaited } from "../run/awaited";
import type { Led } from "../run/bar";
import { Figures } from "../run/figures";
import { usePaceText, useTimes } from "../run/pace";
import { presentIn } from "../run/room";
import { noteEnds } from "../run/round_steps";
import { say as sayPace } from "../run/texts/pace";
import { say as sayRoom } from "../run/texts/room";
import { say as sayRun } from "../run/texts/run";
import { useTitle } from "../title";
import { useOwnUndo, useUndoKey } from "../undo_button";
import { Dock } from "./dock";
import { Head } from "./head";
import { nameOfView } from "./moves";
import { say } from "./texts/remote";
import "../run/run.css";
import "../run/room.css";
import "./remote.css";

export function RemoteScreen({ live, session }: { live: Live; session: Session }) {
    useTitle(say("title"));
    useEffect(stayAwake, []);
    useOwnUndo(live, session.id);
    useUndoKey(live);
    const rounds = live.all("round");
    useEffect(() => noteEnds(rounds));
    const entries = entriesOf(live.all("item"), rounds, session.id);
    const on = entryOnNow(entries, session.stage);
    const led: Led = { live, session, entries, on, round: roundOnNow(on, session.stage) };
    return (
        <div class="remote">
            <Head live={live} session={session} />
            <main class="remote-main" id="main" tabIndex={0} aria-label={say("title")}>
                <Picture live={live} session={session} />
                <Now {...led} />
                <Coming {...led} />
            </main>
            <Dock {...led} />
        </div>
    );
}

// The big screen, small. It is a picture: what it shows is said, and stands on the other pages as text.
function Picture({ live, session }: Pick<Led, "live" | "session">) {
    const what = say(`show_${nameOfView(stageOf(stagePartsOf(live, session)))}`);
    return (
        <div class="remote-picture">
            <p class="unseen">{say("picture", { what })}</p>
            <div class="remote-stage" inert>
                <Stage live={live} session={session.id} />
            </div>
            <Awaited live={live} session={session} />
        </div>
    );
}

// While it goes on: the question, or the item that has none. Before and after: that it does not.
function Now({ live, session, entries, on, round }: Led) {
    const present = presentIn(live, session);
    const isLive = session.state === "live";
    const title = session.state === "live" ? (titleOnNow(on, round) ?? say("nothing_on")) : say(session.state);
    return (
        <section class="remote-now">
            {isLive && <p class="remote-label">{say("now")}</p>}
            <h1>{title}</h1>
            {entries.length === 0 && session.state !== "ended" && <p>{say("empty")}</p>}
            <div class="run-figures">
                {isLive && round && <Figures live={live} session={session.id} round={round} />}
                {isLive && on?.item?.form === "round" && !round && <span>{say("no_round")}</span>}
                {present !== undefined && <span>{sayRoom("people", { n: present })}</span>}
            </div>
            <Pace live={live} session={session} on={on} />
            {isLive && on?.item?.cue && <Cue text={on.item.cue} />}
        </section>
    );
}

function Coming({ entries, on, session }: Led) {
    const next = nextStep(entries, on, session.state);
    const coming = next.step === "go" ? next.entry : next.step === "begin" ? firstOf(entries) : undefined;
    if (!coming?.item?.cue) return null;
    return (
        <section class="remote-now">
            <h2>{sayRun("next_is", { title: coming.title })}</h2>
            <Cue text={coming.item.cue} />
        </section>
    );
}

function Cue({ text }: { text: string }) {
    return (
        <div class="remote-cue">
            <p class="remote-label">{sayPace("cue")}</p>
            <p class="remote-text">{text}</p>
        </div>
    );
}

// "7 min efter planen · slutar 12.05"
function Pace(led: Pick<Led, "live" | "session" | "on">) {
    const { ends, clock } = useTimes(led);
    const late = usePaceText(led);
    if (ends === undefined || led.on?.item === undefined) return null;
    return <p class="meta">{[late, sayPace("ends", { time: clock(ends) })].filter(Boolean).join(" · ")}</p>;
}
