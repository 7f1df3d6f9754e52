// Seats of a process, and who holds them: from when to when, and who stands in. Pure.
import type { Participant } from "./meeting";
import type { EntityOf } from "./store";

export type Holding = EntityOf<"holding">;

// The one who came first stands first; deputies behind those who hold it.
export function holdingsOf(holdings: readonly Holding[], seat: string): Holding[] {
    const own = holdings.filter((one) => one.seat === seat && !one.removed);
    const deputy = (one: Holding) => (one.deputy ? 1 : 0);
    return own.sort((a, b) => deputy(a) - deputy(b) || (a.from ?? 0) - (b.from ?? 0) || a.seq - b.seq);
}

// Where no beginning or no end is said, there is none.
export function holdsNow({ from = 0, until = 0 }: Pick<Holding, "from" | "until">, now: number): boolean {
    return from <= now && (until === 0 || now <= until);
}

export interface Sitting {
    named: { name: string; deputy: boolean }[];
    unnamed: number;
}

// The participants who have chosen the seat.
export function sittingAt(participants: readonly Participant[], seat: string): Sitting {
    const own = participants.filter((one) => one.seat === seat);
    const named = own.flatMap(({ name, deputy = false }) => (name ? [{ name, deputy }] : []));
    return { named: named.sort((a, b) => a.name.localeCompare(b.name)), unnamed: own.length - named.length };
}
