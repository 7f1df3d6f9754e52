// What a screen reader hears of what happens by itself: in batches, at most every ten seconds, and nothing twice in one.
import { signal } from "@preact/signals";
import { shelve, shelved } from "../shelf";

const EVERY = 10_000;
const HEARD = 5_000; // then it goes: the same may be said again, and nobody comes upon it later as if it were new
const said = signal("");
let waiting: string[] = [];
let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function speak(): void {
    timer = undefined;
    last = Date.now();
    said.value = waiting.join(" ");
    waiting = [];
    setTimeout(() => (said.value = ""), HEARD);
}

const QUIET = "samskap quiet";

// Whether this device keeps silent about what others write. What concerns oneself, such as the time, is said all the same.
export const isQuiet = signal(shelved(QUIET) === "yes");

export function setQuiet(quiet: boolean): void {
    isQuiet.value = quiet;
    shelve(QUIET, quiet ? "yes" : "no");
}

export function announce(text: string, of: "others" | "oneself" = "oneself"): void {
    if (of === "others" && isQuiet.peek()) return;
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
