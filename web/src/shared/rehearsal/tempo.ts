// Time as simulated people live it: it can go faster than the clock, or stand still, and what they were about to do moves with
// it.
import type { Timers } from "../clock";

interface Due {
    left: number; // milliseconds of theirs
    since: number; // by the clock
    call(): void;
    cancel(): void;
}

export class Tempo implements Timers {
    private readonly dues = new Set<Due>();

    // speed: how much of their time passes in a moment of the clock's; 0: none.
    constructor(
        private readonly timers: Timers,
        private speed = 1,
    ) {}

    get rate(): number {
        return this.speed;
    }

    now(): number {
        return this.timers.now();
    }

    after(milliseconds: number, call: () => void): () => void {
        const due: Due = { left: milliseconds, since: 0, call, cancel: () => {} };
        this.dues.add(due);
        this.begin(due);
        return () => {
            due.cancel();
            this.dues.delete(due);
        };
    }

    setSpeed(speed: number): void {
        for (const due of this.dues) {
            due.cancel();
            due.left = Math.max(0, due.left - (this.now() - due.since) * this.speed);
        }
        this.speed = speed;
        for (const due of this.dues) this.begin(due);
    }

    private begin(due: Due): void {
        due.since = this.now();
        due.cancel = () => {};
        if (this.speed === 0) return;
        due.cancel = this.timers.after(due.left / this.speed, () => {
            this.dues.delete(due);
            due.call();
        });
    }
}
