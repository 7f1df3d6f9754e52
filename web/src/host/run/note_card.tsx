// One note, with what the one who leads may do about it.
import type { ComponentChildren } from "preact";
import { startOf } from "../../shared/lines";
import { roomNotes, type Note } from "../../shared/meeting";
import { groupNames, signedBy } from "../../shared/view/group_names";
import type { Live } from "../../shared/view/live";
import { Paper } from "../../shared/view/parts";
import { canAct } from "../act";
import { CarryForm } from "../carry/from_note";
import { say as sayCarry } from "../carry/texts/entries";
import { EraseButton, erasableNote } from "../erasing/erase_dialog";
import { say as sayErasing } from "../erasing/texts/erasing";
import { ActButton } from "./act_button";
import { HideForm } from "./hide_form";
import { memo } from "./memo";
import type { NoteShape } from "./notes_tab";
import { maySpotlight, spotlight } from "./stage_steps";
import { useSteering } from "./steer_steps";
import { hideNote } from "./steps";
import { say } from "./texts/work";

interface NoteCardProps {
    live: Live;
    note: Note;
    shape: NoteShape;
    isCurrent: boolean;
    isHiding: boolean;
    isCarrying: boolean;
    // All four are the same functions each time, so that a card is drawn anew only when something of it changed.
    choose(id: string): void;
    hide(id: string): void;
    carry(id: string): void;
    leave(): void;
}

export const NoteCard = memo(function NoteCard({ live, note, shape, isCurrent, isHiding, isCarrying, choose, hide, carry, leave }: NoteCardProps) {
    const tabIndex = isCurrent ? 0 : -1;
    return (
        <li
            class={`note-card ${shape} ${note.hidden ? "is-hidden" : ""}`}
            data-note={note.id}
            data-current={isCurrent ? "" : undefined}
            tabIndex={tabIndex}
            onFocusCapture={() => choose(note.id)}
        >
            <NotePaper live={live} note={note}>
                <Marks note={note} />
                {isHiding ? (
                    <HideForm live={live} note={note} leave={leave} />
                ) : isCarrying ? (
                    <CarryForm live={live} note={note} leave={leave} />
                ) : (
                    <div class="note-acts">
                        <CarryButton live={live} note={note} tabIndex={tabIndex} carry={carry} />
                        <SpotlightButton live={live} note={note} tabIndex={tabIndex} />
                        <HideButton live={live} note={note} tabIndex={tabIndex} hide={hide} />
                        {note.hidden && <EraseNote live={live} note={note} tabIndex={tabIndex} />}
                    </div>
                )}
            </NotePaper>
        </li>
    );
});

type NotePaperProps = { live: Live; note: Note; children: ComponentChildren };

// With the name of its group or table, or of its organisation.
export function NotePaper({ live, note, children }: NotePaperProps) {
    const signed = signedBy(groupNames(live, live.find("round", note.round))(note));
    const organisations = note.organisation === undefined ? [] : live.profile?.organisations ?? [];
    const from = organisations.find(({ id }) => id === note.organisation)?.name;
    return (
        <Paper note={{ ...note, ...signed, ...(from === undefined ? {} : { name: from }) }}>
            {children}
        </Paper>
    );
}

function Marks({ note }: { note: Note }) {
    return (
        <>
            {note.late && <p class="note-mark">{say("is_late")}</p>}
            {note.hidden && <HiddenMark note={note} />}
            {note.supports ? <p class="note-mark">{say("supports", { n: note.supports })}</p> : null}
        </>
    );
}

export function HiddenMark({ note }: { note: Note }) {
    return <p class="note-mark">{note.reason ? say("is_hidden_why", { reason: note.reason }) : say("is_hidden")}</p>;
}

// The note alone on the big screen, while the room talks about it; only what the room may see.
function SpotlightButton({ live, note, tabIndex }: { live: Live; note: Note; tabIndex: number }) {
    const session = live.find("session", live.find("round", note.round)?.session);
    if (!session || !maySpotlight(live, note)) return null;
    const isOn = session.stage?.screen === "note" && session.stage.note === note.id;
    const label = say(isOn ? "spotlight_off" : "spotlight_this", { text: startOf(note.text ?? "") });
    const isOff = !useSteering(live, session).mayStage;
    return (
        <ActButton live={live} class="quiet note-act" tabIndex={tabIndex} label={label} disabled={isOff} onAct={() => spotlight(live, note)}>
            {say(isOn ? "spotlight_off_short" : "spotlight")}
        </ActButton>
    );
}

// What all may read may stand in a list that all may read.
function CarryButton({ live, note, tabIndex, carry }: Pick<NoteCardProps, "live" | "note" | "carry"> & { tabIndex: number }) {
    const round = live.find("round", note.round);
    if (!round || !note.text || roomNotes([note], round).length === 0) return null;
    return (
        <button
            type="button"
            class="quiet note-act"
            disabled={!canAct(live)}
            tabIndex={tabIndex}
            aria-label={sayCarry("carry_this", { text: startOf(note.text) })}
            onClick={() => carry(note.id)}
        >
            {sayCarry("carry")}
        </button>
    );
}

// One that is hidden already: hiding comes first, for it can be undone. (The form that hides has the way there too.)
function EraseNote({ live, note, tabIndex }: { live: Live; note: Note; tabIndex: number }) {
    const label = sayErasing("erase_this", { text: startOf(note.text ?? "") });
    return <EraseButton live={live} thing={erasableNote(live, note)} class="quiet note-act" tabIndex={tabIndex} label={label} />;
}

type HideButtonProps = Pick<NoteCardProps, "live" | "note" | "hide"> & { tabIndex: number };

function HideButton({ live, note, tabIndex, hide }: HideButtonProps) {
    const text = startOf(note.text ?? "");
    if (note.hidden) {
        return (
            <ActButton
                live={live}
                class="quiet note-act"
                tabIndex={tabIndex}
                label={say("show_this", { text })}
                onAct={() => hideNote(live, note, false)}
            >
                {say("show")}
            </ActButton>
        );
    }
    return (
        <button
            type="button"
            class="quiet note-act"
            disabled={!canAct(live)}
            tabIndex={tabIndex}
            aria-label={say("hide_this", { text })}
            onClick={() => hide(note.id)}
        >
            {say("hide")}
        </button>
    );
}
