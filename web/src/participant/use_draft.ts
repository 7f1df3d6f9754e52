// What was begun under a name, as a paper shows it: what is typed in another tab stands here too, unless somebody is typing
// on this very paper.
import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import { isEmptyDraft, type Draft } from "../shared/drafts";
import { drafts } from "./device";

const TYPING = 2_000; // since the last stroke; then the paper shows what was typed last, wherever that was

interface Begun {
    draft: Draft | undefined;
    // At every stroke.
    keep(draft: Draft): void;
    // The paper is as it was in the beginning; the device keeps what was on it until it is dropped.
    clear(): void;
}

export function useDraft(name: string, form: RefObject<HTMLElement>): Begun {
    const [draft, show] = useState(() => drafts.find(name));
    const typed = useRef(-Infinity);
    const timer = useRef<ReturnType<typeof setTimeout>>();
    const look = () => {
        clearTimeout(timer.current);
        const wait = hasFocus(form.current) ? typed.current + TYPING - performance.now() : 0;
        if (wait > 0) timer.current = setTimeout(look, wait);
        else show((before) => drafts.find(name) ?? emptied(before));
    };
    useEffect(() => {
        const end = drafts.subscribe(look);
        return () => {
            end();
            clearTimeout(timer.current);
        };
    }, [name]);
    return {
        draft,
        keep(next) {
            typed.current = performance.now();
            drafts.keep(name, next);
            show(next);
        },
        clear() {
            typed.current = -Infinity;
            show(emptied);
        },
    };
}

// Draws whatever calls it anew when another tab has begun, changed or put up something.
export function useOthersDrafts(): void {
    const [, draw] = useReducer((n: number) => n + 1, 0);
    useEffect(() => drafts.subscribe(() => draw(undefined)), []);
}

export function isBegun({ id }: { id: string }): boolean {
    return !isEmptyDraft(drafts.find(`round ${id}`) ?? { text: "" });
}

// (For whom it is written stays as it was chosen; and so does a paper that was emptied here, to be written anew.)
function emptied(draft: Draft | undefined): Draft | undefined {
    if (draft && isEmptyDraft(draft)) return draft;
    return draft?.isGroups ? { text: "", isGroups: true } : undefined;
}

function hasFocus(form: HTMLElement | null): boolean {
    return document.hasFocus() && form?.contains(document.activeElement) === true;
}
