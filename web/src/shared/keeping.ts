// Keeps what the store holds on the device, so that a page that is loaded without a network shows the last it knew.
import type { Timers } from "./clock";
import type { Snapshot, Store } from "./store";

export interface Values {
    value<T>(name: string): Promise<T | undefined>;
    keep(name: string, value: unknown): Promise<void>;
}

const EVERY = 2_000; // at most so often: it is the whole view each time
const SOON = 200; // what is one's own has left the outbox by now, and stands nowhere else on the device

// Fills the store with what was kept under the name, and keeps it from then on; what it gives ends that.
// Call it before the connection starts. A device that cannot store goes without.
export async function keepStore(store: Store, values: Values, name: string, timers: Timers): Promise<() => void> {
    const kept = await values.value<Snapshot>(name).catch(() => undefined);
    if (kept) store.restore(kept);
    let cancel: (() => void) | undefined;
    const keep = () => {
        cancel = undefined;
        const snapshot = store.snapshot();
        if (snapshot) values.keep(name, snapshot).catch(() => {});
    };
    const endShared = store.subscribe("seq", undefined, () => (cancel ??= timers.after(EVERY, keep)));
    const endOwn = store.subscribe("own", undefined, () => {
        cancel?.();
        cancel = timers.after(SOON, keep);
    });
    return () => {
        endShared();
        endOwn();
        cancel?.();
    };
}
