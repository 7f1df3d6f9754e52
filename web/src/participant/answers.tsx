// What others wrote in a round, as far as it is shown.
import { roomNotes, type Round } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { Paper } from "../shared/view/parts";
import { say } from "./texts/answers";

export function Answers({ live, round }: { live: Live; round: Round }) {
    const notes = roomNotes(live.all("note"), round);
    if (notes.length === 0) return null;
    return (
        <section class="answers">
            <h2>{say("heading")}</h2>
            <ul>
                {notes.map((note) => (
                    <li key={note.id}>
                        <Paper note={note}>{live.mine("note", note.id) && <p class="note-from">{say("mine")}</p>}</Paper>
                    </li>
                ))}
            </ul>
        </section>
    );
}
