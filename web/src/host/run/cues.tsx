// What the one who leads has to remember: at what is looked at, and at what comes next. No other screen has it.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Item } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { formOf, hasDraft } from "../draft";
import { TextArea } from "../field";
import { SaveBar, useSaving } from "../save_bar";
import { saveCue } from "./agenda_steps";
import { say } from "./texts/pace";

const LONGEST = 2000;
const draftName = ({ id }: Item) => `cue ${id}`;

// Whether the form stands open; what was being written opens it again.
export function useCueForm(item: Item | undefined) {
    const [isWriting, write] = useState(false);
    const wasOpen = useRef(false);
    // Whoever leaves it stands where it was opened.
    useLayoutEffect(() => {
        if (wasOpen.current && !isWriting) document.querySelector<HTMLElement>("[data-cue]")?.focus();
        wasOpen.current = isWriting;
    }, [isWriting]);
    return { isOpen: item !== undefined && (isWriting || hasDraft(draftName(item))), write };
}

interface CuesProps {
    live: Live;
    item: Item;
    // Only while what is looked at is what is on.
    next: Item | undefined;
    form: ReturnType<typeof useCueForm>;
}

export function Cues({ live, item, next, form: { isOpen, write } }: CuesProps) {
    if (!isOpen && !item.cue && !next?.cue) return null;
    return (
        <aside class="cues" aria-label={say("cue")}>
            {isOpen && <CueForm live={live} item={item} leave={() => write(false)} />}
            {!isOpen && item.cue && (
                <section>
                    <h2>{say("cue")}</h2>
                    <CueText text={item.cue} label={say("cue_of", { title: item.title })} />
                    <CueButton item={item} write={() => write(true)} />
                </section>
            )}
            {next?.cue && (
                <section class="cue-next">
                    <h2>{say("cue_next", { title: next.title })}</h2>
                    <CueText text={next.cue} label={say("cue_of", { title: next.title })} />
                </section>
            )}
        </aside>
    );
}

// (In the tab order, since a long one scrolls.)
function CueText({ text, label }: { text: string; label: string }) {
    return (
        <div class="cue-text" role="region" aria-label={label} tabIndex={0}>
            {text}
        </div>
    );
}

export function CueButton({ item, write }: { item: Item; write(): void }) {
    return (
        <button type="button" class="quiet" data-cue onClick={write}>
            {say(item.cue ? "cue_change" : "cue_write")}
        </button>
    );
}

// What is written stays, also while something else is looked at.
function CueForm({ live, item, leave }: { live: Live; item: Item; leave(): void }) {
    const form = formOf(draftName(item), { cue: item.cue ?? "" });
    const saving = useSaving();
    const box = useRef<HTMLFormElement>(null);
    useEffect(() => box.current?.querySelector("textarea")?.focus(), []);
    const submit = async (event: Event) => {
        event.preventDefault();
        const sent = form.values;
        const done = await saving.run(() => saveCue(live, item, sent.cue));
        if (!done) return;
        form.saved(sent);
        leave();
    };
    const drop = () => {
        form.drop();
        leave();
    };
    return (
        <form ref={box} class="cue-form" onSubmit={(event) => void submit(event)}>
            <TextArea
                label={say("cue_of", { title: item.title })}
                hint={say("cue_private")}
                rows={3}
                longest={LONGEST}
                value={form.values.cue}
                change={(cue) => form.change({ cue })}
            />
            <SaveBar live={live} forms={[form]} saving={saving} />
            {!form.isDirty && (
                <button type="button" class="quiet" onClick={drop}>
                    {say("cue_leave")}
                </button>
            )}
        </form>
    );
}
