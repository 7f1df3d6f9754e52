// What the remote offers at a moment, so that what is pressed next is large and in its place. Pure.
import type { Round } from "../../shared/meeting";
import { hasReveal, phaseOf, wasOpened } from "../../shared/run_of";
import { nameOf, type NameOfChoice } from "../../shared/stage_choices";
import type { StageView } from "../../shared/stage_of";

export type Move = "open_together" | "open" | "open_again" | "reveal" | "unreveal" | "close" | "go_on" | "close_now";
// `isMain`: what most often comes next.
export type Offer = { move: Move; isMain: boolean };

// `together`: how many questions wait that may be opened in one press, this one among them.
export function movesOf(round: Round, now: number, together = 0): Offer[] {
    const phase = phaseOf(round, now);
    if (phase === "closing") return [{ move: "close_now", isMain: false }, { move: "go_on", isMain: true }];
    const shows: Offer[] = hasReveal(round) ? [{ move: round.revealed ? "unreveal" : "reveal", isMain: !round.revealed }] : [];
    const isToShow = shows.some(({ isMain }) => isMain);
    if (phase === "open") return [...shows, { move: "close", isMain: !isToShow }];
    if (wasOpened(round)) return [...shows, { move: "open_again", isMain: false }];
    return together > 0 ? [{ move: "open_together", isMain: true }, { move: "open", isMain: false }] : [{ move: "open", isMain: true }];
}

// What of the time can be changed: minutes more where it ends by itself, else in how many it is to end.
export const MINUTES = [1, 5] as const;

export function hasEnd({ deadline = 0 }: Pick<Round, "deadline">): boolean {
    return deadline > 0;
}

export type Shown = NameOfChoice | "entries" | "themes" | "note" | "walls" | "comparison" | "picture" | "pictures" | "title" | "end";

export function nameOfView(view: StageView): Shown {
    return view.screen === "round" ? nameOf("round", view.round) : view.screen;
}
