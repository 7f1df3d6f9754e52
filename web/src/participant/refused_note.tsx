// What the server did not take: why, and the text, which is not lost until its writer lets go of it.
import { useState } from "preact/hooks";
import type { Reason } from "../generated/types";
import type { Round } from "../shared/meeting";
import { needsPaper, type MyNote } from "../shared/own_notes";
import type { Live } from "../shared/view/live";
import { returnFocus } from "./focus";
import { putAgain, putAnew, remove } from "./note_commands";
import { say } from "./texts/notes";

type Because =
    | "because_closed" | "because_not_open" | "because_over_note_cap" | "because_too_many" | "because_empty" | "because_bad_fields"
    | "because_not_a_group" | "because_organisation" | "because_removed" | "because_stale" | "because_gone";

const because: Readonly<Partial<Record<Reason, Because>>> = {
    closed: "because_closed",
    not_open: "because_not_open",
    over_note_cap: "because_over_note_cap",
    too_many_notes: "because_too_many",
    too_many_bytes: "because_too_many",
    too_many: "because_too_many",
    empty: "because_empty",
    bad_fields: "because_bad_fields",
    not_a_group: "because_not_a_group",
    unknown_organisation: "because_organisation",
    removed: "because_removed",
    redacted: "because_removed",
    stale: "because_stale",
    unknown_round: "because_gone",
    unknown_note: "because_gone",
};

function sayWhy(reason: Reason): string {
    const key = because[reason];
    return key ? say(key) : say("because_other", { reason });
}

export function RefusedNote({ live, round, note }: { live: Live; round: Round; note: MyNote }) {
    const [copied, setCopied] = useState(false);
    const { refused } = note;
    if (!refused) return null;
    const { text, group_size = 0 } = refused;
    const drop = (event: Event) => {
        returnFocus(event, "li");
        live.session.outbox.dismiss(refused.command);
    };
    const again = (event: Event) => {
        drop(event);
        if (text === undefined) remove(live, note, true);
        else if (needsPaper(note)) putAnew(live, round, text, group_size);
        else putAgain(live, round, note, text);
    };
    const copy = () => void navigator.clipboard?.writeText(text ?? "").then(() => setCopied(true), () => {});
    const how = text === undefined ? "remove_refused" : note.known ? "change_refused" : "refused";
    return (
        <div class="said wrong refused">
            <p>{say(how, { reason: sayWhy(refused.because.reason) })}</p>
            {text !== undefined && note.known && <p class="note-text">{say("not_kept", { text })}</p>}
            <div class="buttons">
                <button type="button" onClick={again}>
                    {say("again")}
                </button>
                {text !== undefined && "clipboard" in navigator && (
                    <button type="button" onClick={copy}>
                        {copied ? say("copied") : say("copy")}
                    </button>
                )}
                <button type="button" class="quiet" onClick={drop}>
                    {say("drop")}
                </button>
            </div>
        </div>
    );
}
