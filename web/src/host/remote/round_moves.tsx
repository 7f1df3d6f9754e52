// The question that is on, under one thumb: open, show, close, and how long it goes on.
import { useState } from "preact/hooks";
import type { Round } from "../../shared/meeting";
import { clockTime } from "../../shared/moments";
import { askedTogether, phaseOf, titleOnNow, wasOpened, type Entry } from "../../shared/run_of";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { TimeLeft } from "../../shared/view/parts";
import { say as sayShared } from "../../shared/view/texts/shared";
import { ActButton } from "../run/act_button";
import { timeNow } from "../run/now";
import { Countdown, EndChoice, sayTogether } from "../run/round_controls";
import { chooseDeadline, closeRound, GO_ON_MINUTES, moreTime, openRound, openTogether, reveal, stopClosing } from "../run/round_steps";
import { say as sayRun } from "../run/texts/run";
import { hasEnd, MINUTES, movesOf, type Move } from "./moves";
import { say } from "./texts/remote";

type RoundProps = { live: Live; round: Round };

function nameOf(move: Move, isBallot: boolean, together: number): string {
    switch (move) {
        case "open_together":
            return sayTogether(together);
        case "open":
            return sayRun(together > 0 ? "open_only" : isBallot ? "open_ballot" : "open_round");
        case "close":
            return sayRun(isBallot ? "close_ballot" : "close");
        case "close_now":
            return sayRun(isBallot ? "close_now_ballot" : "close_now");
        case "go_on":
            return sayRun("go_on", { n: GO_ON_MINUTES });
        default:
            return sayRun(move);
    }
}

export function RoundMoves({ live, round, entry }: RoundProps & { entry: Entry }) {
    const [minutes, setMinutes] = useState<number | undefined>(undefined);
    const now = timeNow(live);
    const phase = phaseOf(round, now);
    const together = wasOpened(round) ? [] : askedTogether(entry);
    const isNamed = titleOnNow(entry, round) === round.question;
    const steps: Record<Move, () => Promise<boolean>> = {
        open_together: () => openTogether(live, entry, together, minutes),
        open: () => openRound(live, entry, round, minutes),
        open_again: () => openRound(live, entry, round, minutes),
        reveal: () => reveal(live, round, true),
        unreveal: () => reveal(live, round, false),
        close: () => closeRound(live, round),
        close_now: () => closeRound(live, round, 0),
        go_on: () => stopClosing(live, round),
    };
    const isResting = phase === "planned" || phase === "closed";
    return (
        <div class="remote-round" role="group" aria-label={say("round")}>
            {!isNamed && <p class="remote-line">{(together.length > 0 ? together : [round]).map(({ question }) => question).join(" · ")}</p>}
            <div class="remote-grid">
                {movesOf(round, now, together.length).map(({ move, isMain }) => (
                    <ActButton key={move} live={live} class={isMain ? "primary" : ""} onAct={steps[move]}>
                        {nameOf(move, round.form === "ballot", together.length)}
                    </ActButton>
                ))}
                {isResting && <EndChoice live={live} round={round} value={minutes} choose={setMinutes} />}
            </div>
            {phase === "open" && <Time live={live} round={round} />}
            {phase === "closing" && (
                <p class="remote-line">
                    <Countdown live={live} round={round} />
                </p>
            )}
        </div>
    );
}

// When it ends by itself, and how to move that.
function Time({ live, round }: RoundProps) {
    const { deadline = 0 } = round;
    const ends = hasEnd(round);
    return (
        <div role="group" aria-label={say("time")}>
            <p class="remote-line">
                {ends ? (
                    <>
                        <TimeLeft deadline={deadline} offset={live.session.clock.offset} /> ·{" "}
                        {sayShared("until", { time: clockTime(deadline, live.zone, language.value) })}
                    </>
                ) : (
                    say("endless")
                )}
            </p>
            <div class="remote-grid is-time">
                {MINUTES.map((n) => (
                    <ActButton key={n} live={live} onAct={() => moreTime(live, round, n)}>
                        {say(ends ? "more_minutes" : "ends_in", { n })}
                    </ActButton>
                ))}
                {ends && (
                    <ActButton key="endless" live={live} onAct={() => chooseDeadline(live, round, undefined)}>
                        {say("no_end")}
                    </ActButton>
                )}
            </div>
        </div>
    );
}
