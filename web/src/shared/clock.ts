// Time as the modules that know no browser see it, and the server's clock as far as it is known here.

export interface Timers {
    // Milliseconds since 1970, by this device.
    now(): number;
    // Calls once after so many milliseconds; what it gives cancels that.
    after(milliseconds: number, call: () => void): () => void;
}

export const deviceTimers: Timers = {
    now: () => Date.now(),
    after(milliseconds, call) {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
    },
};

// A wait that doubles with every failure, of which half is left to chance, so that a whole room that lost its server
// at once does not come back at once.
export class Backoff {
    #failures = 0;

    constructor(
        private readonly first: number,
        private readonly longest: number,
        private readonly random: () => number = Math.random,
    ) {}

    next(atLeast = this.first): number {
        const whole = Math.min(this.longest, Math.max(atLeast, this.first * 2 ** this.#failures));
        this.#failures++;
        return whole / 2 + (whole / 2) * this.random();
    }

    reset(): void {
        this.#failures = 0;
    }
}

// The server said its time somewhere between our asking and its answer reaching us: so the offset lies in an
// interval, and each answer narrows it. An answer that does not fit says that this device's clock was changed.
export class ServerClock {
    #least = -Infinity;
    #most = Infinity;

    constructor(private readonly timers: Timers) {}

    learn(time: number, asked: number, answered: number): void {
        const least = time - answered;
        const most = time - Math.min(asked, answered);
        const fits = least <= this.#most && most >= this.#least;
        this.#least = fits ? Math.max(least, this.#least) : least;
        this.#most = fits ? Math.min(most, this.#most) : most;
    }

    // What must be added to this device's clock; 0 as long as nothing is known.
    get offset(): number {
        return Number.isFinite(this.#least) ? Math.round((this.#least + this.#most) / 2) : 0;
    }

    // The server's time now, milliseconds since 1970.
    now(): number {
        return this.timers.now() + this.offset;
    }
}
