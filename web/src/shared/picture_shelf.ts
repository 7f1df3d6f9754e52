// Pictures that were fetched, each once for all that show it: kept as long as something does, and a little longer.
// Happy path: taken → asked for with the connection's ticket → its address → let go of.
// Ways it fails: the server cannot at the moment, or a whole room asks at once: asked again after a while, each time later; the
// connection is lost: what it left hanging is given up, and asked for with the ticket of the next one.
import { signal, type Signal } from "@preact/signals";

export interface Fetched {
    url?: string;
    hasFailed?: boolean;
}

export interface Held {
    readonly address: string;
    readonly state: Signal<Fetched>;
    users: number;
    ticket?: string; // that it is asked for with
    asking?: AbortController | undefined;
    tries: number;
    timer?: ReturnType<typeof setTimeout>;
}

const RESTS = 10_000; // milliseconds: so long a page that is turned back has it
const AGAIN = [1_500, 4_000, 10_000, 25_000]; // half to one and a half of it: not all phones at once

export class PictureShelf {
    private readonly held = new Map<string, Held>();

    take(address: string): Held {
        let one = this.held.get(address);
        if (!one) this.held.set(address, (one = { address, state: signal<Fetched>({}), users: 0, tries: 0 }));
        one.users++;
        return one;
    }

    letGo(one: Held): void {
        one.users--;
        setTimeout(() => {
            if (one.users > 0 || this.held.get(one.address) !== one) return;
            this.held.delete(one.address);
            this.giveUp(one);
            const { url } = one.state.peek();
            if (url) URL.revokeObjectURL(url);
        }, RESTS);
    }

    ask(one: Held, ticket: string): void {
        const isAsked = one.ticket === ticket && one.tries <= AGAIN.length;
        if (one.state.peek().url || isAsked) return;
        this.giveUp(one);
        one.ticket = ticket;
        one.tries = 0;
        void this.fetch(one, ticket);
    }

    private giveUp(one: Held): void {
        clearTimeout(one.timer);
        one.asking?.abort();
    }

    private async fetch(one: Held, ticket: string): Promise<void> {
        const { signal } = (one.asking = new AbortController());
        const bytes = await fetched(one.address, ticket, signal).catch(() => undefined);
        if (signal.aborted) return;
        if (bytes) {
            one.state.value = { url: URL.createObjectURL(bytes) };
            return;
        }
        one.state.value = { hasFailed: true };
        const wait = AGAIN[one.tries++];
        if (wait !== undefined) one.timer = setTimeout(() => void this.fetch(one, ticket), wait * (0.5 + Math.random()));
    }
}

async function fetched(address: string, ticket: string, signal: AbortSignal): Promise<Blob> {
    const response = await fetch(address, { headers: { authorization: `Samskap ${ticket}` }, signal });
    if (!response.ok) throw new Error(String(response.status));
    return response.blob();
}
