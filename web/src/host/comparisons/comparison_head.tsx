// A comparison's head: what it is of, who sees it, and what is done with it as a whole.
import { nothingToCompare } from "../../shared/view/comparison_names";
import type { Comparison } from "../../shared/comparisons";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";
import { ActButton } from "../run/act_button";
import { useSteering } from "../run/steer_steps";
import { showComparison, showOnDisplay } from "./comparison_steps";
import { sourceOf } from "./sources";
import { say } from "./texts/comparisons";

interface HeadProps {
    live: Live;
    comparison: Comparison;
    comparisons: readonly Comparison[];
    session: string | undefined;
    isChanging: boolean;
    // Empty: a new one.
    choose(id: string): void;
    change(): void;
}

export function ComparisonHead({ live, comparison, comparisons, session, isChanging, choose, change }: HeadProps) {
    const { id, title, shown = false, state } = comparison;
    return (
        <header class="compare-head">
            <div class="compare-name">
                <h2 class={comparisons.length > 1 ? "unseen" : "compare-title"}>{title}</h2>
                {comparisons.length > 1 && (
                    <label>
                        <span class="unseen">{say("comparison")}</span>
                        <select value={id} onChange={(event) => choose(event.currentTarget.value)}>
                            {comparisons.map((one) => (
                                <option key={one.id} value={one.id}>
                                    {one.title}
                                </option>
                            ))}
                        </select>
                    </label>
                )}
                <p class="meta">
                    {[aboutOf(live, comparison), say(!shown ? "is_hidden" : state === "told" ? "is_shown" : "shown_later")].join(" ")}
                </p>
            </div>
            <p class="compare-buttons">
                {session !== undefined && <OnDisplay live={live} comparison={comparison} session={session} />}
                <ActButton live={live} onAct={() => showComparison(live, comparison, !shown)}>
                    {say(shown ? "hide" : "show")}
                </ActButton>
                <button type="button" class="quiet" aria-expanded={isChanging} onClick={change}>
                    {say("change")}
                </button>
                <button type="button" class="quiet" disabled={!canAct(live)} onClick={() => choose("")}>
                    {say("new_comparison")}
                </button>
            </p>
        </header>
    );
}

function aboutOf(live: Live, { title, list, board, by }: Comparison): string {
    const source = sourceOf(live, { list, board });
    const of = source && source.title !== title ? [say(list === undefined ? "of_board" : "of_list", { title: source.title })] : [];
    return `${[...of, say(`by_${by}`)].join(" · ")}.`;
}

function OnDisplay({ live, comparison, session }: Pick<HeadProps, "live" | "comparison"> & { session: string }) {
    const at = live.find("session", session);
    if (!at || at.state === "ended" || comparison.state !== "told" || nothingToCompare(comparison)) return null;
    const isOn = at.stage?.screen === "comparison" && at.stage.comparison === comparison.id && comparison.shown === true;
    const isOff = !useSteering(live, at).mayStage;
    return (
        <ActButton live={live} class="primary" disabled={isOff || isOn} onAct={() => showOnDisplay(live, session, comparison)}>
            {say(isOn ? "is_on_display" : "on_display")}
        </ActButton>
    );
}
