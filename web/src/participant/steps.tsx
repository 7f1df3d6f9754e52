// My own next steps, from this time and the times before: what I mean to do, done or not, seen by others where I say so.
import { useRef, useState } from "preact/hooks";
import { newId } from "../shared/ids";
import type { Session } from "../shared/meeting";
import { dayOf } from "../shared/moments";
import { myStepsOf, putOf, type MyStep, type StepWords } from "../shared/my_steps";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { sayReason } from "../shared/view/texts/reasons";
import { momentOf, wallTimeOf } from "../shared/zone_time";
import { drafts } from "./device";
import { pressed } from "./focus";
import { Refused } from "./refused";
import { say as sayBetween } from "./texts/between";
import { say } from "./texts/steps";
import { sayState } from "./texts/state";
import { useDraft } from "./use_draft";

const LONGEST = 1000;
const nothing: Omit<StepWords, "session"> = { text: "", until: 0, done: false, shared: false, removed: false };

// Of what was removed the server keeps no word: an undo says it again, as long as the page is there, whatever is looked at
// meanwhile.
const removedHere = new Map<string, string>();

export function Steps({ live, session }: { live: Live; session: Session }) {
    const known = myStepsOf(live.allMine("step"), live.commands, live.all("session"));
    const mine = known.map((step) => (step.removed && step.text === "" ? { ...step, text: removedHere.get(step.id) ?? "" } : step));
    const own = new Set(mine.map(({ id }) => id));
    const shown = mine.filter(({ id, removed, refused }) => !removed || refused || removedHere.has(id));
    const others = live.all("step").filter(({ id, shared, removed }) => shared && !removed && !own.has(id));
    const put = (words: StepWords) => live.session.outbox.put("step.put", putOf({ id: newId(), nextRev: 1, ...words })).saved;
    return (
        <section>
            <h2>{say("heading")}</h2>
            {shown.length > 0 && (
                <ul class="between-list">
                    {shown.map((step) => (
                        <li key={step.id} class={step.done ? "step done" : "step"} tabIndex={-1}>
                            <Own live={live} step={step} isEarlier={step.session !== session.id} />
                        </li>
                    ))}
                </ul>
            )}
            <StepForm live={live} name={`step ${session.id}`} words={{ ...nothing, session: session.id }} label={say(mine.length > 0 ? "one_more" : "write")} send={say("put")} put={put} />
            {others.length > 0 && <h3>{say("others")}</h3>}
            {others.length > 0 && (
                <ul class="between-rows">
                    {others.map(({ id, text, name, until, done }) => (
                        <li key={id}>
                            <p class="note-text" lang={live.tongue}>{text}</p>
                            <p class="meta">{[name ?? say("somebody"), done && say("done"), until && untilDay(live, until)].filter(Boolean).join(" · ")}</p>
                        </li>
                    ))}
                </ul>
            )}
        </section>
    );
}

function untilDay(live: Live, until: number): string {
    return sayBetween("until_day", { day: dayOf(until, live.zone, language.value) });
}

function Own({ live, step, isEarlier }: { live: Live; step: MyStep; isEarlier: boolean }) {
    const [isEditing, setEditing] = useState(() => drafts.find(`step ${step.id}`) !== undefined);
    const place = useRef<HTMLDivElement>(null);
    const sayAgain = (words: Partial<StepWords>) => live.session.outbox.put("step.put", putOf(step, words)).saved;
    const leave = () => {
        place.current?.closest("li")?.focus({ preventScroll: true });
        setEditing(false);
    };
    const change = (words: StepWords) => {
        const saved = sayAgain(words);
        leave();
        return saved;
    };
    const remove = () => {
        removedHere.set(step.id, step.text);
        void sayAgain({ removed: true });
    };
    const { text } = step;
    if (step.removed)
        return (
            <>
                {text && (
                    <div class="note-foot removed">
                        <span class="meta">{say("removed", { text })}</span>
                        <button type="button" class="quiet" aria-label={say("undo_step", { text })} onClick={pressed("li", () => void sayAgain({ removed: false }))}>
                            {say("undo")}
                        </button>
                    </div>
                )}
                <RefusedStep live={live} step={step} />
            </>
        );
    if (isEditing)
        return (
            <div ref={place}>
                <StepForm live={live} name={`step ${step.id}`} words={step} label={say("change_label")} send={say("save")} put={change} cancel={leave} />
            </div>
        );
    return (
        <>
            {isEarlier && <p class="meta">{say("earlier")}</p>}
            <p class="step-text">{text}</p>
            <p class="meta">{[step.until && untilDay(live, step.until), say(step.shared ? "shared" : "unshared"), stateOf(step)].filter(Boolean).join(" · ")}</p>
            <RefusedStep live={live} step={step} />
            <div class="buttons">
                <button type="button" aria-pressed={step.done} aria-label={say("done_step", { text })} onClick={() => void sayAgain({ done: !step.done })}>
                    {say("done")}
                </button>
                <button type="button" class="quiet" aria-label={say("change_step", { text })} onClick={() => setEditing(true)}>
                    {say("change")}
                </button>
                <button type="button" class="quiet" aria-label={say("remove_step", { text })} onClick={pressed("li", remove)}>
                    {say("remove")}
                </button>
            </div>
        </>
    );
}

function stateOf({ state, isStored }: MyStep): string {
    if (state === "saved") return isStored ? sayState("saved_answer") : say("open_page");
    return state === "sending" ? sayState(state) : "";
}

function RefusedStep({ live, step: { refused, ...step } }: { live: Live; step: MyStep }) {
    if (!refused) return null;
    const { command, because, meant } = refused;
    const drop = () => live.session.outbox.dismiss(command);
    const again = () => {
        live.session.outbox.put("step.put", putOf({ ...step, ...meant }));
        drop();
    };
    const { text } = meant;
    const how = because.reason === "stale" ? say("refused_stale", { text }) : `${say("refused", { text })} ${sayReason(because.reason)}`;
    return (
        <Refused text={how} leave={say("drop")} drop={drop} around="li">
            <button type="button" onClick={pressed("li", again)}>
                {say("again")}
            </button>
        </Refused>
    );
}

interface FormProps {
    live: Live;
    // Of the draft: what is begun here stays on the device.
    name: string;
    words: StepWords;
    label: string;
    send: string;
    put(words: StepWords): Promise<boolean>;
    cancel?(): void;
}

function StepForm({ live, name, words, label, send, put, cancel }: FormProps) {
    const form = useRef<HTMLFormElement>(null);
    const field = useRef<HTMLTextAreaElement>(null);
    const begun = useDraft(name, form);
    const [until, setUntil] = useState(() => (words.until ? wallTimeOf(words.until, live.zone).date : ""));
    const [shared, setShared] = useState(words.shared);
    const text = begun.draft?.text ?? words.text;
    const isEmpty = text.trim() === "";
    const end = () => {
        drafts.drop(name);
        begun.clear();
    };
    const submit = (event: Event) => {
        event.preventDefault();
        if (isEmpty) return field.current?.focus();
        // (The whole day counts.)
        const saved = put({ ...words, text, shared, until: until ? momentOf({ date: until, time: "23:59" }, live.zone) : 0 });
        void saved.then(() => drafts.dropSaid(name, { text }));
        begun.clear();
        setUntil("");
        setShared(false);
    };
    return (
        <form
            ref={form} class={cancel ? "" : "step-new"} onSubmit={submit}
            onKeyDown={(event) => event.key === "Escape" && cancel && (end(), cancel())}
        >
            <label>
                {label}
                <textarea
                    ref={field} maxLength={LONGEST} value={text} placeholder={say("placeholder")} autoFocus={cancel !== undefined}
                    onInput={(event) => begun.keep({ text: event.currentTarget.value })}
                />
            </label>
            {(!isEmpty || cancel) && (
                <>
                    <label class="step-day">
                        {say("until")}
                        <input type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
                    </label>
                    <label class="tick">
                        <input type="checkbox" checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
                        <span>{say("share")}</span>
                    </label>
                </>
            )}
            <div class="buttons">
                <button>{send}</button>
                {cancel && (
                    <button type="button" class="quiet" onClick={() => (end(), cancel())}>
                        {say("cancel")}
                    </button>
                )}
            </div>
        </form>
    );
}
