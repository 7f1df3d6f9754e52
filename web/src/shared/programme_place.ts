// Where something new stands in a programme whose items have positions with gaps. Pure.
import type { Item } from "./meeting";

const GAP = 1_000;
const LAST = 1_000_000_000;

export interface Place {
    position: number;
    // Items that have to make room first.
    moved: { item: Item; position: number }[];
}

// Behind an item of the programme (in order); behind all where it names none.
export function placeBehind(programme: readonly Item[], item: string | undefined): Place {
    const at = programme.findIndex(({ id }) => id === item);
    const next = at < 0 ? undefined : programme[at + 1];
    const before = (at < 0 ? programme.at(-1) : programme[at])?.position ?? 0;
    if (!next) return { position: Math.min(LAST, before + GAP), moved: [] };
    const middle = Math.floor((before + (next.position ?? 0)) / 2);
    if (middle > before) return { position: middle, moved: [] };
    const position = before + GAP;
    const moved: Place["moved"] = [];
    for (const one of programme.slice(at + 1)) {
        const taken = moved.at(-1)?.position ?? position;
        if ((one.position ?? 0) > taken) break;
        moved.push({ item: one, position: taken + GAP });
    }
    return { position, moved };
}
