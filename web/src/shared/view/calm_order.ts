// Notes by support, on a screen that people read while they press: they change places only now and then.
import { useComputed } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import type { Note, Round } from "../meeting";
import { CalmOrder, hasSupports } from "../supports";
import { ticking } from "./clock";

const EVERY = 20_000;

// Counts up now and then while it `may`.
export function useTurn(may: boolean): number {
    const now = useComputed(() => Math.floor(ticking.value / EVERY));
    const turn = useRef(now.value);
    if (may) turn.current = now.value;
    return turn.current;
}

// Where the round has no support, as they stand. `mayTurn`: not while somebody is in the middle of them.
export function useCalmOrder<N extends Note>(round: Round, notes: readonly N[], mayTurn = true): readonly N[] {
    const order = useMemo(() => new CalmOrder(), [round.id]);
    const turn = useTurn(mayTurn);
    return hasSupports(round) ? order.sorted(notes, turn) : notes;
}
