// A form's commands: through the outbox, so that each happens once; what is refused comes back to the form that asked.
import type { Live } from "../shared/view/live";
import type { RefusedCommand } from "../shared/outbox_storage";
import { Refusal, type Method, type Params, type Result } from "../shared/wire";

export type Outcome<M extends Method> =
    { result: Result<M>; refused?: undefined } | { refused: RefusedCommand; result?: undefined };

export async function put<M extends Method>(live: Live, method: M, params: Params<M> & object): Promise<Outcome<M>> {
    const { outbox } = live.session;
    try {
        const { command, answer } = outbox.put(method, params);
        const settled = await answer;
        if (settled.arrived) return { result: settled.result };
        outbox.dismiss(command);
        return { refused: settled.refused };
    } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return { refused: { reason: "too_large", message: error.message } };
    }
}

// The same for what is needed now or not at all; rejects with what was refused.
export async function ask<M extends Method>(live: Live, method: M, params: Params<M> & object): Promise<Result<M>> {
    const { result, refused } = await put(live, method, params);
    if (result !== undefined) return result;
    throw new Refusal({ code: -32000, message: refused!.message, data: { reason: refused!.reason } });
}
