// A facilitator's commands: through the outbox, so that each happens once whatever becomes of the connection, and what
// the server refuses is said where the page says such things.
import { signal } from "@preact/signals";
import type { RefusedCommand } from "../shared/outbox_storage";
import type { Live } from "../shared/view/live";
import type { Method, Params } from "../shared/wire";
import { remember } from "./undo";

export const refusals = signal<readonly RefusedCommand[]>([]);

export function forgetRefusals(): void {
    refusals.value = [];
}

// Whether the server took it.
export async function act<M extends Method>(live: Live, method: M, params: Params<M> & object): Promise<boolean> {
    const { command, answer } = live.session.outbox.put(method, params);
    const settled = await answer;
    if (settled.arrived) return true;
    live.session.outbox.dismiss(command); // (it is said in the page; nothing that somebody wrote is in it)
    refusals.value = [...refusals.value, settled.refused];
    return false;
}

// The same for what others see: once it is taken, it can be taken back.
export async function actUndoably<M extends Method>(
    live: Live,
    doing: { method: M; params: Params<M> & object; done: string; takeBack(): void },
): Promise<boolean> {
    const taken = await act(live, doing.method, doing.params);
    if (taken) remember({ done: doing.done, takeBack: doing.takeBack });
    return taken;
}
