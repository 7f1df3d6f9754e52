// Why a note is hidden: a reason at hand, or one's own. It stands in the note, so that what it is about stays in sight.
import { useEffect, useState } from "preact/hooks";
import type { Note } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { EraseDialog, erasableNote } from "../erasing/erase_dialog";
import { say as sayErasing } from "../erasing/texts/erasing";
import { useInSight } from "../in_sight";
import { ActButton } from "./act_button";
import { hideNote } from "./steps";
import { say } from "./texts/work";

const AT_HAND = ["why_person", "why_off", "why_twice", "why_harsh"] as const;

export function HideForm({ live, note, leave }: { live: Live; note: Note; leave(): void }) {
    const [own, setOwn] = useState("");
    const [isErasing, setErasing] = useState(false);
    const form = useInSight<HTMLFormElement>();
    useEffect(() => form.current?.querySelector("button")?.focus({ preventScroll: true }), []);
    const hide = async (reason: string) => {
        if (await hideNote(live, note, true, reason)) leave();
    };
    const key = (event: KeyboardEvent) => {
        event.stopPropagation();
        if (event.key === "Escape") leave();
    };
    const send = (event: Event) => {
        event.preventDefault();
        void hide(own.trim());
    };
    return (
        <>
            <form class="hide-form" ref={form} onKeyDown={key} onSubmit={send}>
                <fieldset>
                    <legend>{say("why")}</legend>
                    {AT_HAND.map((key) => (
                        <ActButton key={key} live={live} onAct={() => hide(say(key))}>
                            {say(key)}
                        </ActButton>
                    ))}
                    <label>
                        {say("why_own")}
                        <input maxLength={200} value={own} onInput={(event) => setOwn(event.currentTarget.value)} />
                    </label>
                </fieldset>
                <p class="meta">{say("why_help")}</p>
                <div class="hide-form-end">
                    <ActButton live={live} class="primary" onAct={() => hide(own.trim())}>
                        {say("hide_now")}
                    </ActButton>
                    <button type="button" class="quiet" onClick={leave}>
                        {say("cancel")}
                    </button>
                    <button type="button" class="quiet" aria-haspopup="dialog" onClick={() => setErasing(true)}>
                        {sayErasing("erase")}
                    </button>
                </div>
            </form>
            {isErasing && <EraseDialog live={live} thing={erasableNote(live, note)} close={() => setErasing(false)} />}
        </>
    );
}
