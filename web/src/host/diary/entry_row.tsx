// An entry of a diary as the organiser reads it, with the answer that nobody but its author sees.
import { useEffect, useRef, useState } from "preact/hooks";
import { tagsIn, type Entry } from "../../shared/diary";
import { startOf } from "../../shared/lines";
import type { Live } from "../../shared/view/live";
import { say as sayDiary } from "../../shared/view/texts/diary";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { formOf, hasDraft } from "../draft";
import { TextArea } from "../field";
import { ActButton } from "../run/act_button";
import { orSay } from "../refusals";
import { saveAnswer } from "./steps";
import { say } from "./texts/diary";

const LONGEST = 1000;

interface RowProps {
    live: Live;
    entry: Entry;
    // What its heading does not say: the name, or the day.
    under: string;
}

export function EntryRow({ live, entry, under }: RowProps) {
    const name = `diary answer ${entry.id}`;
    const [isWriting, setWriting] = useState(() => hasDraft(name));
    const isAsked = useRef(false); // opened by a press, not because it was begun before
    const row = useRef<HTMLLIElement>(null);
    const write = () => {
        isAsked.current = true;
        setWriting(true);
    };
    const leave = () => {
        setWriting(false);
        row.current?.focus({ preventScroll: true });
    };
    const text = startOf(entry.text || entry.tags || "");
    return (
        <li ref={row} class="diary-row" tabIndex={-1}>
            <p class="meta">{[sayDiary(`about_${entry.about}`), under, ...tagsIn(entry.tags)].filter(Boolean).join(" · ")}</p>
            {entry.text && (
                <p class="note-text" lang={live.tongue}>
                    {entry.text}
                </p>
            )}
            {entry.answer && !isWriting && (
                <div class="diary-answer">
                    <p class="meta">{say("answered")}</p>
                    <p class="note-text">{entry.answer}</p>
                </div>
            )}
            {isWriting ? (
                <AnswerForm live={live} entry={entry} name={name} isAsked={isAsked.current} leave={leave} />
            ) : (
                <p class="actions">
                    <button type="button" class="quiet" aria-label={say(entry.answer ? "change_this" : "answer_this", { text })} onClick={write}>
                        {say(entry.answer ? "change" : "answer")}
                    </button>
                    {entry.answer && (
                        <ActButton live={live} class="quiet" label={say("remove_this", { text })} onAct={() => orSay(saveAnswer(live, entry, ""))}>
                            {say("remove")}
                        </ActButton>
                    )}
                </p>
            )}
        </li>
    );
}

// What is begun stays in the page's drafts, whatever is looked at meanwhile.
type AnswerProps = { live: Live; entry: Entry; name: string; isAsked: boolean; leave(): void };

function AnswerForm({ live, entry, name, isAsked, leave }: AnswerProps) {
    const box = useRef<HTMLFormElement>(null);
    const form = formOf<{ answer: string }>(name, { answer: entry.answer ?? "" });
    const [wrong, setWrong] = useState("");
    useEffect(() => {
        if (isAsked) box.current?.querySelector("textarea")?.focus();
    }, []);
    const isStale = form.conflicts.length > 0;
    const drop = () => {
        form.drop();
        leave();
    };
    const submit = async (event: Event) => {
        event.preventDefault();
        if (!canAct(live)) return; // (a key is not stopped by a button that is off)
        const sent = { answer: form.values.answer.trim() };
        if (sent.answer === (entry.answer ?? "")) return drop();
        const refused = await saveAnswer(live, entry, sent.answer);
        if (refused) return setWrong(refused.reason === "stale" ? say("stale") : sayReason(refused.reason));
        form.drop();
        leave();
    };
    const key = (event: KeyboardEvent) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) (event.currentTarget as HTMLFormElement).requestSubmit();
        else if (event.key === "Escape") drop();
        else return;
        event.preventDefault();
        event.stopPropagation();
    };
    return (
        <form ref={box} class="diary-answering stack" onSubmit={(event) => void submit(event)} onKeyDown={key}>
            {isStale && entry.answer && (
                <div class="diary-answer">
                    <p class="note-text">{entry.answer}</p>
                    <p class="said wrong">{say("stale")}</p>
                </div>
            )}
            <TextArea
                label={say("your_answer")} hint={say("your_answer_hint")} error={wrong || undefined} rows={3} longest={LONGEST}
                value={form.values.answer} change={(answer) => (setWrong(""), form.change({ answer }))}
            />
            <p class="actions">
                <button class="primary" disabled={!canAct(live)}>
                    {say("send")}
                </button>
                <button type="button" class="quiet" onClick={drop}>
                    {say("cancel")}
                </button>
                {form.isDirty && <span class="meta">{say("unsaved")}</span>}
            </p>
        </form>
    );
}
