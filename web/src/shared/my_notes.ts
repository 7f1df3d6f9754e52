// One's own notes over a whole session: what is to be said of each, and in which order the questions stand. Pure.
import { isRunning, programmeOf, roundsOf, type Item, type Round } from "./meeting";
import type { MyNote, NoteState } from "./own_notes";

export type Fate = NoteState | "removed" | "hidden" | "late_in" | "late_waiting";

// The server takes what it is told of a note: while the round takes answers, and of what came too late until it was let in.
export function canChange({ known }: Pick<MyNote, "known">, round: Pick<Round, "state">): boolean {
    return isRunning(round) || (known?.late === true && known.admitted !== true);
}

// What is to be said of a note to who wrote it, the most important first.
export function fatesOf({ removed, state, known, refused }: Pick<MyNote, "removed" | "state" | "known" | "refused">): Fate[] {
    const way: Fate[] = state !== "arrived" ? [state] : refused ? ["refused"] : [];
    if (removed) return ["removed", ...way];
    const late: Fate[] = known?.late ? [known.admitted ? "late_in" : "late_waiting"] : [];
    const fates: Fate[] = [...(known?.hidden ? (["hidden"] as const) : []), ...late, ...way];
    return fates.length > 0 ? fates : ["arrived"];
}

// A session's rounds as it goes through them; those that stand in no programme last, by when they opened.
export function roundsInOrder(rounds: readonly Round[], items: readonly Item[], session: string): Round[] {
    const places = new Map(programmeOf(items, session).map(({ id }, place) => [id, place]));
    const place = ({ item }: Round) => places.get(item ?? "") ?? places.size;
    return roundsOf(rounds, session).sort((a, b) => place(a) - place(b) || (a.opened ?? 0) - (b.opened ?? 0));
}
