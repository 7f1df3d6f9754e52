// Notes that came behind the closing: whether each of them counts is decided here.
import { useMemo } from "preact/hooks";
import type { Note, Round } from "../../shared/meeting";
import { startOf } from "../../shared/lines";
import { Arrivals, notesOf } from "../../shared/note_lists";
import type { Live } from "../../shared/view/live";
import { ActButton } from "./act_button";
import { HiddenMark, NotePaper } from "./note_card";
import { admitNote } from "./steps";
import { say } from "./texts/work";

export function LateTab({ live, round }: { live: Live; round: Round }) {
    const arrivals = useMemo(() => new Arrivals(), [round.id]);
    const late = arrivals.sorted(notesOf(live.all("note"), round.id).filter((note) => note.late));
    if (late.length === 0) return <p class="run-empty">{say("late_none")}</p>;
    return (
        <>
            <p class="meta late-lead">{say("late_lead")}</p>
            <ul class="notes-list">
                {late.map((note) => (
                    <LateNote key={note.id} live={live} note={note} />
                ))}
            </ul>
        </>
    );
}

function LateNote({ live, note }: { live: Live; note: Note }) {
    const text = startOf(note.text ?? "");
    const admitted = note.admitted === true;
    return (
        <li class="note-card list">
            <NotePaper live={live} note={note}>
                {note.hidden && <HiddenMark note={note} />}
                {admitted && <p class="note-mark">{say("admitted")}</p>}
                <div class="note-acts">
                    <ActButton
                        live={live}
                        class="quiet note-act"
                        label={say(admitted ? "unadmit_this" : "admit_this", { text })}
                        onAct={() => admitNote(live, note, !admitted)}
                    >
                        {say(admitted ? "unadmit" : "admit")}
                    </ActButton>
                </div>
            </NotePaper>
        </li>
    );
}
