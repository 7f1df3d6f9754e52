// In which order the notes of a round were written on this device: a note that is changed stays where it stands, also after
// a reload and in another tab.
const rounds = new Map<string, { turns: Map<string, number>; kept: number }>();
const nameOf = (round: string) => `samskap turns ${round}`;

// Whoever sees a note for the first time adds it.
export function turnsIn(round: string): Map<string, number> {
    let known = rounds.get(round);
    if (!known) {
        const turns = new Map(keptIds(round).map((id, turn) => [id, turn]));
        rounds.set(round, (known = { turns, kept: turns.size }));
    }
    return known.turns;
}

export function keepTurns(round: string): void {
    const known = rounds.get(round);
    if (!known || known.kept === known.turns.size) return;
    known.kept = known.turns.size;
    try {
        localStorage.setItem(nameOf(round), [...known.turns.keys()].join(" "));
    } catch {
        // (then for this page only)
    }
}

function keptIds(round: string): string[] {
    try {
        return (localStorage.getItem(nameOf(round)) ?? "").split(" ").filter((id) => id !== "");
    } catch {
        return [];
    }
}
