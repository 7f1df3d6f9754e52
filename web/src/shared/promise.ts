// The promise under the question: who sees the answers, who sees who wrote, how it is counted. Made of the round's
// settings alone, so that it cannot say anything but what the server keeps.
import type { EntityRound } from "../generated/types";

export type PromiseKey =
    | "promise_own" | "promise_walls" | "promise_walls_revealed" | "promise_all" | "promise_revealed"
    | "promise_anonymous" | "promise_linked" | "promise_named" | "promise_organisation"
    | "promise_result_hidden" | "promise_result_open"
    | "promise_vote_anonymous" | "promise_vote_linked" | "promise_vote_named" | "promise_vote_organisation"
    | "promise_answers_hidden" | "promise_answers_open"
    | "promise_answer_anonymous" | "promise_answer_linked" | "promise_answer_named" | "promise_answer_organisation"
    | "promise_diary" | "promise_diary_named"
    | "promise_together";

type Settings = Pick<EntityRound, "form" | "visibility" | "authorship" | "counted_together" | "revealed" | "ballot" | "scale"> & Partial<Pick<EntityRound, "state">>;

// When a vote's result is shown: nothing to say any more once it has ended.
function resultPromise({ form, ballot, scale, state }: Settings): PromiseKey[] {
    if (state === "closed") return [];
    if (form === "scale") return [scale?.result === "open" ? "promise_answers_open" : "promise_answers_hidden"];
    return [ballot?.result === "open" ? "promise_result_open" : "promise_result_hidden"];
}

// What goes by groups, or tables, is shown group by group: which one wrote is told, however anonymous they are.
function notesPromise({ revealed, visibility }: Settings): PromiseKey {
    if (visibility === "group") return revealed ? "promise_walls_revealed" : "promise_walls";
    return revealed ? "promise_revealed" : `promise_${visibility}`;
}

// The sentences, in order.
export function promiseOf(round: Settings): PromiseKey[] {
    const promise: PromiseKey[] =
        round.form === "ballot"
            ? [...resultPromise(round), `promise_vote_${round.authorship}`]
            : round.form === "scale"
            ? [...resultPromise(round), `promise_answer_${round.authorship}`]
            : round.form === "diary"
            ? ["promise_diary", round.authorship === "named" ? "promise_diary_named" : `promise_${round.authorship}`]
            : [notesPromise(round), `promise_${round.authorship}`];
    return round.counted_together ? [...promise, "promise_together"] : promise;
}
