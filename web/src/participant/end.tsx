// When a session has ended: thanks, what came of it, what I wrote, what happens with it.
import type { Session } from "../shared/meeting";
import { roundsInOrder } from "../shared/my_notes";
import { showsResult } from "../shared/stage_of";
import type { Live } from "../shared/view/live";
import { thanksFor } from "../shared/view/thanks";
import { BallotResult } from "./ballot_result";
import { Between, ReturnLink } from "./later";
import { MyAnswers } from "./mine";
import { Pictures } from "./pictures";
import { ResearchInfo } from "./research";
import { ScaleResult } from "./scale_result";
import { say } from "./texts/end";
import { WordsScreen } from "./words";
import "./mine.css";

type Props = { live: Live; session: Session };

export function EndScreen({ live, session }: Props) {
    const asksConsent = live.profile?.asks_consent !== false || live.all("study").length > 0;
    return (
        <section class="end">
            <h1>{thanksFor(live, session)}</h1>
            <p>{say("what_happens")}</p>
            <Between live={live} session={session} />
            <Results live={live} session={session} />
            <Pictures live={live} session={session} />
            <MyAnswers live={live} session={session} inside />
            <ReturnLink live={live} session={session} />
            {asksConsent && (
                <details>
                    <summary>{say("research")}</summary>
                    <ResearchInfo live={live} session={session} inside />
                </details>
            )}
        </section>
    );
}

function Results({ live, session }: Props) {
    const rounds = roundsInOrder(live.all("round"), live.all("item"), session.id);
    const ids = new Set(rounds.map(({ id }) => id));
    const lists = live.all("words").filter((list) => list.shown && list.rounds.some((id) => ids.has(id)));
    return (
        <>
            {lists.map((list) => (
                <WordsScreen key={list.id} live={live} list={list} inside />
            ))}
            {rounds.filter(showsResult).map((round) => (
                <section key={round.id}>
                    <h2 lang={live.tongue}>{round.question}</h2>
                    {round.form === "scale" ? <ScaleResult live={live} round={round} /> : <BallotResult live={live} round={round} />}
                </section>
            ))}
        </>
    );
}
