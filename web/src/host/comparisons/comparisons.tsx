// What stands side by side: the comparisons of a session's questions (or of all of a process), and the one that is looked at.
import { useState } from "preact/hooks";
import "./comparisons.css";
import type { Comparison } from "../../shared/comparisons";
import type { Live } from "../../shared/view/live";
import { WhyOff } from "../carry/why_off";
import { Compared } from "./compared";
import { ComparisonForm, RenameForm } from "./comparison_form";
import { ComparisonHead } from "./comparison_head";
import { comparisonsHere, roundsHere } from "./sources";
import { say } from "./texts/comparisons";
import { Untold } from "./untold";

export interface CompareTabProps {
    live: Live;
    // None: all of the process, between the meetings.
    session: string | undefined;
    // The round that is looked at: what a new comparison is of.
    round?: string | undefined;
}

export function CompareTab({ live, session, round }: CompareTabProps) {
    const comparisons = comparisonsHere(live, session, round);
    const [chosen, choose] = useState<string>();
    const comparison = comparisons.find(({ id }) => id === chosen) ?? (chosen === "" ? undefined : comparisons[0]);
    if (!live.isWhole) return <p class="meta">{say("loading")}</p>;
    if (!comparison && roundsHere(live, session).length === 0) return <p class="meta">{say("no_rounds")}</p>;
    return (
        <section class="compare" aria-label={say("heading")}>
            <WhyOff live={live} />
            {comparison ? (
                <One key={comparison.id} live={live} comparison={comparison} comparisons={comparisons} session={session} choose={choose} />
            ) : (
                <>
                    <p class="compare-lead">{say("lead")}</p>
                    <ComparisonForm live={live} session={session} round={round} done={choose} cancel={comparisons[0] && (() => choose(undefined))} />
                </>
            )}
        </section>
    );
}

type OneProps = { live: Live; comparison: Comparison; comparisons: readonly Comparison[]; session: string | undefined; choose(id: string | undefined): void };

function One({ live, comparison, comparisons, session, choose }: OneProps) {
    const [isChanging, change] = useState(false);
    const close = () => change(false);
    return (
        <>
            <ComparisonHead
                live={live}
                comparison={comparison}
                comparisons={comparisons}
                session={session}
                isChanging={isChanging}
                choose={choose}
                change={() => change(!isChanging)}
            />
            {isChanging && <RenameForm live={live} comparison={comparison} close={close} gone={() => choose(undefined)} />}
            {comparison.state === "told" ? <Compared live={live} comparison={comparison} /> : <Untold live={live} comparison={comparison} />}
        </>
    );
}
