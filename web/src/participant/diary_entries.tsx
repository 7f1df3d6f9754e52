// My own entries in a diary, day by day, each with how it is with it and what the organiser has answered.
import { useRef, useState } from "preact/hooks";
import { groupedBy, putOf, stands, tagsIn, type EntryWords, type MyEntry } from "../shared/diary";
import { dayName, todayIn } from "../shared/diary_day";
import type { Round } from "../shared/meeting";
import { reachOf } from "../shared/reach";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { ShowMore, useMost } from "../shared/view/show_more";
import { say as sayDiary } from "../shared/view/texts/diary";
import { sayReason } from "../shared/view/texts/reasons";
import { drafts } from "./device";
import { DiaryForm } from "./diary_form";
import { pressed } from "./focus";
import { Refused } from "./refused";
import { say } from "./texts/diary";
import { sayState } from "./texts/state";

const STEP = 30; // of what may be months of days

// Of what was removed the server keeps no word: an undo says it again, as long as the page is there, whatever is looked at
// meanwhile.
const removedHere = new Map<string, EntryWords>();

interface EntriesProps {
    live: Live;
    round: Round;
    entries: readonly MyEntry[];
    isOpen: boolean;
    // Whose answer nobody had read before this screen came.
    fresh: ReadonlySet<string>;
}

export function DiaryEntries({ live, round, entries, isOpen, fresh }: EntriesProps) {
    const today = todayIn(live);
    const whole = entries.map((entry) => (entry.removed && entry.text === "" ? { ...entry, ...removedHere.get(entry.id), removed: true } : entry));
    const shown = whole.filter(({ id, removed, refused }) => !removed || refused || (isOpen && removedHere.has(id)));
    const { most, more } = useMost(STEP);
    // (An answer that is new, what was not taken and what was begun are never out of sight, nor is what has been in sight.)
    const reach = useRef(0);
    reach.current = reachOf(shown, Math.max(most, reach.current), ({ id, refused }) => refused !== undefined || fresh.has(id) || drafts.find(`diary ${id}`) !== undefined);
    const groups = groupedBy(shown.slice(0, reach.current), ({ day }) => day);
    return (
        <section class="diary-mine">
            <h2>
                {say("mine")} <span class="meta">{shown.filter(stands).length || ""}</span>
            </h2>
            {shown.length === 0 && <p class="meta">{say("none")}</p>}
            {groups.map(({ key, things }) => (
                <section key={key} class="diary-group">
                    <h3>{key === today ? `${say("today")}, ${dayName(key, language.value)}` : dayName(key, language.value, today)}</h3>
                    <ul class="between-list">
                        {things.map((entry) => (
                            <li key={entry.id} class="diary-entry" tabIndex={-1}>
                                <Own
                                    live={live} round={round} entry={entry} entries={entries} isOpen={isOpen} isFresh={fresh.has(entry.id)}
                                />
                            </li>
                        ))}
                    </ul>
                </section>
            ))}
            <ShowMore left={shown.length - reach.current} more={() => more(reach.current)} of="older" />
        </section>
    );
}

interface OwnProps extends Pick<EntriesProps, "live" | "round" | "entries" | "isOpen"> {
    entry: MyEntry;
    isFresh: boolean;
}

function Own({ live, round, entry, entries, isOpen, isFresh }: OwnProps) {
    const name = `diary ${entry.id}`;
    const [isEditing, setEditing] = useState(() => drafts.find(name) !== undefined);
    const place = useRef<HTMLDivElement>(null);
    const sayAgain = (words: EntryWords) => live.session.outbox.put("diary.put", putOf(round.id, entry, words)).saved;
    const leave = () => {
        place.current?.closest("li")?.focus({ preventScroll: true });
        setEditing(false);
    };
    const change = (words: EntryWords) => {
        const saved = sayAgain(words);
        leave();
        return saved;
    };
    const setRemoved = (removed: boolean) => {
        const { about, day, text, tags } = entry;
        if (removed) removedHere.set(entry.id, { about, day, text, tags, removed });
        void sayAgain({ ...entry, removed });
    };
    const text = entry.text || entry.tags;
    if (entry.removed)
        return (
            <>
                {text && (
                    <div class="note-foot removed">
                        <span class="meta">{say("removed", { text })}</span>
                        {isOpen && (
                            <button type="button" class="quiet" aria-label={say("undo_entry", { text })} onClick={pressed("li", () => setRemoved(false))}>
                                {say("undo")}
                            </button>
                        )}
                    </div>
                )}
                <RefusedEntry live={live} round={round} entry={entry} />
            </>
        );
    // (What was begun stays in sight, though the diary closed.)
    if (isEditing && (isOpen || drafts.find(name)))
        return (
            <div ref={place}>
                <DiaryForm
                    live={live} round={round} name={name} words={entry} entries={entries} label={say("change_label")} send={say("save")}
                    isOpen={isOpen} put={change} cancel={leave}
                />
            </div>
        );
    return (
        <>
            <p class="meta">{[sayDiary(`about_${entry.about}`), ...tagsIn(entry.tags)].join(" · ")}</p>
            <p class="note-text">{entry.text}</p>
            <div class="note-foot">
                <EntryState live={live} entry={entry} />
                {isOpen && entry.state !== "refused" && (
                    <span class="note-actions">
                        <button type="button" class="quiet" aria-label={say("change_entry", { text })} onClick={() => setEditing(true)}>
                            {say("change")}
                        </button>
                        <button type="button" class="quiet" aria-label={say("remove_entry", { text })} onClick={pressed("li", () => setRemoved(true))}>
                            {say("remove")}
                        </button>
                    </span>
                )}
            </div>
            <RefusedEntry live={live} round={round} entry={entry} />
            {entry.answer && <Answer text={entry.answer} isFresh={isFresh} />}
        </>
    );
}

function Answer({ text, isFresh }: { text: string; isFresh: boolean }) {
    return (
        <div class="diary-answer">
            <h4>
                {say("answer")} {isFresh && <span class="diary-fresh">{say("fresh")}</span>}
            </h4>
            <p class="note-text">{text}</p>
            <p class="meta">{say("answer_private")}</p>
        </div>
    );
}

function EntryState({ live, entry: { state, isStored } }: { live: Live; entry: MyEntry }) {
    if (state === "refused") return <span />;
    const isJoined = live.connectionState.value.state === "joined";
    const text = state !== "saved" ? sayState(state) : !isStored ? say("open_page") : sayState(isJoined ? "sending" : "saved");
    return (
        <span class="state">
            <span class={state === "arrived" ? "dot" : "dot wait"} />
            {text}
        </span>
    );
}

function RefusedEntry({ live, round, entry: { refused, ...entry } }: { live: Live; round: Round; entry: MyEntry }) {
    if (!refused) return null;
    const { command, because, meant } = refused;
    const drop = () => live.session.outbox.dismiss(command);
    const again = () => {
        live.session.outbox.put("diary.put", putOf(round.id, entry, meant));
        drop();
    };
    const { reason } = because;
    const text = meant.text || meant.tags;
    const how = reason === "stale" ? say("refused_stale", { text }) : reason === "closed" ? say("refused_closed", { text }) : `${say("refused", { text })} ${sayReason(reason)}`;
    return (
        <Refused text={how} leave={say("drop")} drop={drop} around="li">
            <button type="button" onClick={pressed("li", again)}>
                {say("again")}
            </button>
        </Refused>
    );
}
