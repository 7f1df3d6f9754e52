// When a diary or homework is open: until a day, by the clock of where the process is, or until somebody closes it.
import { useState } from "preact/hooks";
import { isRunning, type Round } from "../../shared/meeting";
import { dayAndTime } from "../../shared/moments";
import { openingOf } from "../../shared/opening";
import { phaseOf } from "../../shared/run_of";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { TimeLeft } from "../../shared/view/parts";
import { momentOf, wallTimeOf } from "../../shared/zone_time";
import { TextField } from "../field";
import { ActButton } from "../run/act_button";
import { closeRound, openQuietly, setDeadline } from "../run/round_steps";
import { say } from "./texts/diary";
import { LAST_MINUTE, usualEnd } from "./usual_end";

// `isSaid`: how it stands is said beside it.
export function Times({ live, round, isSaid = false }: { live: Live; round: Round; isSaid?: boolean }) {
    const { zone } = live;
    const now = live.session.clock.now();
    const isOpen = isRunning(round);
    const isDiary = round.form === "diary";
    const saved = isOpen ? round.deadline || 0 : usualEnd(live, round);
    const [chosen, choose] = useState<{ date: string; time: string }>();
    const known = saved > 0 ? { date: wallTimeOf(saved, zone).date, time: wallTimeOf(saved, zone).time } : { date: "", time: LAST_MINUTE };
    const end = chosen ?? known;
    const deadline = momentOf(end, zone);
    const isPast = end.date !== "" && deadline <= now;
    const isMoved = chosen !== undefined && deadline !== momentOf(known, zone);
    // (What was chosen stays, so that an opening that is taken back can be made again.)
    const move = async () => {
        if (await setDeadline(live, round, deadline, say("done_moved"))) choose(undefined);
    };
    return (
        <section class="diary-times stack" aria-label={say("time")}>
            <p role="status">
                {!isSaid && saidOf(live, round)} {isOpen && <TimeLeft deadline={round.deadline} offset={live.session.clock.offset} />}
            </p>
            <div class="row">
                <TextField label={say("end_day")} type="date" value={end.date} error={isPast ? say("end_passed") : undefined} change={(date) => choose({ ...end, date })} />
                <TextField label={say("end_time")} type="time" value={end.time} change={(time) => choose({ ...end, time })} />
            </div>
            <p class="meta">{say("end_hint", { zone })}</p>
            <p class="actions">
                {isOpen ? (
                    <>
                        <ActButton live={live} disabled={isPast || !isMoved} onAct={move}>
                            {say("move")}
                        </ActButton>
                        <ActButton live={live} disabled={phaseOf(round, now) === "closing"} onAct={() => closeRound(live, round)}>
                            {say(isDiary ? "close" : "close_homework")}
                        </ActButton>
                    </>
                ) : (
                    <ActButton live={live} class="primary" disabled={isPast} onAct={() => openQuietly(live, round, deadline, say(isDiary ? "done_open" : "done_open_homework"))}>
                        {say(round.opened ? "open_again" : isDiary ? "open" : "open_homework")}
                    </ActButton>
                )}
            </p>
        </section>
    );
}

function saidOf({ zone, session }: Live, round: Round): string {
    return say(openingOf(round, session.clock.now()), { time: dayAndTime(round.deadline ?? 0, zone, language.value) });
}
