// The homework of a session: how many have answered, as far as people were promised that it is told, and until when it is
// open. Names stand there only where answers are with names anyway.
import { homeworkOf, isRunning, type Round, type Session } from "../shared/meeting";
import { dayAndTime } from "../shared/moments";
import { hasReveal, wasOpened } from "../shared/run_of";
import { openingOf } from "../shared/opening";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { Times } from "./diary/times";
import { Figures } from "./run/figures";
import { RevealButton } from "./run/round_controls";
import { say } from "./texts/homework";

type Props = { live: Live; session: Session };

export function HomeworkPart({ live, session }: Props) {
    const rounds = homeworkOf(live.all("round"), session.id);
    if (rounds.length === 0) return null;
    return (
        <section class="homework" aria-label={say("homework")}>
            {rounds.map((round) => (
                <HomeworkRow key={round.id} live={live} round={round} />
            ))}
        </section>
    );
}

export function HomeworkRow({ live, round }: { live: Live; round: Round }) {
    return (
        <details class="homework-row">
            <summary>
                <strong>{say("homework_of", { question: round.question })}</strong>
                <span class="meta homework-facts">
                    <span>{whenOf(live, round)}</span>
                    {round.opened ? <Figures live={live} session={round.session} round={round} /> : null}
                </span>
            </summary>
            <Names live={live} round={round} />
            <Times live={live} round={round} isSaid />
            {wasOpened(round) && hasReveal(round) && <RevealButton live={live} round={round} />}
        </details>
    );
}

// One line of what there is, under a session among others.
export function HomeworkLine({ live, session }: Props) {
    const rounds = homeworkOf(live.all("round"), session.id).filter(isRunning);
    return (
        <>
            {rounds.map((round) => (
                <p key={round.id} class="meta homework-facts">
                    <span>{say("homework_of", { question: round.question })}</span>
                    <span>{whenOf(live, round)}</span>
                    <Figures live={live} session={session.id} round={round} />
                </p>
            ))}
        </>
    );
}

function whenOf({ zone, session }: Live, round: Round): string {
    return say(openingOf(round, session.clock.now()), { time: dayAndTime(round.deadline ?? 0, zone, language.value) });
}

function Names({ live, round }: { live: Live; round: Round }) {
    if (round.authorship !== "named" || round.form !== "notes") return null;
    const own = live.all("note").filter((note) => note.round === round.id && !note.removed);
    const names = [...new Set(own.flatMap(({ name }) => (name ? [name] : [])))].sort((a, b) => a.localeCompare(b, live.tongue));
    return names.length > 0 ? <p>{say("have_answered", { names: names.join(", ") })}</p> : null;
}
