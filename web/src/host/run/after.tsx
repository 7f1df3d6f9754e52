// What comes once the meeting has ended: what is taken home, what was to be open until the next one, and that one.
import { hashOf, type PlanTab } from "../../shared/host_route";
import type { Round, Session } from "../../shared/meeting";
import { dayAndTime } from "../../shared/moments";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { say as sayShared } from "../../shared/view/texts/shared";
import { whatNext } from "../../shared/what_next";
import { say as sayDiary } from "../diary/texts/diary";
import { usualEnd } from "../diary/usual_end";
import { ActButton } from "./act_button";
import { openQuietly } from "./round_steps";
import { say } from "./texts/run";

type Props = { live: Live; session: Session };

export function After({ live, session }: Props) {
    const process = live.process!;
    const { unopened, next } = whatNext(session, live.all("session"), live.all("round"), live.session.clock.now());
    const plan = (of: Session, tab: PlanTab) => hashOf({ screen: "plan", process: process.id, session: of.id, tab });
    return (
        <div class="run-notice" role="group" aria-label={say("after")}>
            <h2>{say("over")}</h2>
            <p>{say("over_help")}</p>
            {unopened.map((round) => (
                <Unopened key={round.id} live={live} round={round} />
            ))}
            {next?.starts ? <p>{say("next_comes", { title: next.title, when: dayAndTime(next.starts, live.zone, language.value) })}</p> : null}
            <p class="actions">
                {!process.rehearsal && (
                    <a class="button primary" href={plan(session, "downloads")}>
                        {say("to_downloads")}
                    </a>
                )}
                {next ? (
                    <>
                        <a class="button" href={plan(next, "programme")}>
                            {say("plan_next", { title: next.title })}
                        </a>
                        <a class="button" href={plan(next, "slips")}>
                            {say("to_slips")}
                        </a>
                    </>
                ) : (
                    <a class="button" href={hashOf({ screen: "process", process: process.id, tab: "sessions" })}>
                        {say("new_next")}
                    </a>
                )}
            </p>
        </div>
    );
}

// In one press, until it usually ends; where it is led, that can be moved.
function Unopened({ live, round }: { live: Live; round: Round }) {
    const isDiary = round.form === "diary";
    const end = usualEnd(live, round);
    const open = () => openQuietly(live, round, end, sayDiary(isDiary ? "done_open" : "done_open_homework"));
    return (
        <p class="actions">
            <span>{say(isDiary ? "left_diary" : "left_homework", { question: round.question })}</span>
            <ActButton live={live} class="small" onAct={open}>
                {sayDiary(isDiary ? "open" : "open_homework")}
            </ActButton>
            <span class="meta">{sayShared("until", { time: dayAndTime(end, live.zone, language.value) })}</span>
        </p>
    );
}
