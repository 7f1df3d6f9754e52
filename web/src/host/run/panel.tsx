// A column at the side; where the page is narrow, a line above the work that unfolds.
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";

const narrow = matchMedia("(max-width: 60rem)");
const isNarrow = signal(narrow.matches);
narrow.addEventListener("change", () => (isNarrow.value = narrow.matches));

interface PanelProps {
    class: string;
    title: string;
    // What the line says while it is folded.
    short: ComponentChildren;
    // Its parts have headings of their own.
    isBare?: boolean;
    children: ComponentChildren;
}

export function Panel({ class: kind, title, short, isBare = false, children }: PanelProps) {
    if (isNarrow.value) {
        return (
            <aside class={`${kind} run-panel is-folding`} aria-label={title}>
                <details>
                    <summary>{short}</summary>
                    {children}
                </details>
            </aside>
        );
    }
    return (
        <aside class={`${kind} run-panel`} aria-label={title}>
            <div class="run-panel-in">
                {!isBare && <h2>{title}</h2>}
                {children}
            </div>
        </aside>
    );
}
