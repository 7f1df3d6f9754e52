// Whoever leaves what they edited in a list stands at that row again.
import { useLayoutEffect, useRef } from "preact/hooks";

export function useRowFocus() {
    const box = useRef<HTMLDivElement>(null);
    const wanted = useRef<string>();
    useLayoutEffect(() => {
        const button = wanted.current && box.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] [data-edit]`);
        if (!button) return;
        wanted.current = undefined;
        button.focus();
    });
    return { box, on: (id: string) => void (wanted.current = id) };
}
