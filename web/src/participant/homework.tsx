// What is open for answers between the meetings, and the diaries that go on, with how long is left and whether I have answered.
import { homeworkOf, openRounds, type Round, type Session } from "../shared/meeting";
import { myEntriesIn, stands } from "../shared/diary";
import { myNotesIn, standingNotes } from "../shared/own_notes";
import { myAnswers } from "../shared/scale";
import { myVotes } from "../shared/votes";
import { ticking } from "../shared/view/clock";
import type { Live } from "../shared/view/live";
import { endedAt, TimeLeft } from "../shared/view/parts";
import { say as sayList } from "../shared/view/texts/carried";
import { hrefOf } from "./route";
import { say } from "./texts/between";
import { turnsIn } from "./turns";

export function Homework({ live, session }: { live: Live; session: Session }) {
    const all = live.all("round");
    // (A diary goes on from meeting to meeting, and is nobody's homework.)
    const diaries = all.filter((round) => round.form === "diary" && !round.removed);
    return (
        <>
            <Cards live={live} session={session} heading={sayList("homework")} rounds={homeworkOf(all, session.id)} />
            <Cards live={live} session={session} heading={say("diary")} rounds={diaries} />
        </>
    );
}

// Those that are open, and then those of this meeting whose time is out.
function Cards({ live, session, heading, rounds }: { live: Live; session: Session; heading: string; rounds: readonly Round[] }) {
    const now = ticking.value + live.session.clock.offset;
    const open = openRounds(rounds);
    const ended = rounds.filter((round) => round.session === session.id && !open.includes(round) && endedAt(round, live.zone, now) !== undefined);
    if (open.length + ended.length === 0) return null;
    return (
        <section>
            <h2>{heading}</h2>
            <ul class="between-list">
                {[...open, ...ended].map((round) => (
                    <li key={round.id} class="between-card">
                        <p lang={live.tongue}>
                            <strong>{round.question}</strong>
                        </p>
                        <p class="meta">
                            {hasAnswered(live, round) && `${say(round.form === "diary" ? "has_written" : "answered")} · `}
                            <When live={live} round={round} now={now} />
                        </p>
                        <p>
                            <Go round={round} text={say(wayTo(live, round, ended))} />
                        </p>
                    </li>
                ))}
            </ul>
        </section>
    );
}

// (By the server's clock, also before it says itself that the time is out.)
function When({ live, round, now }: { live: Live; round: Round; now: number }) {
    const ended = endedAt(round, live.zone, now);
    if (ended) return <>{ended}</>;
    return round.deadline ? <TimeLeft deadline={round.deadline} offset={live.session.clock.offset} zone={live.zone} /> : <>{say("no_end")}</>;
}

function wayTo(live: Live, round: Round, ended: readonly Round[]): "keep_diary" | "look_diary" | "look_again" | "answer" | "look" {
    if (round.form === "diary") return ended.includes(round) ? "look_diary" : "keep_diary";
    if (hasAnswered(live, round)) return "look_again";
    return ended.includes(round) ? "look" : "answer";
}

function Go({ round, text }: { round: Round; text: string }) {
    return (
        <a class="button" href={hrefOf("question", round.id)} aria-label={`${text}: ${round.question}`}>
            {text}
        </a>
    );
}

function hasAnswered(live: Live, round: Round): boolean {
    if (round.form === "ballot") {
        const cast = myVotes(round, live.mine("votes", round.id), live.commands);
        return (round.ballot?.choices ?? []).some(({ id }) => cast.on(id) > 0);
    }
    if (round.form === "scale") {
        const cast = myAnswers(round, live.mine("answers", round.id), live.commands);
        return (round.scale?.statements ?? []).some(({ id }) => cast.on(id) > 0);
    }
    if (round.form === "diary") return myEntriesIn(round.id, live.allMine("diary"), live.commands).some(stands);
    return standingNotes(myNotesIn(round.id, live.allMine("note"), live.commands, new Map(turnsIn(round.id)))).length > 0;
}
