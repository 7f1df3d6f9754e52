// What is said to all groups: a line, or that they are called back. Pure.
import type { Said } from "../generated/types";

const MINUTE = 60_000;
const LONGEST = 30 * MINUTE; // a line that says no end
const CALLED_FOR = 5 * MINUTE; // from when they are to be back: then they are, or it is not heeded

// What is said at that moment; nothing where it was taken away, or its time is over.
export function saidAt(said: Said | undefined, now: number): Said | undefined {
    if (!said) return undefined;
    const { text = "", at = 0, until = 0, back = false } = said;
    if (back) return now < Math.max(at, until) + CALLED_FOR ? said : undefined;
    return text !== "" && now < (until || at + LONGEST) ? said : undefined;
}

// How many minutes there are until they are to be back, a begun one counted; 0: now.
export function minutesToBack({ until = 0 }: Said, now: number): number {
    return until > now ? Math.ceil((until - now) / MINUTE) : 0;
}
