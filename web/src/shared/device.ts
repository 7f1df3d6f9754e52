// What this device keeps of its own: where commands wait, what was last seen, and the two secrets by which a participant
// is the same person when the page is loaded again. Knows IndexedDB, and no screen.
import type { Timers } from "./clock";
import { Database } from "./database";
import { newSecret } from "./ids";
import type { Values } from "./keeping";
import { MemoryStorage, type OutboxStorage } from "./outbox_storage";

export interface Device {
    storage: OutboxStorage;
    values: Values;
    // Whether what is kept outlives the page. Where it does not, screens say so before somebody relies on it.
    keeps: boolean;
}

// `token`: the same participant in every process. `author_secret`: the author of what is written in anonymous rounds; it
// stands in no link and no code, so it does not come along to another phone.
export interface Secrets {
    token: string;
    author_secret: string;
}

class MemoryValues implements Values {
    private readonly kept = new Map<string, unknown>();

    async value<T>(name: string): Promise<T | undefined> {
        return this.kept.get(name) as T | undefined;
    }

    async keep(name: string, value: unknown): Promise<void> {
        this.kept.set(name, structuredClone(value));
    }
}

export async function openDevice(): Promise<Device> {
    try {
        const database = await Database.open();
        return { storage: database, values: database, keeps: true };
    } catch {
        return { storage: new MemoryStorage(), values: new MemoryValues(), keeps: false };
    }
}

export const SECRETS = "secrets";

// Those that were made here before, or new ones. Where they cannot be read (a storage that does not answer, for once) new ones
// hold for this page and are not kept: written over, the old ones would be gone, and with them who has written what.
export function deviceSecrets({ values }: Device): Promise<Secrets> {
    return oneTabAtOnce(SECRETS, async () => {
        const made = { token: newSecret(), author_secret: newSecret() };
        try {
            const kept = await values.value<Secrets>(SECRETS);
            if (kept) return kept;
        } catch {
            return made;
        }
        await values.keep(SECRETS, made).catch(() => {});
        return made;
    });
}

// What reads something of the device and writes it anew: one tab after the other, where tabs have locks.
export async function oneTabAtOnce<T>(name: string, work: () => Promise<T>): Promise<T> {
    const { locks } = (globalThis as { navigator?: { locks?: LockManager } }).navigator ?? {};
    return locks ? locks.request(`samskap ${name}`, work) : work();
}

// Some browsers forget what scripts keep after a week without a visit; the cookie outlives that. Not being able to keep
// it costs nothing now.
export async function keepTokenAsCookie({ token }: Secrets): Promise<boolean> {
    const headers = { "content-type": "application/json" };
    return fetch("/token", { method: "POST", headers, body: JSON.stringify({ token }) }).then(({ ok }) => ok, () => false);
}

const COOKIE_AGAIN = 2_000;

// Calls once the cookie says who has the device now: by the token of whoever had it before the server would take the next one
// for them. Gives what ends the waiting; `failed`: it has to wait.
export function onceCookieIs(secrets: Secrets, timers: Timers, call: () => void, failed: () => void): () => void {
    let end = () => {};
    let isOver = false;
    const attempt = async () => {
        const isOurs = await keepTokenAsCookie(secrets);
        if (isOver) return;
        if (isOurs) return call();
        failed();
        end = timers.after(COOKIE_AGAIN, () => void attempt());
    };
    void attempt();
    return () => {
        isOver = true;
        end();
    };
}
