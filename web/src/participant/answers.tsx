// What others wrote in a round, as far as it is shown. New notes wait behind a button, in a place that is kept for it, so that
// nothing moves while somebody reads; they come by themselves while the list is still below the screen.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { reading, seenNotes } from "../shared/arriving";
import { isRunning, type Note, type Round } from "../shared/meeting";
import { isQuiet, setQuiet } from "../shared/view/announcer";
import { useBatches } from "../shared/view/batches";
import { groupNames, signedBy } from "../shared/view/group_names";
import type { Live } from "../shared/view/live";
import { Paper } from "../shared/view/parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { hasSupports } from "../shared/supports";
import { groupHere } from "./group_here";
import { SupportedNotes } from "./later";
import { hrefOf } from "./route";
import { say } from "./texts/answers";
import "./answers.css";

type Props = { live: Live; round: Round };

export function Answers({ live, round }: Props) {
    const isTable = round.visibility === "group" && !round.revealed;
    const session = live.find("session", round.session);
    const here = isTable ? groupHere(live, round, session)?.id : undefined;
    // Before they are revealed in an order of their own, the newest stand first, as they do when they come.
    const seen = seenNotes(live.all("note"), round, here);
    const notes = round.revealed ? seen : seen.reverse();
    const isSeated = !isTable || here !== undefined;
    // (Many come in several frames: those of the first one must not be all that is seen while the rest counts as news.)
    const isComing = !live.isWhole && live.connectionState.value.state === "joined";
    const hasBegun = useRef(false);
    if (!isSeated && round.grouping !== undefined) return null; // (which is said above)
    if (!isSeated) return (session?.tables?.length ?? 0) > 0 && isRunning(round) ? <NoTable /> : null;
    if (notes.length === 0 || (isComing && !hasBegun.current)) return null;
    hasBegun.current = true;
    return <Reading key={`${round.id} ${isTable} ${here ?? ""}`} {...{ live, round, notes, isTable }} />;
}

// Nobody else's notes are seen without a table; one's own stand above.
function NoTable() {
    return (
        <section class="answers">
            <h2>{say("no_table")}</h2>
            <p>{say("no_table_how")}</p>
            <p>
                <a class="button" href={hrefOf("me")}>
                    {say("choose_table")}
                </a>
            </p>
        </section>
    );
}

function Reading({ live, round, notes, isTable }: Props & { notes: readonly Note[]; isTable: boolean }) {
    const [seen, setSeen] = useState<readonly string[]>(() => notes.map(({ id }) => id));
    const section = useRef<HTMLElement>(null);
    const mine = new Set(live.allMine("note").map(({ id }) => id));
    const { shown, fresh } = reading(notes, seen, mine);
    const take = () => setSeen([...fresh, ...shown].map(({ id }) => id));
    const show = () => {
        take();
        section.current?.scrollIntoView();
        section.current?.querySelector("h2")?.focus({ preventScroll: true });
    };
    useEffect(() => {
        const top = section.current?.getBoundingClientRect().top ?? 0;
        if (fresh.length > 0 && (top > innerHeight || shown.length === 0)) take();
    }, [fresh.length]);
    useBatches(fresh.length, (n) => say("fresh", { n }));
    const List = hasSupports(round) && !isTable ? SupportedNotes : NoteList;
    const heading = say(isTable ? (round.grouping === undefined ? "table" : "group") : "heading");
    return (
        <section ref={section} class="answers" aria-label={heading}>
            <div class="answers-head">
                <h2 tabIndex={-1}>{heading}</h2>
                {fresh.length > 0 ? (
                    <button type="button" onClick={show}>
                        {say("fresh", { n: fresh.length })}
                    </button>
                ) : (
                    <span class="meta">{sayShared("notes", { n: notes.length })}</span>
                )}
                {isRunning(round) && <Quiet />}
            </div>
            <List live={live} round={round} notes={shown} mine={mine} />
        </section>
    );
}

// For who hears the page, and has heard enough of it: where they come past it, and seen by others only where the keyboard
// takes them there.
function Quiet() {
    return (
        <label class="unseen answers-quiet">
            <input type="checkbox" checked={isQuiet.value} onChange={(event) => setQuiet(event.currentTarget.checked)} />
            {say("quiet")}
        </label>
    );
}

type ListProps = Props & { notes: readonly Note[]; mine: ReadonlySet<string>; under?(note: Note): ComponentChildren };

export function NoteList({ live, round, notes, mine, under }: ListProps) {
    const nameOf = groupNames(live, round);
    const profile = live.profile;
    // (On one's own group's wall all are of that group.)
    const signed = (note: Note) => ({
        ...note,
        name: note.name ?? profile?.organisations?.find(({ id }) => id === note.organisation)?.name,
        ...(round.revealed ? signedBy(nameOf(note)) : { table: nameOf(note) }),
    });
    return (
        <ul class="answers-list" lang={profile?.language}>
            {notes.map((note) => (
                <li key={note.id}>
                    <Paper note={signed(note)}>
                        {mine.has(note.id) && <p class="answers-mine">{say("mine")}</p>}
                        {under?.(note)}
                    </Paper>
                </li>
            ))}
        </ul>
    );
}
