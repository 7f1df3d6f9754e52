// In which order the notes of a round were written on this device: a note that is changed stays where it stands, also after
// a reload and in another tab.
import { shelve, shelved, unshelve } from "../shared/shelf";
import { ownName } from "./person";

const rounds = new Map<string, { turns: Map<string, number>; kept: number }>();
const nameOf = (round: string) => ownName(`samskap turns ${round}`);

// Whoever sees a note for the first time adds it.
export function turnsIn(round: string): Map<string, number> {
    let known = rounds.get(round);
    if (!known) {
        const ids = (shelved(nameOf(round)) ?? "").split(" ").filter((id) => id !== "");
        const turns = new Map(ids.map((id, turn) => [id, turn]));
        rounds.set(round, (known = { turns, kept: turns.size }));
    }
    return known.turns;
}

export function keepTurns(round: string): void {
    const known = rounds.get(round);
    if (!known || known.kept === known.turns.size) return;
    known.kept = known.turns.size;
    shelve(nameOf(round), [...known.turns.keys()].join(" "));
}

export function forgetTurns(round: string): void {
    rounds.delete(round);
    unshelve(nameOf(round));
}
