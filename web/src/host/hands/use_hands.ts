// The raised hands of a ballot as this page has them: what the server knows, with what was counted here since, so that two can
// count at once. One command is on its way at a time; what is pressed meanwhile goes together behind it.
import { useEffect, useRef, useState } from "preact/hooks";
import { choicesOf, faultOf, handsOf, recounted, sameHands, type Hands } from "../../shared/hands";
import type { Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { actAt, actBack, hasCome, rememberAt } from "../act";
import { forgetRefusals } from "../refusals";
import { elsewhereThan } from "../run/stage_steps";
import { say } from "./texts/hands";

type Change = { from: Hands; to: Hands };

export interface Counted {
    hands: Hands;
    state: "saved" | "saving" | "unsaved";
    change(hands: Hands): void;
}

export function useHands(live: Live, round: Round): Counted {
    const known = handsOf(live.find("hands", round.id));
    const sent = useRef<Change>();
    const wanted = useRef<Change>();
    const isHere = useRef(true);
    const [, draw] = useState(0);
    useEffect(() => () => void (isHere.current = false), []);
    const coming = withChange(known, sent.current);
    const hands = withChange(coming, wanted.current);
    const isFaulty = faultOf(round.ballot!, hands) !== undefined;
    const send = async () => {
        if (sent.current) return;
        while (wanted.current) {
            const from = handsOf(nowOf(live, round.id));
            const to = withChange(from, wanted.current);
            if (faultOf(round.ballot!, to)) break;
            sent.current = { from, to };
            wanted.current = undefined;
            await putHands(live, round, sent.current);
            sent.current = undefined;
        }
        if (isHere.current) draw((n) => n + 1);
    };
    const change = (to: Hands) => {
        forgetRefusals();
        wanted.current = sameHands(to, coming) ? undefined : { from: coming, to };
        draw((n) => n + 1);
        void send();
    };
    // (What did not go together may do so by what somebody else counted.)
    useEffect(() => void (isFaulty || send()), [isFaulty]);
    return { hands, state: isFaulty ? "unsaved" : (wanted.current ?? sent.current) ? "saving" : "saved", change };
}

function withChange(hands: Hands, change: Change | undefined): Hands {
    return change ? recounted(change.from, change.to, hands) : hands;
}

const nowOf = (live: Live, round: string) => live.session.store.shared("hands", round);

function paramsOf(live: Live, round: string, hands: Hands) {
    return { round, base: nowOf(live, round)?.seq ?? 0, people: hands.people, choices: choicesOf(hands) };
}

// What the server refused is said.
async function putHands(live: Live, { id }: Round, { from, to }: Change): Promise<void> {
    const seq = await actAt(live, "hands.put", paramsOf(live, id, to));
    if (seq === undefined) return;
    await hasCome(live, seq);
    rememberAt(live, seq, {
        done: say("done"),
        takeBack: () => actBack(live, "hands.put", paramsOf(live, id, from)),
        holds: () => sameHands(handsOf(nowOf(live, id)), to) && isRunning(live, id),
        lapsed: () => (isRunning(live, id) ? undefined : say("ended")),
        elsewhere: elsewhereThan(live, id),
    });
}

function isRunning(live: Live, id: string): boolean {
    const state = live.session.store.shared("round", id)?.state;
    return state === "open" || state === "closing";
}
