// How people come into a session: its code and link. They stand in `now`, for the session that is live, or else the one
// that was made last; of another one they are known here once they were asked for.
import { signal } from "@preact/signals";
import type { ResultJoiningPut } from "../generated/wire";
import type { Session } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { put, type Outcome } from "./saving";

export interface WayIn {
    code: string;
    secret: string;
    open: boolean;
}

const asked = signal<ReadonlyMap<string, ResultJoiningPut>>(new Map());

async function change(live: Live, session: string, how: { open?: boolean; renew?: boolean }): Promise<Outcome<"joining.put">> {
    const outcome = await put(live, "joining.put", { session, ...how });
    if (outcome.result) asked.value = new Map(asked.value).set(session, outcome.result);
    return outcome;
}

// Makes the code and the link where there are none yet, and lets people in.
export const openDoor = (live: Live, session: string) => change(live, session, { open: true });
export const closeDoor = (live: Live, session: string) => change(live, session, { open: false });
// Those that were given out lead nowhere any more.
export const changeCode = (live: Live, session: string) => change(live, session, { open: true, renew: true });

// Whose way in `now` says: of the sessions that are live the first, else the last of all.
export function isTold(live: Live, session: string): boolean {
    const sessions = live.all("session").sort((a: Session, b: Session) => (a.number ?? 0) - (b.number ?? 0));
    const told = sessions.find(({ state }) => state === "live") ?? sessions.at(-1);
    return told?.id === session;
}

// Undefined: not known here; whether the door is open then is not known either.
export function wayInto(live: Live, session: string): WayIn | undefined {
    const known = asked.value.get(session);
    const { code, secret } = live.now;
    if (!isTold(live, session)) return known;
    if (code !== undefined && secret !== undefined) return { code, secret, open: true };
    // (While nobody is connected, nothing is told; what was said last still holds.)
    return known && { ...known, open: known.open && live.connectionState.value.state !== "joined" };
}

export function linkOf({ secret }: Pick<WayIn, "secret">): string {
    return `${location.origin}/j/#${secret}`;
}
