// Erasing one thing for good: what that means, how it differs from hiding, why it is done and who decided it.
import { useState } from "preact/hooks";
import type { Reason } from "../../generated/types";
import { heldBy } from "../../shared/holds";
import type { Note } from "../../shared/meeting";
import { announce } from "../../shared/view/announcer";
import { Dialog } from "../../shared/view/dialog";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { goToWrong } from "../field";
import { put } from "../saving";
import { say } from "./texts/erasing";
import { useWhy, WhyFields } from "./why_fields";
import "./erasing.css";

export interface Erasable {
    what: "note" | "diary" | "entry" | "picture";
    id: string;
    text: string;
    round?: string | undefined;
    session?: string | undefined;
}

export function erasableNote(live: Live, { id, text = "", round }: Note): Erasable {
    return { what: "note", id, text, round, session: live.find("round", round)?.session };
}

export function EraseDialog({ live, thing, close }: { live: Live; thing: Erasable; close(): void }) {
    const why = useWhy();
    const [isBusy, setBusy] = useState(false);
    const [refused, setRefused] = useState<Reason>();
    const hold = heldBy(live.all("hold"), thing);
    const copies = live.all("entry").filter(({ note }) => note === thing.id).length;
    const isOff = isBusy || !canAct(live) || hold !== undefined;
    const erase = async (event: Event) => {
        event.preventDefault();
        const said = why.check();
        if (isOff) return;
        if (!said) return goToWrong(event.currentTarget);
        setBusy(true);
        const { refused } = await put(live, "contribution.erase", { thing: thing.id, ...said });
        setBusy(false);
        setRefused(refused?.reason);
        if (refused) return;
        announce(say("done"));
        close();
    };
    // (What is typed here is no key of the list that it stands in.)
    return (
        <div onKeyDown={(event) => event.stopPropagation()}>
            <Dialog title={say(`title_${thing.what}`)} close={close}>
                <form class="stack" onSubmit={erase} noValidate>
                    {thing.text && <blockquote class="erase-text">{thing.text}</blockquote>}
                    <p>{say(thing.what === "picture" ? "lead_picture" : "lead")}</p>
                    {thing.what === "note" && <p>{say("instead")}</p>}
                    {copies > 0 && <p>{say("copies", { n: copies })}</p>}
                    <p class="meta">{say("taken")}</p>
                    {hold ? <p class="said wrong">{say("held", { reason: hold.reason ?? "" })}</p> : <WhyFields form={why} />}
                    <p role="alert" class="said wrong">
                        {refused && sayReason(refused)}
                    </p>
                    <div class="dialog-foot">
                        <button class="primary" aria-disabled={isOff}>
                            {say("yes")}
                        </button>
                        <button type="button" onClick={close}>
                            {say("no")}
                        </button>
                    </div>
                </form>
            </Dialog>
        </div>
    );
}

type EraseButtonProps = { live: Live; thing: Erasable; class?: string; tabIndex?: number; label?: string };

// With the dialog that it opens.
export function EraseButton({ live, thing, class: more = "quiet", tabIndex, label }: EraseButtonProps) {
    const [isAsked, setAsked] = useState(false);
    return (
        <>
            <button
                type="button"
                class={more}
                disabled={!canAct(live)}
                tabIndex={tabIndex}
                aria-label={label}
                aria-haspopup="dialog"
                onClick={() => setAsked(true)}
            >
                {say("erase")}
            </button>
            {isAsked && <EraseDialog live={live} thing={thing} close={() => setAsked(false)} />}
        </>
    );
}
