// Others' notes in a round where they can be supported: each with its button and how many do. What a finger does holds at
// once on this screen and goes to the server on its own; where it cannot, it waits. Nothing changes places by itself.
import { useRef, useState } from "preact/hooks";
import type { EventNoteSupport } from "../generated/types";
import type { Cast } from "../shared/cast";
import { startOf } from "../shared/lines";
import { isRunning, type Note, type Round } from "../shared/meeting";
import { bySupport, mySupports, nextSupport, supportsOf } from "../shared/supports";
import type { Live } from "../shared/view/live";
import { sayReason } from "../shared/view/texts/reasons";
import { NoteList } from "./answers";
import { say } from "./texts/supports";
import { sayState } from "./texts/state";
import "./supports.css";

type Props = { live: Live; round: Round; notes: readonly Note[]; mine: ReadonlySet<string> };

const FEW = 5; // so few are seen at once, in any order

export function SupportedNotes({ live, round, notes, mine }: Props) {
    const [ranks, setRanks] = useState<ReadonlyMap<string, number>>();
    const cast = castIn(live, round);
    const isOpen = isRunning(round);
    // What has come since the order was asked for stands first, as it does without one.
    const rank = ({ id }: Note) => ranks?.get(id) ?? -1;
    const order = ranks ? [...notes].sort((a, b) => rank(a) - rank(b)) : notes;
    const byMost = () => setRanks(new Map(bySupport(notes).map(({ id }, i) => [id, i])));
    const { session } = live;
    // (Once more from the store: two presses may come before this is drawn anew.)
    const support = (note: string) => {
        const now = mySupports(session.store.mine("supports", round.id), idsIn(live, round), session.outbox.commands());
        for (const { command } of now.refused) session.outbox.dismiss(command);
        session.outbox.put("note.support", nextSupport(note, now.on(note) === 0, now));
    };
    return (
        <>
            {isOpen && <p class="meta">{say("how")}</p>}
            {notes.length > FEW && (
                <p class="supports-order" role="group" aria-label={say("order")}>
                    <button type="button" aria-pressed={!ranks} onClick={() => setRanks(undefined)}>
                        {say(round.revealed ? "mixed" : "newest")}
                    </button>
                    <button type="button" aria-pressed={ranks !== undefined} onClick={byMost}>
                        {say("most")}
                    </button>
                </p>
            )}
            <Refused live={live} cast={cast} />
            <NoteList
                live={live}
                round={round}
                notes={order}
                mine={mine}
                under={(note) => <Support live={live} note={note} cast={cast} isOpen={isOpen && !mine.has(note.id)} support={support} />}
            />
        </>
    );
}

function idsIn(live: Live, round: Round): Set<string> {
    return new Set(live.session.store.all("note").flatMap((note) => (note.round === round.id ? [note.id] : [])));
}

function castIn(live: Live, round: Round): Cast {
    return mySupports(live.mine("supports", round.id), idsIn(live, round), live.commands);
}

type SupportProps = { live: Live; note: Note; cast: Cast; isOpen: boolean; support(note: string): void };

function Support({ live, note, cast, isOpen, support }: SupportProps) {
    const isOn = cast.on(note.id) > 0;
    const isWaiting = cast.waiting.some(({ params }) => (params as EventNoteSupport).note === note.id);
    const n = useSteady(live, note, cast, isWaiting);
    const isJoined = live.connectionState.value.state === "joined";
    if (!isOpen) return n > 0 ? <p class="supports-count">{say("supports", { n })}</p> : null;
    return (
        <div class="supports">
            <button type="button" aria-pressed={isOn} aria-label={say("support_this", { text: startOf(note.text ?? "") })} onClick={() => support(note.id)}>
                <span class="supports-mark" aria-hidden="true" />
                {say("support")}
            </button>
            <span class="supports-count">
                {say("supports", { n })}
                {isWaiting && !isJoined && ` · ${sayState("saved_answer")}`}
            </span>
        </div>
    );
}

// The answer to a press is here before the figure that everybody sees: until that has come, what was shown stays.
function useSteady(live: Live, note: Note, cast: Cast, isWaiting: boolean): number {
    const known = live.mine("supports", note.round);
    const counted = supportsOf(note, known, cast);
    const shown = useRef(counted);
    const isAhead = !isWaiting && (known?.seq ?? 0) > live.session.store.seq;
    if (!isAhead) shown.current = counted;
    return shown.current;
}

function Refused({ live, cast }: { live: Live; cast: Cast }) {
    const last = cast.refused.at(-1);
    if (!last) return null;
    const dismiss = (event: Event) => {
        (event.currentTarget as HTMLElement).closest("section")?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
        for (const { command } of cast.refused) live.session.outbox.dismiss(command);
    };
    return (
        <div class="said wrong" role="alert">
            <p>{`${say("refused")} ${sayReason(last.refused?.reason ?? "closed")}`}</p>
            <button type="button" class="quiet" onClick={dismiss}>
                {say("seen")}
            </button>
        </div>
    );
}
