// What the organiser does with a diary, each with how it is taken back.
import type { Entry } from "../../shared/diary";
import type { Round } from "../../shared/meeting";
import type { RefusedCommand } from "../../shared/outbox_storage";
import type { Live } from "../../shared/view/live";
import { actBack, actUndoably, tryBack } from "../act";
import { sayRefused } from "../refusals";
import { putUndoably } from "../saved_steps";
import { say } from "./texts/diary";

const roundNow = (live: Live, id: string) => live.session.store.find("round", id);

// Empty: takes the answer away.
export function saveAnswer(live: Live, { id, seq: base, answer: before = "" }: Entry, answer: string): Promise<RefusedCommand | undefined> {
    const now = () => live.session.store.find("diary", id);
    return putUndoably(live, {
        done: say(answer ? "done_answer" : "done_answer_removed"),
        method: "diary.answer",
        params: { id, base, text: answer },
        back: () => {
            const there = now();
            return there && { id, base: there.seq, text: before };
        },
        now: () => {
            const there = now();
            return there && { answer: there.answer ?? "" };
        },
        saved: { answer },
    });
}

export function showPattern(live: Live, { id }: Round, revealed: boolean): Promise<boolean> {
    return actUndoably(live, {
        method: "round.reveal",
        params: { id, revealed },
        done: say(revealed ? "done_show" : "done_hide"),
        takeBack: () => actBack(live, "round.reveal", { id, revealed: !revealed }),
        holds: () => (roundNow(live, id)?.revealed === true) === revealed,
    });
}

// `deadline`: 0 for none.
export function openDiary(live: Live, { id, form, opened = 0 }: Round, deadline: number): Promise<boolean> {
    return actUndoably(live, {
        method: "round.open",
        params: { id, ...(deadline > 0 ? { deadline } : {}) },
        done: say(form === "diary" ? "done_open" : "done_open_homework"),
        takeBack: () => unopen(live, id, opened > 0),
        holds: () => roundNow(live, id)?.state === "open",
    });
}

// As if it had never been open; once somebody has written it can only be closed.
async function unopen(live: Live, id: string, wasOpened: boolean): Promise<boolean> {
    if (!wasOpened) {
        const refused = await tryBack(live, "round.open", { id, undone: true });
        if (!refused) return true;
        if (refused.reason !== "has_answers") {
            sayRefused(refused);
            return false;
        }
    }
    return actBack(live, "round.close", { id, grace: 0 });
}

export function moveEnd(live: Live, { id, deadline: before = 0 }: Round, deadline: number): Promise<boolean> {
    const isPossible = () => before === 0 || before > live.session.clock.now();
    return actUndoably(live, {
        method: "round.deadline",
        params: { id, deadline },
        done: say("done_moved"),
        takeBack: () => actBack(live, "round.deadline", { id, deadline: before }),
        holds: () => isPossible() && (roundNow(live, id)?.deadline ?? 0) === deadline,
    });
}
