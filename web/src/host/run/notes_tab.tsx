// A round's notes, as a list or on a wall: the list is the model, the wall another shape of it.
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { notesInOrder, type Note, type Round } from "../../shared/meeting";
import { Arrivals, countsOf, filtered, notesOf, type NoteFilter, type NoteOrder } from "../../shared/note_lists";
import { phaseOf } from "../../shared/run_of";
import { hasSupports } from "../../shared/supports";
import { useCalmOrder } from "../../shared/view/calm_order";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";
import { shortcutsOn } from "./keys";
import { NoteCard } from "./note_card";
import { NoteTools } from "./note_tools";
import { spotlight } from "./stage_steps";
import { say } from "./texts/work";
import { useColumns } from "./use_columns";

export type NoteShape = "list" | "wall";
export interface NotesView {
    filter: NoteFilter;
    search: string;
    order: NoteOrder;
}
const WHOLE: NotesView = { filter: "all", search: "", order: "came" };

export function NotesTab({ live, round, shape }: { live: Live; round: Round; shape: NoteShape }) {
    const [view, setView] = useState<NotesView>(() => ({ ...WHOLE, order: hasSupports(round) ? "support" : WHOLE.order }));
    const arrivals = useMemo(() => new Arrivals(), [round.id]);
    const all = notesOf(live.all("note"), round.id);
    const came = arrivals.sorted(all);
    const orders = { came, shown: notesInOrder(all, round.revealed === true), support: useCalmOrder(round, came) };
    const notes = filtered(orders[view.order], view.filter, view.search);
    if (all.length === 0) return <p class="run-empty">{emptyText(live, round)}</p>;
    return (
        <>
            <NoteTools live={live} round={round} counts={countsOf(all)} view={view} setView={setView} found={notes.length} />
            <NoteSet live={live} notes={notes} shape={shape} />
        </>
    );
}

function emptyText(live: Live, round: Round): string {
    const phase = phaseOf(round, live.session.clock.now());
    return say(phase === "planned" ? "empty_planned" : phase === "closed" ? "empty_closed" : "empty_open");
}

// One note at a time is in the tab order; arrows move between them.
function NoteSet({ live, notes, shape }: { live: Live; notes: readonly Note[]; shape: NoteShape }) {
    const box = useRef<HTMLUListElement>(null);
    const [current, setCurrent] = useState<string | undefined>(undefined);
    const [hiding, setHiding] = useState<string | undefined>(undefined);
    const [carrying, setCarrying] = useState<string | undefined>(undefined);
    const columns = useColumns(box, shape === "wall");
    const at = Math.max(0, notes.findIndex(({ id }) => id === current));
    const wantsFocus = useRef(false);
    useLayoutEffect(() => {
        if (!wantsFocus.current) return;
        wantsFocus.current = false;
        box.current?.querySelector<HTMLElement>("[data-current]")?.focus();
    });
    const move = (to: number) => {
        const note = notes[Math.min(notes.length - 1, Math.max(0, to))];
        if (note) setCurrent(note.id);
        wantsFocus.current = true;
    };
    const key = (event: KeyboardEvent) => {
        if (event.target !== event.currentTarget && !(event.target as HTMLElement).matches("[data-note]")) return;
        const note = notes[at];
        const to = target(event.key, at, columns, notes.length);
        if (to !== undefined) move(to);
        else if (event.key === "s" && shortcutsOn.value && note && canAct(live)) void spotlight(live, note);
        else if (event.key === "h" && shortcutsOn.value && note && !note.hidden && canAct(live)) setHiding(note.id);
        else return;
        event.preventDefault();
    };
    const leave = useCallback(() => {
        setHiding(undefined);
        setCarrying(undefined);
        wantsFocus.current = true;
    }, []);
    const cards = notes.map((note, i) => {
        const state = { isCurrent: i === at, isHiding: note.id === hiding, isCarrying: note.id === carrying };
        return <NoteCard key={note.id} live={live} note={note} shape={shape} {...state} choose={setCurrent} hide={setHiding} carry={setCarrying} leave={leave} />;
    });
    return (
        <ul class={`notes-${shape}`} ref={box} aria-label={say("notes_of")} onKeyDown={key}>
            {shape === "list" ? cards : inColumns(cards, columns)}
        </ul>
    );
}

// Where an arrow leads; undefined for other keys.
function target(key: string, at: number, columns: number, count: number): number | undefined {
    const steps: Record<string, number> = { ArrowDown: columns, ArrowUp: -columns, ArrowRight: 1, ArrowLeft: -1 };
    if (key === "Home") return 0;
    if (key === "End") return count - 1;
    const step = steps[key];
    return step === undefined || at + step < 0 || at + step >= count ? undefined : at + step;
}

// One after the other into the columns: a new one comes last, and moves none that is there.
function inColumns<T>(cards: readonly T[], columns: number) {
    return Array.from({ length: columns }, (_, column) => (
        <li key={column} class="wall-column">
            <ul>{cards.filter((_card, i) => i % columns === column)}</ul>
        </li>
    ));
}
