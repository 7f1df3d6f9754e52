// Where the items of a programme stand: numbers with gaps, so that one that is moved between two others gets a number
// between theirs, and nothing else changes. Pure.
const GAP = 1_000;
const LARGEST = 1_000_000_000;

export interface Placed {
    id: string;
    position?: number;
}
export interface Move {
    id: string;
    position: number;
}

// For so many new ones.
export function spread(count: number): number[] {
    return Array.from({ length: count }, (_, i) => (i + 1) * GAP);
}

// The position of a new one behind all others, or behind the one with this id.
export function positionBehind(programme: readonly Placed[], id?: string): { position: number; moves: Move[] } {
    const at = id === undefined ? programme.length : programme.findIndex((item) => item.id === id) + 1;
    return insert(programme, at);
}

// The first behind the one that is on (or of all, where none is) that is to have a question and has none yet: one made during
// the session belongs there.
export function waitingForRound<I extends Placed & { form: string }>(
    programme: readonly I[],
    rounds: readonly { item?: string; removed?: boolean }[],
    present: string | undefined,
): I | undefined {
    const behind = programme.slice(programme.findIndex(({ id }) => id === present) + 1);
    const asked = new Set(rounds.filter(({ removed }) => !removed).map(({ item }) => item));
    return behind.find((item) => item.form === "round" && !asked.has(item.id));
}

// Moves the item to where it is the `to`-th of the programme: what has to be put for that, usually itself alone.
export function moveTo(programme: readonly Placed[], id: string, to: number): Move[] {
    const from = programme.findIndex((item) => item.id === id);
    if (from < 0) return [];
    const others = programme.filter((item) => item.id !== id);
    const at = Math.max(0, Math.min(to, others.length));
    if (at === from) return [];
    const { position, moves } = insert(others, at);
    return [...moves, { id, position }];
}

// Room before the `at`-th of them; where there is none, all are given new numbers.
function insert(items: readonly Placed[], at: number): { position: number; moves: Move[] } {
    const before = at === 0 ? 0 : (items[at - 1]!.position ?? 0);
    const after = items[at]?.position ?? (at < items.length ? 0 : before + 2 * GAP);
    const position = Math.floor((before + after) / 2);
    if (position > before && position < after && after <= LARGEST) return { position, moves: [] };
    const numbers = spread(items.length + 1);
    const own = numbers.splice(at, 1)[0]!;
    const moves = items.map((item, i) => ({ id: item.id, position: numbers[i]! }));
    return { position: own, moves: moves.filter((move, i) => move.position !== (items[i]!.position ?? 0)) };
}
