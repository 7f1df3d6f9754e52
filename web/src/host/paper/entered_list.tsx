// What was entered on this computer, by person, the latest first: looked over against the paper, changed, taken away.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { emptyDraft, fitted, isPutable, textOfDraft, type Draft } from "../../shared/drafts";
import { startOf } from "../../shared/lines";
import type { Round } from "../../shared/meeting";
import { letGo, type PaperNote, type Pile } from "../../shared/paper";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { NoteFields } from "./note_fields";
import { changeNote, removeNote, textOf } from "./paper_steps";
import { changePile, drafts, pileName } from "./pile";
import { say } from "./texts/paper";

type ListProps = { live: Live; round: Round; pile: Pile };

export function EnteredList({ live, round, pile }: ListProps) {
    const notes = pile.notes.filter((note) => note.round === round.id && isThere(live, note));
    if (notes.length === 0) return <p class="meta">{say("none")}</p>;
    const people = pile.people.map((person, at) => ({ person, at, own: notes.filter((note) => note.person === person) }));
    return (
        <ol class="paper-people">
            {people
                .filter(({ own }) => own.length > 0)
                .reverse()
                .map(({ person, at, own }) => (
                    <li key={person}>
                        <h3>{say("person", { n: at + 1 })}</h3>
                        <ul class="paper-notes">
                            {own.map((note) => (
                                <EnteredNote key={note.id} live={live} round={round} note={note} />
                            ))}
                        </ul>
                    </li>
                ))}
        </ol>
    );
}

// What was removed is gone, also where somebody else did it; what was refused waits for who wrote it.
function isThere(live: Live, note: PaperNote): boolean {
    return note.refused !== undefined || stands(live, note);
}

export function stands(live: Live, { id, removed }: PaperNote): boolean {
    return !removed && textOf(live, id) !== undefined;
}

function EnteredNote({ live, round, note }: { live: Live; round: Round; note: PaperNote }) {
    const draftName = `paper note ${note.id}`;
    const [isEditing, setEditing] = useState(() => drafts.find(draftName) !== undefined);
    const row = useRef<HTMLLIElement>(null);
    const wasEditing = useRef(false);
    useLayoutEffect(() => {
        if (wasEditing.current && !isEditing) row.current?.querySelector("button")?.focus();
        wasEditing.current = isEditing;
    }, [isEditing]);
    const name = pileName(round);
    const known = textOf(live, note.id);
    const text = note.refused?.text ?? known?.text ?? "";
    if (isEditing) {
        const end = (next?: string) => {
            drafts.drop(draftName);
            setEditing(false);
            if (next !== undefined && (next !== known?.text || note.refused)) changeNote(live, name, note, known?.text, next);
        };
        return <EditNote name={draftName} round={round} text={text} end={end} />;
    }
    return (
        <li ref={row} class={note.refused ? "paper-note is-refused" : "paper-note"}>
            <div class="paper-said">
                {known && <p class="paper-text">{known.text}</p>}
                {known?.isWaiting && <p class="meta">{say("is_waiting")}</p>}
                {known?.isHidden && <p class="meta">{say("is_hidden")}</p>}
                {note.refused && (
                    <p class="said wrong" role="alert">
                        {say("refused", { text })} {note.refused.reason === "over_note_cap" ? say("over_note_cap") : sayReason(note.refused.reason)}
                    </p>
                )}
            </div>
            <span class="paper-tools">
                <button type="button" class="quiet small" aria-label={say("change_this", { text: startOf(text) })} onClick={() => setEditing(true)}>
                    {say("change")}
                </button>
                {note.refused ? (
                    <button
                        type="button"
                        class="quiet small"
                        aria-label={say("let_go_this", { text: startOf(text) })}
                        onClick={() => changePile(name, (pile) => letGo(pile, note.id, known !== undefined))}
                    >
                        {say("let_go")}
                    </button>
                ) : (
                    <button
                        type="button"
                        class="quiet small"
                        aria-label={say("remove_this", { text: startOf(text) })}
                        onClick={() => removeNote(live, name, note, text)}
                    >
                        {say("remove")}
                    </button>
                )}
            </span>
        </li>
    );
}

// What is being changed is kept by its name, whatever else is looked at meanwhile. `end`: with what it says now; nothing: as it was.
function EditNote({ name, round, text, end }: { name: string; round: Round; text: string; end(text?: string): void }) {
    const fields = round.notes?.fields ?? 0;
    const [begun] = useState(() => drafts.find(name));
    const [draft, setDraft] = useState<Draft>(() => fitted(begun ?? { ...emptyDraft({}), text }, fields));
    const change = (draft: Draft) => {
        drafts.keep(name, draft);
        setDraft(draft);
    };
    const keep = () => isPutable(draft, round) && end(textOfDraft(draft));
    return (
        <li class="paper-note is-edited" onKeyDown={(event) => event.key === "Escape" && end()}>
            <NoteFields draft={draft} isFirst={!begun} change={change} done={keep} />
            <div class="actions">
                <button type="button" class="primary small" onClick={keep}>
                    {say("keep")}
                </button>
                <button type="button" class="small" onClick={() => end()}>
                    {say("cancel")}
                </button>
            </div>
        </li>
    );
}
