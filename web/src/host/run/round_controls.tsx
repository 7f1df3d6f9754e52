// The controls of the round that is live: open, show, close, and how long it goes on.
import { useState } from "preact/hooks";
import { clockTime, dayAndTime, secondsLeft, timeLeft } from "../../shared/moments";
import type { Round } from "../../shared/meeting";
import { askedTogether, hasReveal, isWritten, phaseOf, wasOpened, type Entry } from "../../shared/run_of";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { TimeLeft } from "../../shared/view/parts";
import { say as sayShared } from "../../shared/view/texts/shared";
import { canAct } from "../act";
import { usualEnd } from "../diary/usual_end";
import { ActButton } from "./act_button";
import { timeNow } from "./now";
import { chooseDeadline, closeRound, GO_ON_MINUTES, lastsForDays, MORE_MINUTES, moreTime, openRound, openTogether, reveal, stopClosing } from "./round_steps";
import { say } from "./texts/run";

type RoundProps = { live: Live; round: Round };
const CHOICES = [3, 5, 7, 10, 15, 20, 30, 45];

export function RoundControls({ live, round, entry }: RoundProps & { entry: Entry }) {
    const phase = phaseOf(round, timeNow(live));
    if (phase === "planned" || phase === "closed") return <Resting live={live} round={round} entry={entry} />;
    return phase === "closing" ? <Closing live={live} round={round} /> : <Open live={live} round={round} />;
}

// Not open yet, or closed.
function Resting({ live, round, entry }: RoundProps & { entry: Entry }) {
    const [minutes, setMinutes] = useState<number | undefined>(undefined);
    const opened = wasOpened(round);
    const isBallot = round.form === "ballot";
    const together = opened ? [] : askedTogether(entry);
    const isAlone = together.length === 0;
    const open = say(opened ? "open_again" : !isAlone ? "open_only" : isBallot ? "open_ballot" : "open_round");
    return (
        <div class="round-controls">
            {opened && hasReveal(round) && <RevealButton live={live} round={round} />}
            {!isAlone && (
                <ActButton key="together" live={live} class="primary" onAct={() => openTogether(live, entry, together, minutes)}>
                    {sayTogether(together.length)}
                </ActButton>
            )}
            <ActButton key="open" live={live} class={opened || !isAlone ? "" : "primary"} onAct={() => openRound(live, entry, round, minutes)}>
                {open}
            </ActButton>
            <EndChoice live={live} round={round} value={minutes} choose={setMinutes} />
            {opened && <span class="bar-state">{say(isBallot ? "is_closed_ballot" : "is_closed")}</span>}
        </div>
    );
}

export function sayTogether(n: number): string {
    return n === 2 ? say("open_both") : say("open_all", { n });
}

function Open({ live, round }: RoundProps) {
    const isBallot = round.form === "ballot";
    const showsFirst = hasReveal(round) && !round.revealed;
    return (
        <div class="round-controls">
            {hasReveal(round) && <RevealButton live={live} round={round} />}
            <ActButton key="close" live={live} class={showsFirst ? "" : "primary"} onAct={() => closeRound(live, round)}>
                {say(isBallot ? "close_ballot" : "close")}
            </ActButton>
            <Time live={live} round={round} />
        </div>
    );
}

export function RevealButton({ live, round }: RoundProps) {
    return (
        <ActButton live={live} class={round.revealed ? "" : "primary"} onAct={() => reveal(live, round, !round.revealed)}>
            {say(round.revealed ? "unreveal" : "reveal")}
        </ActButton>
    );
}

// When it ends by itself, and how to move that.
function Time({ live, round }: RoundProps) {
    const { deadline = 0 } = round;
    const zone = live.zone;
    if (deadline === 0) {
        const choose = (minutes: number | undefined) => minutes !== undefined && void chooseDeadline(live, round, minutes);
        return (
            <>
                <DeadlineChoice value={undefined} choose={choose} disabled={!canAct(live)} />
                <WritingNow live={live} round={round} />
            </>
        );
    }
    // (What goes on for hours or days ends on a day, and two minutes change nothing.)
    const isLong = ["hours", "days"].includes(timeLeft(deadline, timeNow(live)).unit);
    return (
        <>
            <span class="bar-time">
                <TimeLeft deadline={deadline} offset={live.session.clock.offset} zone={zone} />
                {!isLong && ` · ${sayShared("until", { time: clockTime(deadline, zone, language.value) })}`}
            </span>
            {!isLong && (
                <ActButton live={live} class="quiet" onAct={() => moreTime(live, round, MORE_MINUTES)}>
                    {say("more_minutes", { n: MORE_MINUTES })}
                </ActButton>
            )}
            <ActButton live={live} class="quiet" onAct={() => chooseDeadline(live, round, undefined)}>
                {say("remove_deadline")}
            </ActButton>
        </>
    );
}

function WritingNow({ live, round }: RoundProps) {
    const n = writersOf(live, round);
    return n > 0 ? <span class="bar-state">{say("writing", { n })}</span> : null;
}

// The seconds in which people finish what they write.
function Closing({ live, round }: RoundProps) {
    const isBallot = round.form === "ballot";
    return (
        <div class="round-controls">
            <ActButton key="go_on" live={live} class="primary" onAct={() => stopClosing(live, round)}>
                {say("go_on", { n: GO_ON_MINUTES })}
            </ActButton>
            <ActButton key="now" live={live} onAct={() => closeRound(live, round, 0)}>
                {say(isBallot ? "close_now_ballot" : "close_now")}
            </ActButton>
            <Countdown live={live} round={round} />
        </div>
    );
}

export function Countdown({ live, round }: RoundProps) {
    const isBallot = round.form === "ballot";
    const n = secondsLeft(round.deadline ?? 0, timeNow(live));
    return (
        <span class="bar-time">
            {n === 0 ? say("closing_now") : say(isBallot ? "closing_ballot_in" : "closing_in", { n })}
            {isWritten(round) && ` · ${say("still_writing", { n: writersOf(live, round) })}`}
        </span>
    );
}

function writersOf(live: Live, { id }: Pick<Round, "id">): number {
    return live.now.writing?.find(({ round }) => round === id)?.count ?? 0;
}

type EndChoiceProps = RoundProps & { value: number | undefined; choose(minutes: number | undefined): void };

// Of a question that is to be opened. What is done at home ends on a day, which is chosen beside it.
export function EndChoice({ live, round, value, choose }: EndChoiceProps) {
    if (!lastsForDays(round)) return <DeadlineChoice value={value} choose={choose} disabled={!canAct(live)} />;
    return <span class="bar-state">{sayShared("until", { time: dayAndTime(usualEnd(live, round), live.zone, language.value) })}</span>;
}

interface DeadlineChoiceProps {
    value: number | undefined;
    choose(minutes: number | undefined): void;
    disabled: boolean;
}

export function DeadlineChoice({ value, choose, disabled }: DeadlineChoiceProps) {
    const chosen = (event: Event) => choose(Number((event.currentTarget as HTMLSelectElement).value) || undefined);
    return (
        <select class="bar-select" aria-label={say("deadline")} value={value ?? ""} disabled={disabled} onChange={chosen}>
            <option value="">{say("no_deadline")}</option>
            {CHOICES.map((n) => (
                <option key={n} value={n}>
                    {say("after_minutes", { n })}
                </option>
            ))}
        </select>
    );
}
