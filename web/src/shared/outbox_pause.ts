// When the outbox sends nothing: over the server's rate, or for a while after it could not store, longer each time.
import { Backoff, type Timers } from "./clock";

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export class Pause {
    private readonly backoff: Backoff;
    private cancel: (() => void) | undefined;
    private isBackingOff = false; // (many that were under way are put off at once, and count as one failure)

    constructor(
        private readonly timers: Timers,
        private readonly over: () => void,
        random?: () => number,
    ) {
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
    }

    get isOn(): boolean {
        return this.cancel !== undefined;
    }

    begin(milliseconds: number): void {
        this.end();
        this.cancel = this.timers.after(milliseconds, () => {
            this.end();
            this.over();
        });
    }

    end(): void {
        this.cancel?.();
        this.cancel = undefined;
        this.isBackingOff = false;
    }

    failed(): void {
        if (this.isBackingOff) return;
        this.begin(this.backoff.next());
        this.isBackingOff = true;
    }

    succeeded(): void {
        this.backoff.reset();
    }

    // There is reason to believe that it works now.
    forget(): void {
        this.end();
        this.backoff.reset();
    }
}
