// Decisions about words as commands, and how they are taken back.
import type { WordRow } from "../../generated/types";
import { inverseOf, type Decision } from "../../shared/word_list";
import type { Live } from "../../shared/view/live";
import { actAt } from "../act";
import { remember } from "../undo";

// What this page decided last about each word: the server's list may come a moment after the answer to that.
const decided = new Map<string, number>();

function put(live: Live, list: string, decision: Decision, base: number): Promise<number | undefined> {
    switch (decision.what) {
        case "merge":
            return actAt(live, "word.merge", { list, base, word: decision.word, into: decision.into });
        case "split":
            return actAt(live, "word.split", { list, base, word: decision.word, apart: decision.apart });
        case "rename":
            return actAt(live, "word.rename", { list, base, word: decision.word, label: decision.label });
        case "mark":
            return actAt(live, "word.mark", { list, base, word: decision.word, mark: decision.mark, marked: decision.marked });
    }
}

async function decideAt(live: Live, list: string, decision: Decision, base: number): Promise<number | undefined> {
    const key = `${list} ${decision.word}`;
    const seq = await put(live, list, decision, Math.max(base, decided.get(key) ?? 0));
    if (seq !== undefined) decided.set(key, seq);
    return seq;
}

export interface Step {
    decision: Decision;
    row: WordRow | undefined; // as it stood before
}

// All of them as one thing that can be taken back at once. Taking back is refused as stale where somebody decided anew.
export async function decide(live: Live, list: string, steps: readonly Step[], done: string): Promise<boolean> {
    const seen = live.find("words", list)?.seq ?? 0;
    const seqs = await Promise.all(steps.map(({ decision }) => decideAt(live, list, decision, seen)));
    const taken = steps.map((step, i) => ({ ...step, seq: seqs[i] })).filter((step) => step.seq !== undefined);
    if (taken.length === 0) return false;
    const takeBack = async () => {
        const inverses = [...taken].reverse().map(async ({ decision, row, seq }) => {
            const at = await put(live, list, inverseOf(decision, row), seq!);
            noteDown(list, decision.word, at);
            return at !== undefined;
        });
        return (await Promise.all(inverses)).every((isBack) => isBack);
    };
    remember({ done, takeBack });
    return taken.length === steps.length;
}

function noteDown(list: string, word: string, seq: number | undefined): void {
    if (seq !== undefined) decided.set(`${list} ${word}`, seq);
}
