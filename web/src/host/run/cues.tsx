// What the one who leads has to remember: at what is looked at, and at what comes next. No other screen has it.
import { useState } from "preact/hooks";
import type { Item } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { formOf, hasDraft } from "../draft";
import { TextArea } from "../field";
import { SaveBar, useSaving } from "../save_bar";
import { saveCue } from "./agenda_steps";
import { say } from "./texts/pace";

const LONGEST = 2000;
const draftName = ({ id }: Item) => `cue ${id}`;

// `next`: only while what is looked at is what is on.
export function Cues({ live, item, next }: { live: Live; item: Item; next: Item | undefined }) {
    const [isWriting, write] = useState(false);
    const shows = isWriting || hasDraft(draftName(item));
    if (!shows && !item.cue && !next?.cue) {
        return (
            <p class="cue-none">
                <WriteButton item={item} write={() => write(true)} />
            </p>
        );
    }
    return (
        <aside class="cues" aria-label={say("cue")}>
            {shows ? (
                <CueForm live={live} item={item} leave={() => write(false)} />
            ) : (
                <section>
                    <h2>{say("cue")}</h2>
                    {item.cue && <CueText text={item.cue} label={say("cue_of", { title: item.title })} />}
                    <WriteButton item={item} write={() => write(true)} />
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

function WriteButton({ item, write }: { item: Item; write(): void }) {
    return (
        <button type="button" class="quiet" onClick={write}>
            {say(item.cue ? "cue_change" : "cue_write")}
        </button>
    );
}

// What is written stays, also while something else is looked at.
function CueForm({ live, item, leave }: { live: Live; item: Item; leave(): void }) {
    const form = formOf(draftName(item), { cue: item.cue ?? "" });
    const saving = useSaving();
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
        <form class="cue-form" onSubmit={(event) => void submit(event)}>
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
