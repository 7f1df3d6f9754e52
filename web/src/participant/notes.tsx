// A round of notes: the question, the promise, a paper to write on, my own notes, and others' as far as they are shown.
import { useEffect, useRef } from "preact/hooks";
import { isRunning, type Round, type Session } from "../shared/meeting";
import { minutesLeft, secondsLeft } from "../shared/moments";
import { myNotesIn, standingNotes } from "../shared/own_notes";
import { announce } from "../shared/view/announcer";
import { ticking } from "../shared/view/clock";
import type { Live } from "../shared/view/live";
import { endedAt, Promise, TimeLeft } from "../shared/view/parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { Answers } from "./answers";
import { Composer } from "./composer";
import { MyGroup } from "./later";
import { MyNotes } from "./my_notes";
import { say } from "./texts/notes";
import { keepTurns, turnsIn } from "./turns";

export function NotesRound({ live, session, round }: { live: Live; session: Session; round: Round }) {
    const notes = myNotesIn(round.id, live.allMine("note"), live.commands, turnsIn(round.id));
    keepTurns(round.id);
    const isOpen = isTaking(round, live.session.clock.offset);
    const cap = round.notes?.cap ?? 0;
    const isFull = cap > 0 && standingNotes(notes).length >= cap;
    const { tongue } = live;
    const isRevealed = round.revealed === true;
    return (
        <section class="round">
            <h1 class="question" lang={tongue}>
                {round.question}
            </h1>
            <Promise round={round} />
            {round.grouping !== undefined && <MyGroup live={live} round={round} notes={notes} />}
            {round.helper && <p class="helper" lang={tongue}>{round.helper}</p>}
            <RoundTime round={round} zone={live.zone} offset={live.session.clock.offset} isOpen={isOpen} />
            {round.state === "planned" ? (
                <p>{say("not_open")}</p>
            ) : isFull ? (
                isOpen && <p class="said">{say("cap_reached", { n: cap })}</p>
            ) : (
                <Composer live={live} session={session} round={round} isOpen={isOpen} />
            )}
            <MyNotes live={live} round={round} notes={notes} isOpen={isOpen} />
            {(isRevealed || round.visibility !== "own") && <Answers live={live} round={round} />}
        </section>
    );
}

// By the server's clock, also when nothing is heard of the server.
function isTaking(round: Round, offset: number): boolean {
    if (!isRunning(round)) return false;
    return !round.deadline || ticking.value + offset < round.deadline;
}

function RoundTime({ round, zone, offset, isOpen }: { round: Round; zone: string; offset: number; isOpen: boolean }) {
    const { state, deadline } = round;
    useTimeAnnouncements(isOpen ? deadline : undefined, offset);
    useEffect(() => {
        if (state === "closing" && deadline) announce(say("closing", { n: secondsLeft(deadline, Date.now() + offset) }));
    }, [state]);
    if (state === "planned") return null;
    if (!isOpen) return <p class="time">{endedAt(round, zone, ticking.value + offset) ?? say("closed")}</p>;
    if (!deadline) return null;
    if (state === "closing") return <p class="time soon">{say("closing", { n: secondsLeft(deadline, ticking.value + offset) })}</p>;
    return (
        <p class="time">
            <TimeLeft deadline={deadline} offset={offset} zone={zone} />
        </p>
    );
}

// Heard at five minutes and at one, and when it is about to close.
export function useTimeAnnouncements(deadline: number | undefined, offset: number): void {
    const left = deadline ? minutesLeft(deadline, ticking.value + offset) : undefined;
    const before = useRef(left);
    useEffect(() => {
        const passed = (minutes: number) => left === minutes && (before.current ?? 0) > minutes;
        if (passed(5) || passed(1)) announce(sayShared("minutes_left", { n: left! }));
        before.current = left;
    }, [left]);
}
