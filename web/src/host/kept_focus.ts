// A control that is pressed often goes away with it: whoever uses the keyboard then stays in the box where it stood.
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

export function useKeptFocus(box: RefObject<HTMLElement>): void {
    const isInside = useRef(false);
    useEffect(() => {
        const note = (event: Event) => void (isInside.current = box.current?.contains(event.target as Node) ?? false);
        document.addEventListener("focusin", note);
        document.addEventListener("pointerdown", note);
        return () => {
            document.removeEventListener("focusin", note);
            document.removeEventListener("pointerdown", note);
        };
    }, []);
    useEffect(() => {
        const watch = new MutationObserver(() => {
            if (isInside.current && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
        });
        watch.observe(box.current!, { childList: true, subtree: true });
        return () => watch.disconnect();
    }, []);
}
