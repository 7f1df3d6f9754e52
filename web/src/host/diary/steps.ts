// What the organiser answers in a diary, with how it is taken back.
import type { Entry } from "../../shared/diary";
import type { RefusedCommand } from "../../shared/outbox_storage";
import type { Live } from "../../shared/view/live";
import { putUndoably } from "../saved_steps";
import { say } from "./texts/diary";

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
