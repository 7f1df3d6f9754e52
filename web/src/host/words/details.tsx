// An opened word: what it is made of, what can be done, and the notes behind it.
import { useEffect, useState } from "preact/hooks";
import type { WordRow } from "../../generated/types";
import type { ResultWordsNotes } from "../../generated/wire";
import { splittable } from "../../shared/word_list";
import { Paper } from "../../shared/view/parts";
import { insideIn, mergedIn, ownForms } from "../../shared/words_explained";
import { actionsFor, countApart, splitForm, takeOut } from "./actions";
import type { Desk } from "./desk";
import { MergeInto } from "./merge_into";
import { Rename } from "./rename";
import type { Shape } from "./rows";
import { say } from "./texts/words";

const FIRST = 12;

export function Details({ desk, row, shape }: { desk: Desk; row: WordRow; shape: Shape }) {
    const work = desk.work.value;
    const isMine = work && "word" in work && work.word === row.word;
    return (
        <div class="words-detail">
            <p class="words-row-buttons">
                {actionsFor(desk, row).map(({ name, text, run }) => (
                    <button
                        key={name}
                        type="button"
                        disabled={!desk.canAct}
                        aria-expanded={name === "merge" || name === "rename" ? isMine && work.what === name : undefined}
                        onClick={run}
                    >
                        {text}
                    </button>
                ))}
            </p>
            {isMine && work.what === "merge" && <MergeInto key={row.word} desk={desk} row={row} />}
            {isMine && work.what === "rename" && <Rename key={row.word} desk={desk} row={row} />}
            <HowCounted desk={desk} row={row} shape={shape} />
            <Notes desk={desk} row={row} />
        </div>
    );
}

function HowCounted({ desk, row, shape }: { desk: Desk; row: WordRow; shape: Shape }) {
    const { groups, breadth } = row;
    const parts = mergedIn(row);
    const forms = ownForms(row);
    const inside = insideIn(row);
    const figures = [
        shape.sums ? `${say("times")}: ${row.persons}` : say("persons_of", { n: row.persons }),
        groups ? say("groups_of", { n: groups }) : "",
        breadth ? say("breadth_of", { n: breadth }) : "",
    ];
    return (
        <section>
            <h3>{say("how")}</h3>
            <p class="meta">
                {figures.filter(Boolean).join(" · ")}
                {parts.length + forms.length > 2 && !shape.sums && ` · ${say("how_once")}`}
            </p>
            {parts.length > 0 && (
                <Pieces title={say("parts")}>
                    {parts.map(({ word, label, persons }, i) => (
                        <Piece key={word} name={label ?? word} persons={persons}>
                            {i > 0 && (
                                <button
                                    type="button"
                                    class="quiet"
                                    disabled={!desk.canAct}
                                    aria-label={say("take_out", { label: label ?? word })}
                                    onClick={() => takeOut(desk, row, word, label ?? word)}
                                >
                                    {say("take_out_short")}
                                </button>
                            )}
                        </Piece>
                    ))}
                </Pieces>
            )}
            {forms.length > 0 && (
                <Pieces title={say("forms")}>
                    {forms.map(({ word, persons }) => (
                        <Piece key={word} name={word} persons={persons}>
                            {splittable(row, word) && (
                                <button
                                    type="button"
                                    class="quiet"
                                    disabled={!desk.canAct}
                                    aria-label={say("split", { label: word })}
                                    onClick={() => splitForm(desk, row, word)}
                                >
                                    {say("split_short")}
                                </button>
                            )}
                        </Piece>
                    ))}
                </Pieces>
            )}
            {inside.length > 0 && (
                <Pieces title={say("inside")}>
                    {inside.map(({ word, label = word, persons }) => (
                        <Piece key={word} name={label} persons={persons}>
                            <button
                                type="button"
                                class="quiet"
                                disabled={!desk.canAct}
                                aria-label={say("split", { label })}
                                onClick={() => countApart(desk, row, word, label)}
                            >
                                {say("split_short")}
                            </button>
                        </Piece>
                    ))}
                </Pieces>
            )}
        </section>
    );
}

function Pieces({ title, children }: { title: string; children: preact.ComponentChildren }) {
    return (
        <div class="words-pieces">
            <h4>{title}</h4>
            <ul>{children}</ul>
        </div>
    );
}

function Piece({ name, persons, children }: { name: string; persons: number; children: preact.ComponentChildren }) {
    return (
        <li>
            <span>
                {name} <b>{persons}</b>
            </span>
            {children}
        </li>
    );
}

type WordNote = ResultWordsNotes["notes"][number];

// As they are now: asked for anew when the figures of the word change.
function useNotes(desk: Desk, row: WordRow): WordNote[] | "loading" | "failed" {
    const [notes, setNotes] = useState<WordNote[] | "loading" | "failed">("loading");
    const figures = JSON.stringify([row.persons, row.groups, row.forms]);
    const isJoined = desk.canAct;
    useEffect(() => {
        let isWanted = true;
        const take = (found: WordNote[] | "failed") => isWanted && setNotes((before) => (found === "failed" && Array.isArray(before) ? before : found));
        desk.live.session.connection.request("words.notes", { list: desk.id, word: row.word }).then(
            (result) => take(result.notes),
            () => take("failed"),
        );
        return () => void (isWanted = false);
    }, [row.word, figures, isJoined]);
    return notes;
}

function Notes({ desk, row }: { desk: Desk; row: WordRow }) {
    const notes = useNotes(desk, row);
    const [isWhole, showAll] = useState(false);
    if (notes === "loading") return <p class="meta">{say("loading")}</p>;
    if (notes === "failed") return <p class="meta">{say("not_loaded")}</p>;
    const shown = isWhole ? notes : notes.slice(0, FIRST);
    return (
        <section>
            <h3>
                {say("notes")} <span class="meta">{notes.length}</span>
            </h3>
            {notes.length === 0 && <p class="meta">{say("notes_none")}</p>}
            <ul class="words-notes">
                {shown.map((note) => (
                    <li key={note.id}>
                        <Paper note={note as Parameters<typeof Paper>[0]["note"]} />
                    </li>
                ))}
            </ul>
            {shown.length < notes.length && (
                <button type="button" onClick={() => showAll(true)}>
                    {say("notes_all", { n: notes.length - shown.length })}
                </button>
            )}
        </section>
    );
}
