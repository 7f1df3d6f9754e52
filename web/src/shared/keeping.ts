// Keeps what the store holds on the device, so that a page that is loaded without a network shows the last it knew.
import type { Timers } from "./clock";
import type { Snapshot, Store } from "./store";

export interface Values {
    value<T>(name: string): Promise<T | undefined>;
    keep(name: string, value: unknown): Promise<void>;
}

const EVERY = 2_000; // at most so often: it is the whole view each time
const SOON = 200; // after a quiet time

// Fills the store with what was kept under the name, and keeps it from then on; what it gives ends that.
// Call it before the connection starts. A device that cannot store goes without.
export async function keepStore(store: Store, values: Values, name: string, timers: Timers): Promise<() => void> {
    const kept = await values.value<Snapshot>(name).catch(() => undefined);
    if (kept) store.restore(kept);
    let cancel: (() => void) | undefined;
    let keptAt = -Infinity;
    const keep = () => {
        cancel = undefined;
        keptAt = timers.now();
        const snapshot = store.snapshot();
        if (snapshot) values.keep(name, snapshot).catch(() => {});
    };
    const endShared = store.subscribe("seq", undefined, () => {
        cancel ??= timers.after(Math.max(SOON, keptAt + EVERY - timers.now()), keep);
    });
    const endOwn = store.subscribe("own", undefined, () => {
        cancel?.();
        cancel = timers.after(0, keep); // (it has left the outbox, and stands nowhere else here)
    });
    return () => {
        endShared();
        endOwn();
        cancel?.();
    };
}
