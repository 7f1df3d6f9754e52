// A facilitator's commands: through the outbox, so that each happens once whatever becomes of the connection, and what
// the server refuses is said where the page says such things.
import { signal } from "@preact/signals";
import type { Reason } from "../generated/types";
import type { RefusedCommand } from "../shared/outbox_storage";
import type { Live } from "../shared/view/live";
import type { Method, Params } from "../shared/wire";
import { remember, type Undoable } from "./undo";

export const refusals = signal<readonly RefusedCommand[]>([]);

export function forgetRefusals(): void {
    refusals.value = [];
}

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

export function sayRefused(refused: RefusedCommand): void {
    refusals.value = [...refusals.value, refused];
}

// Whether the server took it.
export async function act<M extends Method>(live: Live, method: M, params: Params<M> & object): Promise<boolean> {
    return (await actAt(live, method, params)) !== undefined;
}

// The seq at which the server took it, for who says of what it is the inverse; nothing where it refused.
export async function actAt<M extends Method>(live: Live, method: M, params: Params<M> & object): Promise<number | undefined> {
    const { command, answer } = live.session.outbox.put(method, params);
    const settled = await answer;
    if (settled.arrived) return (settled.result as { seq?: number }).seq ?? 0;
    live.session.outbox.dismiss(command); // (it is said in the page; nothing that somebody wrote is in it)
    sayRefused(settled.refused);
    return undefined;
}

// Until this page has what the server took at that seq; not for ever, for it may be gone from what it shows.
function hasCome(live: Live, seq: number): Promise<void> {
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

// A command that takes something back: true once it is seen here.
export async function actBack<M extends Method>(live: Live, method: M, params: Params<M> & object): Promise<boolean> {
    const seq = await actAt(live, method, params);
    if (seq !== undefined) await hasCome(live, seq);
    return seq !== undefined;
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
