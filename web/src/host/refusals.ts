// What the server refused, for the page to say near its controls.
import { signal } from "@preact/signals";
import type { RefusedCommand } from "../shared/outbox_storage";

export const refusals = signal<readonly RefusedCommand[]>([]);

export function sayRefused(refused: RefusedCommand): void {
    refusals.value = [...refusals.value, refused];
}

export function forgetRefusals(): void {
    refusals.value = [];
}

// What no form waits for the answer to: a refusal is said where refusals are. Whether there was none.
export async function orSay(refusal: Promise<RefusedCommand | undefined>): Promise<boolean> {
    const refused = await refusal;
    if (refused) sayRefused(refused);
    return refused === undefined;
}
