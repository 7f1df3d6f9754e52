// A long list, so many at a time.
import { useState } from "preact/hooks";
import { say } from "./texts/show_more";

// `more`: beyond those that are shown, which may be more than were asked for.
export function useMost(step: number): { most: number; more(shown?: number): void } {
    const [most, setMost] = useState(step);
    return { most, more: (shown = most) => setMost(shown + step) };
}

// Stands in one element with its list, and behind it. `left`: how many are not shown yet. Whoever asked for more by keyboard
// goes on at the first of them.
export function ShowMore({ left, more, of = "more" }: { left: number; more(): void; of?: "more" | "older" }) {
    if (left <= 0) return null;
    const press = (event: Event) => {
        const button = event.currentTarget as HTMLElement;
        const around = button.parentElement!;
        const last = rowsIn(around).filter((row) => button.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING).at(-1);
        more();
        requestAnimationFrame(() => goOnBehind(last, around));
    };
    return (
        <button type="button" onClick={press}>
            {say(of, { n: left })}
        </button>
    );
}

const rowsIn = (around: HTMLElement) => [...around.querySelectorAll("li")];

function goOnBehind(last: HTMLLIElement | undefined, around: HTMLElement): void {
    const rows = rowsIn(around);
    const first = last && rows[rows.indexOf(last) + 1];
    if (!first) return;
    if (!first.hasAttribute("tabindex")) first.tabIndex = -1;
    first.focus({ preventScroll: true });
}
