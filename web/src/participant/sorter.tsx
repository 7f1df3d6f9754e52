// One note at a time, and the themes as buttons under the thumb. What is pressed goes to the server on its own; where it cannot,
// it waits. The note stays until its reader has done with it, whoever else sorts it meanwhile.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { isAsMoved, MOST_THEMES, placesWith, queueOf, themeNamed, type Board, type Places, type Theme } from "../shared/boards";
import { newId } from "../shared/ids";
import { hash, type Note } from "../shared/meeting";
import { positionBehind } from "../shared/positions";
import type { EventNoteSort } from "../generated/types";
import { announce } from "../shared/view/announcer";
import type { Live } from "../shared/view/live";
import { Paper } from "../shared/view/parts";
import { goOnInMain } from "./focus";
import { sayState } from "./texts/state";
import { say } from "./texts/themes";

// A note taken out of the list, from the theme where it stood there.
export interface Picked {
    note: string;
    theme: string | undefined;
}

interface SorterProps {
    live: Live;
    board: Board;
    themes: readonly Theme[];
    notes: readonly Note[];
    places: Places;
    picked: Picked | undefined;
    // The last one at the end.
    did: readonly Did[];
    setDid(did: readonly Did[]): void;
}

// What was done here: a note sorted into a theme, or put off.
export interface Did {
    note: string;
    sort?: EventNoteSort;
    title?: string;
}

const waitingSorts = (live: Live) =>
    live.commands.filter(({ method, state }) => method === "note.sort" && state !== "refused").map(({ params }) => params as EventNoteSort);

export function Sorter({ live, board, themes, notes, places: known, picked, did, setDid }: SorterProps) {
    const seed = live.allMine("participant")[0]?.id ?? "";
    const places = placesWith(known, waitingSorts(live), board.id);
    const [current, setCurrent] = useState<Picked | undefined>(picked);
    const passed = did.filter(({ sort }) => !sort).map(({ note }) => note);
    const queue = queueOf(notes, places, passed, (id) => hash(seed + id));
    const held = notes.find(({ id }) => id === current?.note);
    const note = held ?? queue[0];
    useLayoutEffect(() => {
        if (note && note.id !== current?.note) setCurrent({ note: note.id, theme: undefined });
    }, [note?.id, current?.note]);
    useLayoutEffect(() => void (note || goOnInMain()), [!note]);
    if (notes.length === 0) return <p>{say(board.revealed ? "none" : "not_yet")}</p>;
    const goOn = (one: Did) => {
        setDid([...did, one]);
        setCurrent(undefined);
    };
    const into = (theme: string, title: string) => {
        // (From where it was picked in the list. Where others put it meanwhile it stays as well.)
        const before = current?.theme;
        const sort = { board: board.id, note: note!.id, ...(before !== undefined && before !== theme && { from: before }), to: theme };
        live.session.outbox.put("note.sort", sort);
        announce(say("did", { title }));
        goOn({ note: note!.id, sort, title });
    };
    const back = () => {
        const last = did.at(-1);
        if (!last) return;
        setDid(did.slice(0, -1));
        setCurrent({ note: last.note, theme: last.sort?.from });
        if (!last.sort || !isAsMoved(last.sort, places)) return;
        const { from, to } = last.sort;
        live.session.outbox.put("note.sort", { board: board.id, note: last.note, from: to!, ...(from !== undefined && { to: from }) });
        announce(say("undone"));
    };
    const there = note ? (places.get(note.id) ?? []).flatMap((id) => themes.find((theme) => theme.id === id)?.title ?? []) : [];
    return (
        <>
            <p class="meta">{note && queue.length > 0 ? say("left", { n: queue.length }) : ""}</p>
            <div class="sorter-top">
                <div lang={note && live.tongue} aria-live="polite">
                    {note ? <Held key={note.id} note={note} /> : <p class="said">{say("done")}</p>}
                </div>
                <div class="sorter-foot">
                    <button type="button" aria-disabled={did.length === 0} onClick={back}>
                        {say("back")}
                    </button>
                    {note && (
                        <button type="button" onClick={() => goOn({ note: note.id })}>
                            {say("skip")}
                        </button>
                    )}
                </div>
            </div>
            {note && (
                <>
                    {there.length > 0 && <p class="meta">{say(current?.theme === undefined ? "there_also" : "there", { titles: there.join(", ") })}</p>}
                    {there.length === 0 && did.length === 0 && <p class="meta">{say(themes.length === 0 ? "lead_first" : "lead")}</p>}
                    <Targets live={live} board={board} themes={themes} places={places.get(note.id) ?? []} into={into} />
                </>
            )}
            <Waiting live={live} />
        </>
    );
}

// A long one scrolls by itself, so that the themes stay in sight; then the keyboard reaches it too.
function Held({ note }: { note: Note }) {
    const box = useRef<HTMLDivElement>(null);
    const [isLong, setLong] = useState(false);
    useLayoutEffect(() => {
        const element = box.current!;
        const sizes = new ResizeObserver(() => setLong(element.scrollHeight > element.clientHeight));
        for (const one of [element, element.firstElementChild!]) sizes.observe(one);
        return () => sizes.disconnect();
    }, []);
    return (
        <div ref={box} class="sorter-note" {...(isLong && { tabIndex: 0, role: "group", "aria-label": say("long_note") })}>
            <Paper note={note} />
        </div>
    );
}

type TargetsProps = { live: Live; board: Board; themes: readonly Theme[]; places: readonly string[]; into(theme: string, title: string): void };

function Targets({ live, board, themes, places, into }: TargetsProps) {
    const [isNew, setNew] = useState(false);
    const [title, setTitle] = useState("");
    const opener = useRef<HTMLButtonElement>(null);
    const field = useRef<HTMLInputElement>(null);
    useLayoutEffect(() => void (isNew && field.current?.focus()), [isNew]);
    const leave = () => {
        setNew(false);
        setTitle("");
        requestAnimationFrame(() => opener.current?.focus({ preventScroll: true }));
    };
    // (The theme goes ahead of what is put into it, in the same order as they are sent.)
    const make = (event: Event) => {
        event.preventDefault();
        const name = title.trim();
        if (name === "") return;
        const known = themeNamed(themes, name);
        const id = known?.id ?? newId();
        if (!known) live.session.outbox.put("theme.put", { id, base: 0, board: board.id, title: name, position: positionBehind(themes).position });
        if (!places.includes(id)) into(id, known?.title ?? name);
        leave();
    };
    return (
        <div class="sorter-themes" role="group" aria-label={say("which")}>
            {themes.map(({ id, title: name = "" }) => (
                <button key={id} type="button" aria-pressed={places.includes(id)} disabled={places.includes(id)} lang={live.tongue} onClick={() => into(id, name)}>
                    {name}
                </button>
            ))}
            {!isNew && themes.length < MOST_THEMES && (
                <button ref={opener} type="button" class="quiet" onClick={() => setNew(true)}>
                    {say("new_theme")}
                </button>
            )}
            {isNew && (
                <form class="sorter-new" onSubmit={make}>
                    <label>
                        {say("theme_title")}
                        <input ref={field} value={title} maxLength={80} required onInput={(event) => setTitle(event.currentTarget.value)} />
                    </label>
                    <button class="primary">{say("add")}</button>
                    <button type="button" onClick={leave}>
                        {say("cancel")}
                    </button>
                </form>
            )}
        </div>
    );
}

function Waiting({ live }: { live: Live }) {
    const waits = live.commands.some(({ method, state }) => (method === "note.sort" || method === "theme.put") && state !== "refused");
    if (!waits || live.connectionState.value.state === "joined") return null;
    return <p class="state" role="status">{sayState("saved_answer")}</p>;
}
