// What I have contributed in a session: notes by question, votes, and how each stands. To copy, or to keep as a file.
import { useState } from "preact/hooks";
import { myEntriesIn, stands, type MyEntry } from "../shared/diary";
import { dayName } from "../shared/diary_day";
import type { Round, Session } from "../shared/meeting";
import { dayOf } from "../shared/moments";
import { canChange, fatesOf, roundsInOrder, type Fate } from "../shared/my_notes";
import { myNotesIn, type MyNote } from "../shared/own_notes";
import { asText, fileName, type MyAnswer } from "../shared/my_text";
import { myVotes } from "../shared/votes";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { Paper } from "../shared/view/parts";
import { ShowMore, useMost } from "../shared/view/show_more";
import { say as sayDiary } from "../shared/view/texts/diary";
import { returnFocus } from "./focus";
import { remove } from "./note_commands";
import { saveText } from "./save_text";
import { say } from "./texts/mine";
import { sayState } from "./texts/state";
import { turnsIn } from "./turns";
import "./mine.css";

const ENTRIES = 30; // of a diary

type Props = { live: Live; session: Session };
type Contributed = { round: Round; notes: MyNote[]; votes: { text: string; votes: number }[]; entries: MyEntry[] };

// `inside`: as a part of a screen that has its own heading.
export function MyAnswers({ live, session, inside }: Props & { inside?: boolean }) {
    const all = contributedTo(live, session);
    const Title = inside ? "h2" : "h1";
    const Question = inside ? "h3" : "h2";
    return (
        <section class="mine">
            <Title>{say("heading")}</Title>
            <p class="meta">{say(all.length > 0 ? "on_device" : "none")}</p>
            {all.map(({ round, notes, votes, entries }) => (
                <section key={round.id} class="mine-round">
                    <Question lang={live.tongue}>{round.question}</Question>
                    <ul class="mine-notes">
                        {notes.map((note) => (
                            <OwnNote key={note.id} live={live} round={round} note={note} />
                        ))}
                    </ul>
                    <VoteList votes={votes} />
                    <EntryList entries={entries} />
                </section>
            ))}
            {all.length > 0 && <Keep live={live} session={session} all={all} />}
        </section>
    );
}

// The rounds in which I did something. What was removed for good is nowhere any more.
function contributedTo(live: Live, session: Session): Contributed[] {
    const { commands } = live;
    const own = live.allMine("note");
    const kept = live.all("round").filter(({ form, session: of, removed }) => form === "diary" && of !== session.id && !removed);
    const rounds = [...roundsInOrder(live.all("round"), live.all("item"), session.id), ...kept];
    const all = rounds.map((round) => {
        const cast = myVotes(round, live.mine("votes", round.id), commands);
        const votes = (round.ballot?.choices ?? []).map(({ id, text }) => ({ text, votes: cast.on(id) }));
        const notes = myNotesIn(round.id, own, commands, turnsIn(round.id)).filter((note) => !note.removed || canChange(note, round));
        const entries = round.form === "diary" ? myEntriesIn(round.id, live.allMine("diary"), commands).filter(stands) : [];
        return { round, notes: notes.reverse(), votes: votes.filter(({ votes }) => votes > 0).sort((a, b) => b.votes - a.votes), entries };
    });
    return all.filter(({ notes, votes, entries }) => notes.length + votes.length + entries.length > 0);
}

function OwnNote({ live, round, note }: { live: Live; round: Round; note: MyNote }) {
    const bringBack = (event: Event) => {
        returnFocus(event, "li");
        remove(live, note, false);
    };
    return (
        <li tabIndex={-1} class={note.removed ? "mine-removed" : ""}>
            <Paper note={{ id: note.id, text: note.text, group_size: note.group_size, table: say("our_group") }} />
            <div class="mine-state">
                <p class="state">
                    <span class={`dot ${note.state === "arrived" ? "" : "wait"}`} />
                    {saidOf(note)}
                </p>
                {note.removed && canChange(note, round) && (
                    <button type="button" class="quiet" onClick={bringBack}>
                        {say("bring_back")}
                    </button>
                )}
            </div>
        </li>
    );
}

function saidOf(note: MyNote): string {
    return fatesOf(note).map((fate) => said(fate, note)).join(" · ");
}

function said(fate: Fate, { known, isStored }: MyNote): string {
    if (fate === "hidden" && known?.reason) return say("hidden_why", { reason: known.reason });
    if (fate === "saved") return isStored ? sayState(fate) : say("open_page");
    return fate === "sending" || fate === "arrived" ? sayState(fate) : say(fate);
}

function VoteList({ votes }: Pick<Contributed, "votes">) {
    if (votes.length === 0) return null;
    return (
        <ul class="mine-votes">
            {votes.map(({ text, votes }) => (
                <li key={text}>
                    {text} <b>{say("votes", { n: votes })}</b>
                </li>
            ))}
        </ul>
    );
}

// (All of them are in the text to keep.)
function EntryList({ entries }: Pick<Contributed, "entries">) {
    const { most, more } = useMost(ENTRIES);
    if (entries.length === 0) return null;
    return (
        <>
            <ul class="mine-entries">
                {entries.slice(0, most).map((entry) => (
                    <li key={entry.id}>
                        <p class="meta">{saidOfEntry(entry)}</p>
                        <p class="note-text">{entry.text || entry.tags}</p>
                    </li>
                ))}
            </ul>
            <ShowMore left={entries.length - most} more={more} of="older" />
        </>
    );
}

function saidOfEntry({ day, about, tags, state, isStored }: MyEntry): string {
    const way = state === "saved" ? (isStored ? sayState(state) : say("open_page")) : state === "refused" ? say("refused") : state === "sending" ? sayState(state) : "";
    return [dayName(day, language.value), sayDiary(`about_${about}`), tags, way].filter(Boolean).join(" · ");
}

function answersOf(all: readonly Contributed[]): MyAnswer[] {
    return all.map(({ round, notes, votes, entries }) => ({
        question: round.question,
        lines: [
            ...notes.filter(({ removed }) => !removed).map((note) => ({ text: note.text, said: saidInText(note) })),
            ...votes.map(({ text, votes }) => ({ text, said: say("votes", { n: votes }) })),
            ...entries.map((entry) => ({ text: entry.text || entry.tags, said: saidOfEntry(entry) })),
        ],
    }));
}

// (That a note arrived as it should needs no saying in a text that is read later.)
function saidInText(note: MyNote): string {
    return fatesOf(note)[0] === "arrived" ? "" : saidOf(note);
}

function Keep({ live, session, all }: Props & { all: readonly Contributed[] }) {
    const [done, setDone] = useState<"copied" | "not_copied" | "">("");
    const zone = live.profile?.zone;
    const when = session.starts && zone ? dayOf(session.starts, zone, language.value) : "";
    const text = () => asText(session.title, when, answersOf(all));
    const copy = () => navigator.clipboard.writeText(text()).then(() => setDone("copied"), () => setDone("not_copied"));
    const save = () => saveText(fileName(session.title, say("heading").toLocaleLowerCase(language.value)), text());
    return (
        <div class="mine-keep">
            {/* (Where the page is not secure there is no clipboard.) */}
            {"clipboard" in navigator && (
                <button type="button" onClick={() => void copy()}>
                    {say("copy")}
                </button>
            )}
            <button type="button" onClick={save}>
                {say("save")}
            </button>
            <p class="meta" role="status">
                {done && say(done)}
            </p>
        </div>
    );
}
