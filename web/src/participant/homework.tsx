// What is open for answers between the meetings, with how long is left and whether I have answered.
import { openRounds, roundsOf, type Round, type Session } from "../shared/meeting";
import { myEntriesIn, stands } from "../shared/diary";
import { myNotesIn, standingNotes } from "../shared/own_notes";
import { myAnswers } from "../shared/scale";
import { myVotes } from "../shared/votes";
import type { Live } from "../shared/view/live";
import { TimeLeft } from "../shared/view/parts";
import { say as sayList } from "../shared/view/texts/carried";
import { hrefOf } from "./route";
import { say } from "./texts/between";
import { turnsIn } from "./turns";

export function Homework({ live, session }: { live: Live; session: Session }) {
    // (A diary goes on from meeting to meeting.)
    const diaries = live.all("round").filter((round) => round.form === "diary" && round.session !== session.id && !round.removed);
    const rounds = openRounds([...roundsOf(live.all("round"), session.id), ...diaries]).filter(({ homework, form }) => homework || form === "diary");
    if (rounds.length === 0) return null;
    return (
        <section>
            <h2>{sayList("homework")}</h2>
            <ul class="between-list">
                {rounds.map((round) => (
                    <li key={round.id} class="between-card">
                        <p lang={live.tongue}>
                            <strong>{round.question}</strong>
                        </p>
                        <p class="meta">
                            {hasAnswered(live, round) && `${say(round.form === "diary" ? "has_written" : "answered")} · `}
                            {round.deadline ? <TimeLeft deadline={round.deadline} offset={live.session.clock.offset} zone={live.zone} /> : say("no_end")}
                        </p>
                        <p>
                            <Go round={round} text={say(round.form === "diary" ? "keep_diary" : hasAnswered(live, round) ? "look_again" : "answer")} />
                        </p>
                    </li>
                ))}
            </ul>
        </section>
    );
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
