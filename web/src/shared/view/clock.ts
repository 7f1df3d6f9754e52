// The time as a signal, for what counts down: it moves once a second while somebody looks at it.
import { signal, type Signal } from "@preact/signals";

export const ticking: Signal<number> = signal(Date.now());
setInterval(() => {
    if (document.visibilityState === "visible") ticking.value = Date.now();
}, 1_000);
document.addEventListener("visibilitychange", () => (ticking.value = Date.now()));
