// What is written on: one paper for free text, or up to three short fields. It grows with what is on it.
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { lengthOf, LONGEST, LONGEST_FIELD, type Draft } from "../shared/drafts";
import type { Round } from "../shared/meeting";
import { announce } from "../shared/view/announcer";
import { PersonalHint } from "./personal_hint";
import { say } from "./texts/notes";

const NEAR = 150; // so many characters before the end the count is shown

type Props = { round: Round; draft: Draft; change(draft: Draft): void; submit(): void; paper: string; autoFocus?: boolean };

export function PaperFields(props: Props) {
    const { round, draft, submit } = props;
    const keys = (event: KeyboardEvent) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        submit();
    };
    return (
        <div class={`note paper ${props.paper}`} onKeyDown={keys}>
            {(round.notes?.fields ?? 0) > 0 ? <Words {...props} /> : <Text {...props} />}
            {draft.fields === undefined && <Count left={LONGEST - lengthOf(draft.text.trim())} />}
            <PersonalHint text={[draft.text, ...(draft.fields ?? [])].join("\n")} />
        </div>
    );
}

function Text({ draft, change, autoFocus }: Props) {
    const area = useRef<HTMLTextAreaElement>(null);
    useLayoutEffect(() => {
        const { current } = area;
        if (!current) return;
        current.style.height = "auto";
        current.style.height = `${current.scrollHeight}px`;
    }, [draft.text]);
    useLayoutEffect(() => {
        if (autoFocus) area.current?.focus();
    }, []);
    return (
        <textarea
            ref={area} rows={3} value={draft.text} aria-label={say("label")} placeholder={say("placeholder")}
            onInput={(event) => change({ ...draft, text: event.currentTarget.value })}
        />
    );
}

function Words({ draft, change }: Props) {
    const fields = draft.fields ?? [];
    const set = (place: number, text: string) => change({ ...draft, fields: fields.map((field, other) => (other === place ? text : field)) });
    return (
        <fieldset>
            <legend class="unseen">{say("fields")}</legend>
            {fields.map((field, place) => (
                <input
                    key={place} value={field} maxLength={LONGEST_FIELD} aria-label={say("field", { n: place + 1 })} placeholder={say("field", { n: place + 1 })}
                    autocomplete="off" onInput={(event) => set(place, event.currentTarget.value)}
                />
            ))}
        </fieldset>
    );
}

// Seen at every stroke, and heard when it comes near and when it is too much.
function Count({ left }: { left: number }) {
    const text = left >= 0 ? say("chars_left", { n: left }) : say("too_long", { n: -left });
    const stage = left > NEAR ? 0 : left >= 0 ? 1 : 2;
    useEffect(() => {
        if (stage > 0) announce(text);
    }, [stage]);
    return stage > 0 ? <p class="count">{text}</p> : null;
}
