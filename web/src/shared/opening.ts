// How it stands with a round that is open for days: what is said of it, with the time of its end where it has one. Pure.
import type { Round } from "./meeting";
import { phaseOf } from "./run_of";

export type Opening = "planned" | "open_no_end" | "open_until" | "closes_soon" | "closed" | "closed_at";

export function openingOf(round: Pick<Round, "state" | "deadline">, now: number): Opening {
    const { state, deadline = 0 } = round;
    if (state === "planned") return state;
    if (state === "closed") return deadline > 0 && deadline <= now ? "closed_at" : "closed";
    if (phaseOf(round, now) === "closing") return "closes_soon";
    return deadline > 0 ? "open_until" : "open_no_end";
}
