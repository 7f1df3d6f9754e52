// Keeps under the server's limit of commands: so many at once, then so many a second.
import type { Timers } from "./clock";

export class Rate {
    private left: number;
    private at: number;

    constructor(
        private readonly timers: Timers,
        private readonly perSecond: number,
        private readonly atOnce: number,
    ) {
        this.left = atOnce;
        this.at = timers.now();
    }

    // 0: go on, one is taken. Else so many milliseconds until there is one.
    take(): number {
        const now = this.timers.now();
        // (a clock that was put back gives nothing, and takes nothing)
        this.left = Math.min(this.atOnce, this.left + (Math.max(0, now - this.at) * this.perSecond) / 1000);
        this.at = now;
        if (this.left < 1) return Math.ceil(((1 - this.left) * 1000) / this.perSecond);
        this.left--;
        return 0;
    }
}
