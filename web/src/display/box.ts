// What the big screen asks of its box: how large it is, and whether a text that was guessed to fit does fit.
import { signal } from "@preact/signals";
import { useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { Box } from "../shared/paging";

// The unit of the stage's style sheet: a pixel of a screen of 1920 × 1080.
function unitOf(element: Element): number {
    const stage = element.closest(".stage") ?? element;
    return Math.min(stage.clientWidth / 1920, stage.clientHeight / 1080) || 1;
}

// An element's box in the stage's own units, as long as it stands.
export function useBox(ref: RefObject<HTMLElement>): Box | undefined {
    const [box, setBox] = useState<Box>();
    useLayoutEffect(() => {
        const element = ref.current!;
        const measure = () => {
            const unit = unitOf(element);
            const next = { width: Math.round(element.clientWidth / unit), height: Math.round(element.clientHeight / unit) };
            // (What rounding does to a box that is scaled is no other box.)
            setBox((old) => (old && near(old.width, next.width) && near(old.height, next.height) ? old : next));
        };
        const observer = new ResizeObserver(measure);
        observer.observe(element);
        measure();
        return () => observer.disconnect();
    }, [ref]);
    return box;
}

function near(a: number, b: number): boolean {
    return Math.abs(a - b) <= 12;
}

// What was measured by a type that stood in for ours is measured anew when ours has come.
const typesCome = signal(0);
document.fonts?.addEventListener("loadingdone", () => typesCome.value++);

const STEP = 0.94;
const LEAST = 0.5;

// Makes an element's text smaller, by --fit, until it is in its box. `of`: what is in it, and in which box.
export function useFit(ref: RefObject<HTMLElement>, of: string): void {
    const types = typesCome.value;
    useLayoutEffect(() => {
        const element = ref.current;
        if (!element) return;
        let fit = 1;
        const set = () => element.style.setProperty("--fit", fit.toFixed(3));
        const fits = () => element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1;
        for (set(); !fits() && fit > LEAST; set()) fit *= STEP;
        element.classList.toggle("stage-cut", !fits());
    }, [ref, of, types]);
}
