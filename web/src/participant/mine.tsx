// What I have contributed in a session.
import { roundsOf, type Session } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { Paper } from "../shared/view/parts";
import { say } from "./texts/mine";

export function MyAnswers({ live, session }: { live: Live; session: Session }) {
    const rounds = roundsOf(live.all("round"), session.id);
    const notes = live.allMine("note");
    return (
        <section class="mine">
            <h1>{say("heading")}</h1>
            {rounds.map((round) => (
                <section key={round.id}>
                    <h2>{round.question}</h2>
                    {notes.filter((note) => note.round === round.id).map((note) => <Paper key={note.id} note={note} />)}
                </section>
            ))}
        </section>
    );
}
