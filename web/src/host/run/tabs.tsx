// The ways to see what people answered. Each has its own address, so that the browser's back leads to the one before.
import { isInGroups } from "../../shared/grouping";
import type { Round } from "../../shared/meeting";
import { takesPaper } from "../../shared/paper";
import { wasOpened } from "../../shared/run_of";
import { say } from "./texts/work";

export type Tab = "list" | "wall" | "words" | "themes" | "compare" | "results" | "late" | "paper" | "diary" | "groups" | "pictures";

// Pictures go with whatever is on. `talksOfWords`: an item without a question where what was written before may be talked about.
export function tabsOf(round: Round | undefined, talksOfWords: boolean): Tab[] {
    return [...answersOf(round, talksOfWords), "pictures"];
}

function answersOf(round: Round | undefined, talksOfWords: boolean): Tab[] {
    if (!round) return talksOfWords ? ["words", "themes", "compare"] : [];
    if (round.form === "diary") return ["diary"];
    if (round.form !== "notes") return ["results"];
    // (Groups come first while people go to them: until somebody has written there is nothing else to look at.)
    const grouped: Tab[] = isInGroups(round) ? ["groups"] : [];
    if (!wasOpened(round)) return [...grouped, "list"];
    const tabs: Tab[] = [...grouped, "list", "wall", "words", "themes", "compare", "results", "late"];
    return takesPaper(round) ? [...tabs, "paper"] : tabs;
}

export function Tabs({ tabs, chosen, late, go }: { tabs: readonly Tab[]; chosen: Tab | undefined; late: number; go(tab: string): void }) {
    return (
        <nav class="run-tabs" aria-label={say("tabs")}>
            {tabs.map((tab) => (
                <button key={tab} type="button" aria-current={tab === chosen ? "page" : undefined} onClick={() => go(tab === chosen && tabs.length === 1 ? "" : tab)}>
                    {say(`tab_${tab}`, { n: late })}
                </button>
            ))}
        </nav>
    );
}
