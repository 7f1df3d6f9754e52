// What this device keeps of a rehearsal until it is wiped: of which session it is one, and who the simulated participants are,
// so that they are the same ones after the page was loaded anew.
import { newId, newSecret } from "../../shared/ids";
import type { Pace } from "../../shared/rehearsal/crowd";
import type { Identity } from "../../shared/rehearsal/person";
import { device } from "../house";

export interface KeptRehearsal {
    process: string;
    session: string;
    title?: string; // of the session
    of?: { process: string; session: string }; // (not known where another device made it)
    seed: string;
    identities: Identity[];
    count: number;
    pace: Pace;
}

const nameOf = (process: string) => `rehearsal ${process}`;

type Where = Pick<KeptRehearsal, "process" | "session" | "title" | "of">;
export type How = Pick<KeptRehearsal, "count" | "pace">;

export const COUNTS = [5, 12, 30, 60] as const;
export const asUsual: How = { count: 30, pace: "calm" };

export function newRehearsal(where: Where, how: How): KeptRehearsal {
    return { ...where, ...how, seed: newId(), identities: [] };
}

export function moreIdentities(known: readonly Identity[], count: number): Identity[] {
    return Array.from({ length: Math.max(0, count - known.length) }, () => ({ token: newSecret(), author_secret: newSecret(), slip: newSecret() }));
}

// Nothing where it was made on another device, or where this one keeps nothing.
export async function keptRehearsal(process: string): Promise<KeptRehearsal | undefined> {
    return (await device()).values.value<KeptRehearsal>(nameOf(process)).catch(() => undefined);
}

export async function keepRehearsal(rehearsal: KeptRehearsal): Promise<void> {
    await (await device()).values.keep(nameOf(rehearsal.process), rehearsal).catch(() => {});
}

export async function forgetRehearsal(process: string): Promise<void> {
    await (await device()).values.keep(nameOf(process), undefined).catch(() => {});
}
