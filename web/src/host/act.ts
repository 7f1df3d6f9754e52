// A facilitator's commands: through the outbox, so that each happens once whatever becomes of the connection, and what
// the server refuses is said where the page says such things.
import type { Reason } from "../generated/types";
import type { RefusedCommand } from "../shared/outbox_storage";
import type { Live } from "../shared/view/live";
import type { Method, Params } from "../shared/wire";
import { orSay, sayRefused } from "./refusals";
import { put } from "./saving";
import { remember, type Undoable } from "./undo";

// Whether commands are answered now. Where not, controls are off and the page says why: what changes the room must not
// happen by itself minutes later.
export function canAct(live: Live): boolean {
    return live.connectionState.value.state === "joined";
}

// Whether it was refused because somebody else had changed the same meanwhile.
export function lostRace({ reason }: { reason: Reason }): boolean {
    return RACES.has(reason);
}
const RACES: ReadonlySet<Reason> = new Set(["stale", "wrong_state", "deadline_moved", "not_open", "closed", "removed", "not_late"]);

// Whether the server took it.
export async function act<M extends Method>(live: Live, method: M, params: Params<M> & object): Promise<boolean> {
    return (await actAt(live, method, params)) !== undefined;
}

// The seq at which the server took it, for who says of what it is the inverse; nothing where it refused.
export async function actAt<M extends Method>(live: Live, method: M, params: Params<M> & object): Promise<number | undefined> {
    const { result, refused } = await put(live, method, params);
    if (!refused) return seqOf(result);
    sayRefused(refused);
    return undefined;
}

export function seqOf(result: object | undefined): number {
    return (result as { seq?: number } | undefined)?.seq ?? 0;
}

// Until this page has what the server took at that seq; not for ever, for it may be gone from what it shows.
export function hasCome(live: Live, seq: number): Promise<void> {
    const { store } = live.session;
    return new Promise((resolve) => {
        const end = () => {
            clearTimeout(timer);
            unsubscribe();
            resolve();
        };
        const timer = setTimeout(end, LONGEST_WAY);
        const unsubscribe = store.subscribe("seq", undefined, () => store.seq >= seq && end());
        if (store.seq >= seq) end();
    });
}
const LONGEST_WAY = 2_000;

// A command that takes something back: settles once it is seen here. What was refused is for the caller to say.
export async function tryBack<M extends Method>(live: Live, method: M, params: Params<M> & object): Promise<RefusedCommand | undefined> {
    const { result, refused } = await put(live, method, params);
    if (!refused) await hasCome(live, seqOf(result));
    return refused;
}

// The same; true unless it was refused, which is said.
export function actBack<M extends Method>(live: Live, method: M, params: Params<M> & object): Promise<boolean> {
    return orSay(tryBack(live, method, params));
}

// For what the server took at that seq.
export function rememberAt(live: Live, seq: number, undoable: Undoable): void {
    remember({ isHere: () => live.session.store.seq >= seq, ...undoable });
}

// For what others see: once it is taken, it can be taken back.
export async function actUndoably<M extends Method>(
    live: Live,
    { method, params, ...undoable }: Undoable & { method: M; params: Params<M> & object },
): Promise<boolean> {
    const seq = await actAt(live, method, params);
    if (seq !== undefined) rememberAt(live, seq, undoable);
    return seq !== undefined;
}
