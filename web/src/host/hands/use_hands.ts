// The raised hands of a ballot as this page has them: what the server knows, with what was counted here since, so that two can
// count at once.
import { useEffect } from "preact/hooks";
import { handsOf, type Hands } from "../../shared/hands";
import type { Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { count, countedOf, send, type Counted as InAll } from "./pending";

export interface Counted extends InAll {
    change(hands: Hands): void;
}

export function useHands(live: Live, round: Round): Counted {
    const counted = countedOf(round, handsOf(live.find("hands", round.id)));
    const isFaulty = counted.state === "unsaved";
    useEffect(() => void (isFaulty || send(live, round)), [isFaulty]);
    return { ...counted, change: (hands) => void count(live, round, hands) };
}
