// What is copied, to be pasted somewhere else. Where the browser lets a page copy nothing (as without TLS), the text stands there,
// selected, to be copied by hand.
import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import "./copy.css";
import { say } from "./texts/copy";

type Field = RefObject<HTMLTextAreaElement>;

export interface Copying {
    // `copied`: what is said when it is done.
    copy(text: string, copied?: string): void;
    said: string;
    isByHand: boolean;
    // Where the text is put if it must be copied by hand; none where the page shows it in a field of its own.
    field: Field | undefined;
}

// `own`: the page's own field, which shows the text.
export function useCopying(own?: Field): Copying {
    const [said, setSaid] = useState("");
    const [isByHand, setByHand] = useState(false);
    const fallback = useRef<HTMLTextAreaElement>(null);
    const copy = (text: string, copied = say("copied")) => {
        if (fallback.current) fallback.current.value = text;
        void copyText(text, (own ?? fallback).current!).then((isDone) => {
            setByHand(!isDone);
            setSaid(isDone ? copied : say("by_hand"));
        });
    };
    return { copy, said, isByHand, field: own ? undefined : fallback };
}

async function copyText(text: string, field: HTMLTextAreaElement): Promise<boolean> {
    const focused = document.activeElement;
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        field.focus();
        field.select();
        const isDone = text === field.value && document.execCommand("copy");
        if (isDone && focused instanceof HTMLElement) focused.focus();
        return isDone;
    }
}

interface CopiedProps {
    copying: Copying;
    // What the text is, for whoever copies it by hand.
    name: string;
    rows?: number;
    // Where it is known before it is copied.
    text?: string;
}

// What came of it.
export function Copied({ copying: { said, isByHand, field }, name, rows = 6, text }: CopiedProps) {
    return (
        <>
            <span class="meta copy-said" role="status">
                {said}
            </span>
            {field && (
                <textarea
                    ref={field}
                    class={isByHand ? "copy-text" : "unseen"}
                    readOnly
                    rows={rows}
                    value={text}
                    aria-label={name}
                    aria-hidden={!isByHand}
                    tabIndex={isByHand ? 0 : -1}
                />
            )}
        </>
    );
}

interface CopyButtonProps extends Omit<CopiedProps, "copying"> {
    text: string;
    label: string;
    copied?: string;
    class?: string;
}

export function CopyButton({ text, label, copied, class: kind, ...rest }: CopyButtonProps) {
    const copying = useCopying();
    return (
        <>
            <button type="button" class={kind} onClick={() => copying.copy(text, copied)}>
                {label}
            </button>
            <Copied copying={copying} text={text} {...rest} />
        </>
    );
}
