// The raised hands that were counted here and are not with the server yet: they outlive the tab in which they were counted, and
// the page is not left without a question while they do not go together. One command is on its way at a time; what is pressed
// meanwhile goes together behind it, on top of what others have counted.
import { signal } from "@preact/signals";
import { choicesOf, faultOf, handsOf, recounted, sameHands, type Hands } from "../../shared/hands";
import { isRunning, type Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { actAt, actBack, hasCome, rememberAt } from "../act";
import { forgetRefusals } from "../refusals";
import { elsewhereThan, roundNow } from "../run/stage_steps";
import { say } from "./texts/hands";

type Change = { from: Hands; to: Hands };
type Pending = { sent?: Change | undefined; wanted?: Change | undefined };

const pending = new Map<string, Pending>(); // by ballot
const drawn = signal(0);

globalThis.addEventListener?.("beforeunload", (event) => {
    if ([...pending.values()].some(({ wanted }) => wanted)) event.preventDefault();
});

function pendingOf(round: string): Pending {
    const own = pending.get(round) ?? {};
    pending.set(round, own);
    return own;
}

export interface Counted {
    hands: Hands;
    state: "saved" | "saving" | "unsaved";
}

// `known`: what the store has. Whoever reads it while drawing is drawn anew when it changes here.
export function countedOf(round: Round, known: Hands): Counted {
    void drawn.value;
    const { sent, wanted } = pendingOf(round.id);
    const hands = withChange(withChange(known, sent), wanted);
    const isFaulty = faultOf(round.ballot!, hands) !== undefined;
    return { hands, state: isFaulty ? "unsaved" : (wanted ?? sent) ? "saving" : "saved" };
}

export function count(live: Live, round: Round, to: Hands): Promise<void> {
    forgetRefusals();
    const own = pendingOf(round.id);
    const coming = withChange(knownOf(live, round.id), own.sent);
    own.wanted = sameHands(to, coming) ? undefined : { from: coming, to };
    drawn.value++;
    return send(live, round);
}

// What did not go together may do so by what somebody else counted.
export async function send(live: Live, round: Round): Promise<void> {
    const own = pendingOf(round.id);
    if (own.sent) return;
    while (own.wanted) {
        const from = knownOf(live, round.id);
        const to = withChange(from, own.wanted);
        if (faultOf(round.ballot!, to)) break;
        own.sent = { from, to };
        own.wanted = undefined;
        await putHands(live, round, own.sent);
        own.sent = undefined;
    }
    drawn.value++;
}

function withChange(hands: Hands, change: Change | undefined): Hands {
    return change ? recounted(change.from, change.to, hands) : hands;
}

const entityOf = (live: Live, round: string) => live.session.store.shared("hands", round);
const knownOf = (live: Live, round: string) => handsOf(entityOf(live, round));

function paramsOf(live: Live, round: string, hands: Hands) {
    return { round, base: entityOf(live, round)?.seq ?? 0, people: hands.people, choices: choicesOf(hands) };
}

// What the server refused is said.
async function putHands(live: Live, { id }: Round, { from, to }: Change): Promise<void> {
    const seq = await actAt(live, "hands.put", paramsOf(live, id, to));
    if (seq === undefined) return;
    await hasCome(live, seq);
    const goesOn = () => {
        const round = roundNow(live, id);
        return round !== undefined && isRunning(round);
    };
    rememberAt(live, seq, {
        done: say("done"),
        takeBack: () => actBack(live, "hands.put", paramsOf(live, id, from)),
        holds: () => sameHands(knownOf(live, id), to) && goesOn(),
        lapsed: () => (goesOn() ? undefined : say("ended")),
        elsewhere: elsewhereThan(live, id),
    });
}
