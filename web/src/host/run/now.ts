import { ticking } from "../../shared/view/clock";
import type { Live } from "../../shared/view/live";

// The server's time, for what counts down: whoever reads it while drawing is drawn anew each second.
export function timeNow(live: Live): number {
    void ticking.value;
    return live.session.clock.now();
}
