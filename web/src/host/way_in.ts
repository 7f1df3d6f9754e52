// How people come into a session: its code and link. They stand in `now` while its door is open; of one whose door is
// closed they are known here once they were asked for.
import { signal } from "@preact/signals";
import type { Now } from "../generated/wire";
import { nowIn } from "../shared/now_in";
import type { Live } from "../shared/view/live";
import { put, type Outcome } from "./saving";

export interface WayIn {
    code: string;
    secret: string;
    open: boolean;
}

// What the server answered, and what it had told until then.
const asked = signal<ReadonlyMap<string, { way: WayIn; before: Now }>>(new Map());

type How = { open: boolean; renew?: boolean; restore?: boolean };

async function change(live: Live, session: string, how: How): Promise<Outcome<"joining.put">> {
    const outcome = await put(live, "joining.put", { session, ...how });
    if (outcome.result) {
        asked.value = new Map(asked.value).set(session, { way: outcome.result, before: live.session.store.now });
    }
    return outcome;
}

// Makes the code and the link where there are none yet, and lets people in.
export const openDoor = (live: Live, session: string) => change(live, session, { open: true });
export const closeDoor = (live: Live, session: string) => change(live, session, { open: false });
// Those that were given out lead nowhere any more.
export const changeCode = (live: Live, session: string) => change(live, session, { open: true, renew: true });
// Those from before that hold again, and the newer ones lead nowhere.
export const restoreCode = (live: Live, session: string, open: boolean) => change(live, session, { open, restore: true });

// Undefined: not known here, and the door is closed, or nothing was told yet.
export function wayInto(live: Live, session: string): WayIn | undefined {
    const { now } = live;
    const known = asked.value.get(session);
    // (An answer comes before the `now` that says the same. While nobody is connected, nothing is told.)
    if (now.sessions === undefined || known?.before === now) return known?.way;
    const { code, secret } = nowIn(now, session);
    if (code !== undefined && secret !== undefined) return { code, secret, open: true };
    return known && { ...known.way, open: false };
}

export function linkOf({ secret }: Pick<WayIn, "secret">): string {
    return `${location.origin}/j/#${secret}`;
}

// Where somebody who was invited goes: to its link while its door is open.
export function wayTo(live: Live, { id }: { id: string }): string {
    const way = wayInto(live, id);
    return way?.open ? linkOf(way) : location.origin;
}
