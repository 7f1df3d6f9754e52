// My own notes in a round, each with how it is with it: kept here, on its way, arrived; late, hidden, refused.
import { useEffect, useRef, useState } from "preact/hooks";
import type { ConnectionState } from "../shared/connection";
import { fitted, isPutable, textOfDraft, type Draft } from "../shared/drafts";
import { paperOf, type Round } from "../shared/meeting";
import type { MyNote } from "../shared/own_notes";
import { groupNames } from "../shared/view/group_names";
import type { Live } from "../shared/view/live";
import { Paper } from "../shared/view/parts";
import { drafts } from "./device";
import { pressed } from "./focus";
import { putAgain, remove } from "./note_commands";
import { PaperFields } from "./paper_fields";
import { RefusedNote } from "./refused_note";
import { say } from "./texts/notes";
import { sayState } from "./texts/state";
import { useDraft } from "./use_draft";
import { useWriting, writingIn } from "./writing";

type Props = { live: Live; round: Round; notes: readonly MyNote[]; isOpen: boolean };

export function MyNotes({ live, round, notes, isOpen }: Props) {
    // A removal can be taken back until the round closes; then the text is gone for good.
    const shown = notes.filter(({ removed }) => !removed || isOpen);
    const count = shown.filter(({ removed }) => !removed).length;
    if (shown.length === 0) return null;
    return (
        <section class="my-notes">
            <h2>
                {say("mine")} <span class="meta">{count}</span>
            </h2>
            <ul>
                {shown.map((note) => (
                    <li key={note.id} tabIndex={-1}>
                        {note.removed ? <Removed live={live} note={note} /> : <Own live={live} round={round} note={note} isOpen={isOpen} />}
                    </li>
                ))}
            </ul>
        </section>
    );
}

function Own({ live, round, note, isOpen }: { live: Live; round: Round; note: MyNote; isOpen: boolean }) {
    const [editing, setEditing] = useState<"kept" | "asked" | undefined>(() => (hasBegun(note) ? "kept" : undefined));
    // (Begun in another tab, it stands here too.)
    useEffect(() => drafts.subscribe(() => hasBegun(note) && setEditing((now) => now ?? "kept")), [note.id]);
    const isWaitingForEntry = note.known?.late === true && !note.known.admitted;
    const mayChange = note.state !== "refused" && (isOpen || isWaitingForEntry || note.known === undefined);
    // (What was begun stays in sight, though it came too late.)
    if (editing && note.state !== "refused" && (mayChange || hasBegun(note)))
        return <Edit live={live} round={round} note={note} mayChange={mayChange} autoFocus={editing === "asked"} end={() => setEditing(undefined)} />;
    const table = groupNames(live, round)(note.known ?? {});
    return (
        <>
            <Paper note={{ ...note, name: undefined, table }} class={note.state === "arrived" ? "" : "waiting"} />
            <div class="note-foot">
                <NoteState note={note} connection={live.connectionState.value.state} />
                {mayChange && (
                    <span class="note-actions">
                        <button type="button" class="quiet" aria-label={say("change_note", { text: note.text })} onClick={() => setEditing("asked")}>
                            {say("change")}
                        </button>
                        <button type="button" class="quiet" aria-label={say("remove_note", { text: note.text })} onClick={pressed("li", () => remove(live, note, true))}>
                            {say("remove")}
                        </button>
                    </span>
                )}
            </div>
            <Fate note={note} />
            <RefusedNote live={live} round={round} note={note} />
        </>
    );
}

function hasBegun({ id }: MyNote): boolean {
    return drafts.find(`note ${id}`) !== undefined;
}

type Connection = ConnectionState["state"];

function NoteState({ note: { state, isStored }, connection }: { note: MyNote; connection: Connection }) {
    if (state === "refused") return <span />;
    return (
        <span class="state">
            <span class={state === "arrived" ? "dot" : "dot wait"} />
            {state === "saved" ? saySaved(isStored, connection) : sayState(state)}
        </span>
    );
}

function saySaved(isStored: boolean, connection: Connection): string {
    if (!isStored) return say("unstored");
    if (connection === "read_only") return say("saved_read_only");
    return sayState(connection === "joined" ? "sending" : "saved");
}

// What became of it by others' hands.
function Fate({ note: { known } }: { note: MyNote }) {
    if (!known) return null;
    return (
        <>
            {known.late && <p class="meta">{say(known.admitted ? "admitted" : "late")}</p>}
            {known.hidden && <p class="meta">{known.reason ? say("hidden_because", { reason: known.reason }) : say("hidden")}</p>}
        </>
    );
}

type EditProps = { live: Live; round: Round; note: MyNote; mayChange: boolean; autoFocus: boolean; end(): void };

function Edit({ live, round, note, mayChange, autoFocus, end }: EditProps) {
    const name = `note ${note.id}`;
    const form = useRef<HTMLFormElement>(null);
    const begun = useDraft(name, form);
    const draft = fitted(begun.draft ?? { text: note.text }, round.notes?.fields ?? 0);
    const tell = useWriting(live, round.id);
    useEffect(() => {
        writingIn.value = round.id; // (another question that opens must not take this one away)
        return () => {
            if (writingIn.peek() === round.id) writingIn.value = drafts.find(`round ${round.id}`) && round.id;
        };
    }, []);
    const change = (next: Draft) => {
        begun.keep(next);
        tell(true);
    };
    const leave = () => {
        form.current?.closest("li")?.focus({ preventScroll: true });
        end();
    };
    useEndElsewhere(begun.draft, () => (form.current?.contains(document.activeElement) ? leave() : end()));
    const finish = () => {
        drafts.drop(name);
        leave();
    };
    const keep = () => {
        if (!mayChange || !isPutable(draft, round)) return;
        if (textOfDraft(draft) === note.text) return finish();
        void putAgain(live, round, note, textOfDraft(draft)).then(() => drafts.dropSaid(name, draft));
        leave();
    };
    return (
        <form
            ref={form}
            onSubmit={(event) => {
                event.preventDefault();
                keep();
            }}
            onKeyDown={(event) => event.key === "Escape" && finish()}
        >
            {!mayChange && <p class="said wrong">{say("closed_change")}</p>}
            <PaperFields round={round} draft={draft} change={change} submit={keep} paper={`p${paperOf(note.id)}`} autoFocus={autoFocus} />
            <div class="buttons">
                {mayChange && <button class="primary">{say("keep")}</button>}
                <button type="button" onClick={finish}>
                    {say(mayChange ? "cancel" : "drop")}
                </button>
            </div>
        </form>
    );
}

// A change that was kept or given up in another tab is over here too.
function useEndElsewhere(draft: Draft | undefined, end: () => void): void {
    const had = useRef(false);
    useEffect(() => {
        if (had.current && !draft) end();
        had.current = draft !== undefined;
    }, [draft]);
}

function Removed({ live, note }: { live: Live; note: MyNote }) {
    return (
        <div class="note-foot removed">
            <span class="meta">{say("removed", { text: note.text })}</span>
            <button type="button" class="quiet" aria-label={say("undo_note", { text: note.text })} onClick={pressed("li", () => remove(live, note, false))}>
                {say("undo")}
            </button>
        </div>
    );
}
