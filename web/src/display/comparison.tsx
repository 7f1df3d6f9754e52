// Words or themes side by side on the big screen: two set against each other, or a table of more.
import { useRef } from "preact/hooks";
import { comparedRows, sidesOf, type Comparison } from "../shared/comparisons";
import { secondsFor } from "../shared/paging";
import { sidePages } from "../shared/side_pages";
import { comparisonBase, comparisonKind, comparisonNotes, nothingToCompare } from "../shared/view/comparison_names";
import { ComparisonHeat, ComparisonSides } from "../shared/view/comparison_picture";
import { say } from "../shared/view/texts/comparison";
import { useBox, useFit } from "./box";
import { Frame } from "./frame";
import { pageFact, usePage } from "./pager";
import { useSetting } from "./setting";

const MOST_OF_LIST = 6;
const MOST_ROWS = 7;

export function ComparisonStage({ comparison }: { comparison: Comparison }) {
    const nothing = nothingToCompare(comparison);
    if (nothing === undefined) return <Sides comparison={comparison} />;
    return (
        <Frame above={comparisonKind(comparison)} isAboveOurs title={comparison.title} isTitlePage>
            <p class="stage-so-far">{nothing}</p>
        </Frame>
    );
}

function Sides({ comparison }: { comparison: Comparison }) {
    const { live, isPage, pager } = useSetting();
    const all = comparedRows(comparison);
    const { pair, pages } = sidePages(comparison, all, MOST_OF_LIST, MOST_ROWS);
    const seconds = pages.map((page) => secondsFor(page.reduce((sum, { label }) => sum + label.length, 0)));
    const at = usePage(pager, comparison.id, seconds);
    const rows = pages[at] ?? [];
    const ref = useRef<HTMLDivElement>(null);
    const box = useBox(ref);
    useFit(ref, `${box?.width} ${box?.height} ${rows.map(({ label, cells }) => `${label} ${cells.join()}`).join()}`);
    const untold = pair ? sidesOf(all, pair).untold : 0;
    const under = [say(pair ? "bars_are" : "heat_is"), untold > 0 && say("pair_untold", { n: untold }), ...comparisonNotes(comparison, !pair)];
    return (
        <Frame above={comparisonKind(comparison)} isAboveOurs title={comparison.title} facts={[comparisonBase(comparison), pageFact(pager, at, pages.length)]}>
            <div class="sides stage-sides" ref={ref}>
                {pair ? (
                    <ComparisonSides key={at} live={live} comparison={comparison} pair={pair} rows={rows} heading={isPage ? "h2" : "p"} />
                ) : (
                    <ComparisonHeat key={at} live={live} comparison={comparison} rows={rows} />
                )}
            </div>
            <p class="stage-under stage-sides-under">{under.filter(Boolean).join(" ")}</p>
        </Frame>
    );
}
