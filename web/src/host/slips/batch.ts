// The slips that were made on this page. Their secrets stand in its memory and nowhere else: what is not printed before the page
// is left is lost, and nobody can come in by it.
import { signal } from "@preact/signals";
import type { ParamsSlipsPut } from "../../generated/types";
import { newId, newSecret } from "../../shared/ids";
import type { Live } from "../../shared/view/live";
import { Refusal } from "../../shared/wire";

export interface Batch {
    session: string;
    secrets: readonly string[];
}

export const batch = signal<Batch | undefined>(undefined);

// Asked and not answered: asked again, it is the same.
let asking: (ParamsSlipsPut & { command: string }) | undefined;

addEventListener("beforeunload", (event) => {
    if (batch.peek()) event.preventDefault();
});

export type Made = { made: true } | { made: false; reason: string | undefined };

// (Not by the outbox, which would keep the secrets on this computer.) `reason`: nothing where no answer came.
export async function makeSlips(live: Live, session: string, count: number): Promise<Made> {
    const isSame = asking?.session === session && asking.secrets.length === count;
    const asked = isSame ? asking! : { command: newId(), session, secrets: Array.from({ length: count }, newSecret) };
    asking = asked;
    try {
        await live.session.connection.request("slips.put", asked);
    } catch (error) {
        if (!(error instanceof Refusal)) return { made: false, reason: undefined };
        if (!error.isPassing) asking = undefined;
        return { made: false, reason: error.reason };
    }
    asking = undefined;
    batch.value = { session, secrets: asked.secrets };
    return { made: true };
}
