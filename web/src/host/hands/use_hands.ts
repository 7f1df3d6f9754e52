// The raised hands of a ballot as this page has them: what the server knows, with what was counted here since. One command is on
// its way at a time; what is pressed meanwhile goes together behind it.
import { useEffect, useRef, useState } from "preact/hooks";
import { choicesOf, faultOf, handsOf, sameHands, type Hands } from "../../shared/hands";
import type { Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { actAt, actBack, hasCome, rememberAt } from "../act";
import { forgetRefusals } from "../refusals";
import { elsewhereThan } from "../run/stage_steps";
import { say } from "./texts/hands";

export interface Counted {
    hands: Hands;
    state: "saved" | "saving" | "unsaved";
    change(hands: Hands): void;
}

export function useHands(live: Live, round: Round): Counted {
    const known = handsOf(live.find("hands", round.id));
    const wanted = useRef<Hands>();
    const isSending = useRef(false);
    const isHere = useRef(true);
    const [, draw] = useState(0);
    useEffect(() => () => void (isHere.current = false), []);
    const hands = wanted.current ?? known;
    const send = async () => {
        if (isSending.current) return;
        isSending.current = true;
        for (let next = wanted.current; next && !faultOf(round.ballot!, next); next = wanted.current) {
            const isTaken = await putHands(live, round, next);
            if (!isTaken || wanted.current === next) wanted.current = undefined;
        }
        isSending.current = false;
        if (isHere.current) draw((n) => n + 1);
    };
    const change = (next: Hands) => {
        forgetRefusals();
        wanted.current = sameHands(next, known) && !isSending.current ? undefined : next;
        draw((n) => n + 1);
        void send();
    };
    const isFaulty = faultOf(round.ballot!, hands) !== undefined;
    return { hands, state: isFaulty ? "unsaved" : wanted.current ? "saving" : "saved", change };
}

const nowOf = (live: Live, round: string) => live.session.store.shared("hands", round);

function paramsOf(live: Live, round: string, hands: Hands) {
    return { round, base: nowOf(live, round)?.seq ?? 0, people: hands.people, choices: choicesOf(hands) };
}

// Whether the server took it; what it refused is said.
async function putHands(live: Live, { id }: Round, hands: Hands): Promise<boolean> {
    const before = handsOf(nowOf(live, id));
    const seq = await actAt(live, "hands.put", paramsOf(live, id, hands));
    if (seq === undefined) return false;
    await hasCome(live, seq);
    rememberAt(live, seq, {
        done: say("done"),
        takeBack: () => actBack(live, "hands.put", paramsOf(live, id, before)),
        holds: () => sameHands(handsOf(nowOf(live, id)), hands) && isRunning(live, id),
        lapsed: () => (isRunning(live, id) ? undefined : say("ended")),
        elsewhere: elsewhereThan(live, id),
    });
    return true;
}

function isRunning(live: Live, id: string): boolean {
    const state = live.session.store.shared("round", id)?.state;
    return state === "open" || state === "closing";
}
