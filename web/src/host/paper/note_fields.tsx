// What stands on one paper note: a text, or the words that the question asks for. Enter is done with it.
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { lengthOf, LONGEST, LONGEST_FIELD, type Draft } from "../../shared/drafts";
import { say } from "./texts/paper";

type Props = {
    draft: Draft;
    hint?: string | undefined;
    // Whoever asked for it writes at once.
    isFirst?: boolean;
    change(draft: Draft): void;
    // `isOther`: with Ctrl.
    done(isOther: boolean): void;
};

export function NoteFields(props: Props) {
    const { draft, done } = props;
    const id = useId();
    const box = useRef<HTMLDivElement>(null);
    useLayoutEffect(() => {
        if (props.isFirst) box.current?.querySelector<HTMLElement>("textarea, input")?.focus();
    }, []);
    const key = (event: KeyboardEvent) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        const isOther = event.ctrlKey || event.metaKey;
        if (isOther || !goOn(event.target as HTMLElement)) done(isOther);
    };
    const over = lengthOf(draft.text.trim()) - LONGEST;
    return (
        <div class="paper-fields" ref={box} onKeyDown={key}>
            {draft.fields ? <Words {...props} id={id} /> : <Text {...props} id={id} />}
            {props.hint && (
                <p id={`${id}-hint`} class="meta paper-keys">
                    {props.hint}
                </p>
            )}
            {over > 0 && (
                <p class="said wrong" role="alert">
                    {say("too_long", { n: over })}
                </p>
            )}
        </div>
    );
}

// To the next box that is empty; false where there is none behind this one.
function goOn(from: HTMLElement): boolean {
    const boxes = [...(from.closest(".paper-fields")?.querySelectorAll("input") ?? [])];
    const next = boxes.slice(boxes.indexOf(from as HTMLInputElement) + 1).find(({ value }) => value.trim() === "");
    next?.focus();
    return next !== undefined;
}

function Text({ draft, hint, change, id }: Props & { id: string }) {
    return (
        <label>
            {say("text")}
            <textarea
                rows={2}
                enterkeyhint="send"
                value={draft.text}
                aria-describedby={hint ? `${id}-hint` : undefined}
                onInput={(event) => change({ ...draft, text: event.currentTarget.value })}
            />
        </label>
    );
}

function Words({ draft, hint, change, id }: Props & { id: string }) {
    const fields = draft.fields ?? [];
    const set = (place: number, text: string) => change({ ...draft, fields: fields.map((field, other) => (other === place ? text : field)) });
    return (
        <fieldset class="plain" aria-describedby={hint ? `${id}-hint` : undefined}>
            <legend>{say("text")}</legend>
            <div class="paper-words">
                {fields.map((field, place) => (
                    <input
                        key={place}
                        value={field}
                        maxLength={LONGEST_FIELD}
                        autocomplete="off"
                        enterKeyHint={place === fields.length - 1 ? "send" : "next"}
                        aria-label={say("field", { n: place + 1 })}
                        placeholder={say("field", { n: place + 1 })}
                        onInput={(event) => set(place, event.currentTarget.value)}
                    />
                ))}
            </div>
        </fieldset>
    );
}
