// A line to write the next one of a list in: Enter adds it, and the line is free for the one after.
import { useRef, useState } from "preact/hooks";
import type { RefusedCommand } from "../../shared/outbox_storage";
import { startOf } from "../../shared/lines";
import { announce } from "../../shared/view/announcer";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { formOf } from "../draft";
import { say } from "./texts/things";
import type { Added } from "./things";

type AddProps = {
    live: Live;
    // By which what is being written is kept while somebody looks at something else.
    name: string;
    label: string;
    longest: number;
    add(text: string): Promise<Added>;
    added?(id: string): void;
    // It does not stay in sight, for it belongs to something that scrolls.
    isStill?: boolean;
};

export function AddLine({ live, name, label, longest, add, added, isStill = false }: AddProps) {
    const [refused, setRefused] = useState<RefusedCommand>();
    const field = useRef<HTMLInputElement>(null);
    const draft = formOf(name, { text: "" });
    const isOff = !canAct(live);
    const send = async (event: Event) => {
        event.preventDefault();
        const text = draft.values.text.trim();
        if (text === "" || isOff) return;
        draft.drop();
        field.current?.focus();
        const outcome = await add(text);
        setRefused(outcome.refused);
        if (outcome.refused) return formOf(name, { text: "" }).change({ text });
        announce(say("added", { title: startOf(text) }));
        added?.(outcome.id);
    };
    return (
        <form class={isStill ? "carry-add is-still" : "carry-add"} onSubmit={(event) => void send(event)}>
            {refused && (
                <p class="said wrong" role="alert">
                    {sayReason(refused.reason)}
                </p>
            )}
            <label>
                {label}
                <input
                    ref={field}
                    maxLength={longest}
                    autocomplete="off"
                    value={draft.values.text}
                    onInput={(event) => draft.change({ text: event.currentTarget.value })}
                />
            </label>
            <button class={draft.values.text.trim() === "" ? "" : "primary"} disabled={isOff}>
                {say("add")}
            </button>
        </form>
    );
}
