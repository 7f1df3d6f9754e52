// What a screen reader hears of what happens by itself: in batches, at most every ten seconds, and never twice the same.
import { signal } from "@preact/signals";

const EVERY = 10_000;
const said = signal("");
let waiting: string[] = [];
let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function speak(): void {
    timer = undefined;
    last = Date.now();
    said.value = waiting.join(" ");
    waiting = [];
}

export function announce(text: string): void {
    if (!waiting.includes(text)) waiting.push(text);
    timer ??= setTimeout(speak, Math.max(0, last + EVERY - Date.now()));
}

// Stands once on a page.
export function Announcer() {
    return (
        <p class="unseen" role="status" aria-live="polite">
            {said.value}
        </p>
    );
}
