// A note that is carried on: its text, to be put in other words, and the list where it shall stand.
import { useEffect, useState } from "preact/hooks";
import type { EntryForm } from "../../generated/types";
import { entryForms } from "../../shared/entries";
import type { Note } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { useInSight } from "../in_sight";
import { sayRefused } from "../refusals";
import { ActButton } from "../run/act_button";
import { addEntry } from "./entry_steps";
import { say } from "./texts/entries";
import { say as sayThings } from "./texts/things";

export function CarryForm({ live, note, leave }: { live: Live; note: Note; leave(): void }) {
    const [text, setText] = useState(note.text ?? "");
    const form = useInSight<HTMLFormElement>();
    useEffect(() => form.current?.querySelector("button")?.focus({ preventScroll: true }), []);
    const session = live.find("round", note.round)?.session;
    const carry = async (to: EntryForm) => {
        const { refused } = await addEntry(live, to, text.trim(), { session, note: note.id });
        if (refused) sayRefused(refused);
        else leave();
    };
    const key = (event: KeyboardEvent) => {
        event.stopPropagation();
        if (event.key === "Escape") leave();
    };
    return (
        <form class="hide-form" ref={form} onKeyDown={key} onSubmit={(event) => event.preventDefault()}>
            <label>
                {say("carry_text")}
                <textarea rows={2} maxLength={1000} value={text} onInput={(event) => setText(event.currentTarget.value)} />
            </label>
            <fieldset>
                <legend>{say("carry_as")}</legend>
                {entryForms.map((to) => (
                    <ActButton key={to} live={live} disabled={text.trim() === ""} onAct={() => carry(to)}>
                        {say(`one_${to}`)}
                    </ActButton>
                ))}
            </fieldset>
            <p class="meta">{say("carry_seen")}</p>
            <div class="hide-form-end">
                <button type="button" class="quiet" onClick={leave}>
                    {sayThings("cancel")}
                </button>
            </div>
        </form>
    );
}
