// Entering the notes of those who have no phone: one question's pile of paper.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { EventNoteEnter } from "../../generated/types";
import type { Round } from "../../shared/meeting";
import type { Pile as PileOf } from "../../shared/paper";
import { notesOf } from "../../shared/note_lists";
import { wasOpened } from "../../shared/run_of";
import type { Live } from "../../shared/view/live";
import { useKeptFocus } from "../kept_focus";
import { EnteredList, stands } from "./entered_list";
import { EntryForm } from "./entry_form";
import { entering, keepRefused } from "./paper_steps";
import { pileName, pileOf } from "./pile";
import { say } from "./texts/paper";
import "./paper.css";

// `children`: what stands between the form and what was entered by it.
type Props = { live: Live; round: Round; children?: ComponentChildren };

export function Paper({ live, round, children }: Props) {
    const pile = pileOf(pileName(round)).value;
    void live.commands;
    useEffect(() => keepRefused(live));
    if (round.authorship === "organisation") return <p>{say("organisation")}</p>;
    if (!wasOpened(round)) return <p>{say("planned")}</p>;
    return <Pile key={round.id} live={live} round={round} pile={pile} children={children} />;
}

function Pile({ live, round, pile, children }: Props & { pile: PileOf }) {
    const box = useRef<HTMLElement>(null);
    useKeptFocus(box);
    const mine = pile.notes.filter((note) => note.round === round.id);
    const standing = mine.filter((note) => stands(live, note));
    return (
        <section class="paper-pile" aria-label={say("heading")} ref={box} tabIndex={-1}>
            <p class="meta">{say("lead")}</p>
            <EntryForm
                live={live}
                round={round}
                pile={pile}
                standing={(person) => standing.filter((note) => note.person === person).length}
            />
            {children}
            <h2>{say("list")}</h2>
            <Counts live={live} round={round} mine={new Set(mine.map(({ id }) => id))} notes={standing.length} people={new Set(standing.map(({ person }) => person)).size} />
            <EnteredList live={live} round={round} pile={pile} />
            {standing.length > 0 && <p class="meta">{say("kept")}</p>}
        </section>
    );
}

type CountsProps = { live: Live; round: Round; mine: ReadonlySet<string>; notes: number; people: number };

function Counts({ live, round, mine, notes, people }: CountsProps) {
    const others = notesOf(live.all("note"), round.id).filter(({ id, entered }) => entered && !mine.has(id)).length;
    const isAway = live.connectionState.value.state !== "joined";
    const waiting = isAway ? entering(live.commands).filter(({ params, refused }) => !refused && mine.has((params as EventNoteEnter).id)).length : 0;
    return (
        <>
            {notes > 0 && <p class="paper-count">{`${say("count", { n: notes })} ${say("from", { n: people })}`}</p>}
            {others > 0 && <p class="meta">{say("by_others", { n: others })}</p>}
            <p role="status" class={waiting > 0 ? "said" : "unseen"}>
                {waiting > 0 ? say("waiting", { n: waiting }) : ""}
            </p>
        </>
    );
}
