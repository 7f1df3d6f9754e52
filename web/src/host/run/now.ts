import { useComputed } from "@preact/signals";
import { ticking } from "../../shared/view/clock";
import type { Live } from "../../shared/view/live";

// The server's time, for what counts down: whoever reads it while drawing is drawn anew each second.
export function timeNow(live: Live): number {
    void ticking.value;
    return live.session.clock.now();
}

const COARSE = 10_000;

// The same for what is told in whole minutes: drawn anew no more often than such a figure may change.
export function useCoarseNow(live: Live): number {
    return useComputed(() => Math.floor(timeNow(live) / COARSE)).value * COARSE;
}
