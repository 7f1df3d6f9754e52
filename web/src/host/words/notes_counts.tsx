// What a notes round came to, in figures.
import type { Note, Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { say } from "./texts/results";

export function NotesCounts({ live, round }: { live: Live; round: Round }) {
    if (round.state === "planned") return <p class="meta">{say("not_opened")}</p>;
    const notes = live.all("note").filter((note) => note.round === round.id && !note.removed);
    return (
        <dl class="results-counts">
            {countsOf(notes).map(([key, n]) => (
                <div key={key}>
                    <dt>{say(key)}</dt>
                    <dd>{n}</dd>
                </div>
            ))}
        </dl>
    );
}

// Those that are nought say nothing, but for how many there are at all.
function countsOf(notes: readonly Note[]) {
    const isLate = (note: Note) => note.late === true && !note.admitted;
    const seen = notes.filter((note) => !note.hidden && !isLate(note));
    const counts = [
        ["notes_shown", seen.length],
        ["notes_groups", seen.filter(({ group_size }) => group_size).length],
        ["notes_hidden", notes.filter(({ hidden }) => hidden).length],
        ["notes_late", notes.filter((note) => isLate(note) && !note.hidden).length],
    ] as const;
    return counts.filter(([key, n]) => n > 0 || key === "notes_shown");
}
