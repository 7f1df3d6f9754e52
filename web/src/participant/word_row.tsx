// A word with its bar and figure; opened: of what the figure is made, and the notes in which it stands.
import { useEffect, useState } from "preact/hooks";
import type { Entity, WordRow as Row } from "../generated/types";
import { Refusal } from "../shared/wire";
import { hash, type Note, type Words } from "../shared/meeting";
import { equation, formsOf, insideOf, overlapOf, partsOf, saidParts } from "../shared/words_explained";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { Paper } from "../shared/view/parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { Bar } from "./bar";
import { say } from "./texts/words";

interface Props {
    live: Live;
    list: Words;
    row: Row;
    largest: number;
    open: string | undefined;
    setOpen(word: string | undefined): void;
}

export function WordRow({ live, list, row, largest, open, setOpen }: Props) {
    const isOpen = open === row.word;
    const id = `word-${hash(list.id + row.word)}`;
    return (
        <li class="word">
            <button
                type="button"
                class="word-line"
                aria-expanded={isOpen}
                aria-controls={id}
                onClick={() => setOpen(isOpen ? undefined : row.word)}
            >
                <span class="word-label">{row.label}</span>
                <Bar n={row.persons} of={largest} />
                <b>{number(row.persons)}</b>
            </button>
            <div id={id} hidden={!isOpen} lang={language.value}>
                {isOpen && <Behind live={live} list={list} row={row} />}
            </div>
        </li>
    );
}

const number = (n: number) => new Intl.NumberFormat(language.value).format(n);

function Behind({ live, list, row }: Pick<Props, "live" | "list" | "row">) {
    const parts = partsOf(row);
    const forms = formsOf(row);
    const inside = insideOf(row);
    const { persons, groups, breadth } = row;
    const where = [
        list.per_round ? say("times", { n: persons }) : sayShared("of_people", { some: persons, all: list.persons ?? 0 }),
        groups ? say("groups", { n: groups }) : "",
        breadth ? say("organisations", { n: breadth }) : "",
    ];
    return (
        <div class="word-behind">
            <p>{where.filter(Boolean).join(" · ")}</p>
            {parts.length > 0 && (
                <p lang={list.language} class="equation">
                    {equation(row, parts, number)}
                </p>
            )}
            {overlapOf(row, parts) > 0 && parts.length > 0 && <p class="meta">{say("overlap")}</p>}
            {forms.length > 0 && (
                <p class="meta">
                    {say("forms")} <span lang={list.language}>{saidParts(forms, number)}</span>
                </p>
            )}
            {inside.length > 0 && (
                <p class="meta">
                    {say("inside")} <span lang={list.language}>{saidParts(inside, number)}</span>
                </p>
            )}
            <NotesOf live={live} list={list} word={row.word} figure={row.persons + (row.groups ?? 0)} />
        </div>
    );
}

const isFinal = (error: unknown) => error instanceof Refusal && !error.isPassing;

type Found = { word: string; notes: Note[] } | "lost" | undefined;

// Asked for anew when the figure moves, and when the connection is back.
function NotesOf({ live, list, word, figure }: { live: Live; list: Words; word: string; figure: number }) {
    const [found, setFound] = useState<Found>();
    const { state } = live.connectionState.value;
    const isThere = state === "joined" || state === "read_only";
    useEffect(() => {
        let isWanted = true;
        const keep = (what: Found) => isWanted && setFound(what);
        const isNote = (one: Entity): one is Note => one.kind === "note";
        live.session.connection.request("words.notes", { list: list.id, word }).then(
            ({ notes }) => keep({ word, notes: notes.filter(isNote) }),
            // (A list that is shown no longer is refused: waiting for a network would not help.)
            (error) => setFound((before) => (!isWanted || typeof before === "object" ? before : isFinal(error) ? { word, notes: [] } : "lost")),
        );
        return () => void (isWanted = false);
    }, [list.id, word, figure, isThere]);
    if (found === "lost" || (!found && !isThere)) return <p class="meta">{say("notes_offline")}</p>;
    if (!found) return <p class="meta">{sayShared("loading")}</p>;
    if (found.notes.length === 0) return <p class="meta">{say("notes_none")}</p>;
    const tables = live.all("session").flatMap((session) => session.tables ?? []);
    return (
        <ul class="word-notes" aria-label={say("notes_of")} lang={list.language}>
            {found.notes.map((note) => (
                <li key={note.id}>
                    <Paper note={{ ...note, table: tables.find(({ id }) => id === note.table)?.name }} />
                </li>
            ))}
        </ul>
    );
}
