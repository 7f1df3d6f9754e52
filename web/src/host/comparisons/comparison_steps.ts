// What is done with comparisons, each with how it is taken back.
import type { ComparisonBy } from "../../generated/types";
import type { Board } from "../../shared/boards";
import type { Comparison } from "../../shared/comparisons";
import type { Words } from "../../shared/meeting";
import type { RefusedCommand } from "../../shared/outbox_storage";
import type { Live } from "../../shared/view/live";
import { act, actBack } from "../act";
import { addComparison, changeThing, contentOf, removeThing, type Added } from "../carry/things";
import { orSay } from "../refusals";
import { besideNow, setStageOpenly } from "../run/stage_steps";
import { changeBoard } from "../themes/board_steps";
import { changeList } from "../words/list_form";
import type { Source } from "./sources";
import { say } from "./texts/comparisons";

export function makeComparison(live: Live, title: string, source: Source, by: ComparisonBy): Promise<Added> {
    return addComparison(live, contentOf("comparison", { ...source, title, by }), say("did_make", { title }));
}

export function renameComparison(live: Live, comparison: Comparison, title: string): Promise<RefusedCommand | undefined> {
    return changeThing(live, "comparison", comparison, contentOf("comparison", { ...comparison, title }), say("did_change"));
}

export function removeComparison(live: Live, comparison: Comparison): Promise<RefusedCommand | undefined> {
    return removeThing(live, "comparison", comparison, say("did_remove", { title: comparison.title }));
}

export function showComparison(live: Live, comparison: Comparison, shown: boolean): Promise<boolean> {
    const content = contentOf("comparison", { ...comparison, shown });
    return orSay(changeThing(live, "comparison", comparison, content, say(shown ? "did_show" : "did_hide")));
}

// The questions that it was told of, on what it compares.
export async function restoreRounds(live: Live, { rounds = [] }: Comparison, source: { list?: Words | undefined; board?: Board | undefined }): Promise<void> {
    if (source.list) await changeList(live, source.list, source.list.title, [...rounds]);
    if (source.board) await orSay(changeBoard(live, source.board, contentOf("board", { ...source.board, rounds })));
}

export function showOnDisplay(live: Live, session: string, { id, seq, shown: _, ...comparison }: Comparison): Promise<void> {
    const now = () => live.session.store.shared("comparison", id);
    const withShown = (base: number, shown: boolean) => ({ id, base, ...contentOf("comparison", { ...comparison, shown }) });
    return setStageOpenly(live, {
        stage: { ...besideNow(live, session), screen: "comparison", comparison: id },
        done: say("did_display"),
        isShown: () => now()?.shown === true,
        show: () => act(live, "comparison.put", withShown(seq, true)),
        hide: () => actBack(live, "comparison.put", withShown(now()?.seq ?? 0, false)),
    });
}
