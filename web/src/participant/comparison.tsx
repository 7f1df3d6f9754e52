// Words or themes side by side on the phone: the picture, and below it the figures.
import type { Comparison } from "../shared/comparisons";
import { comparisonKind, nothingToCompare } from "../shared/view/comparison_names";
import { ComparisonPicture } from "../shared/view/comparison_picture";
import { ComparisonTable } from "../shared/view/comparison_table";
import type { Live } from "../shared/view/live";
import { say } from "./texts/big_screen";

export function ComparisonText({ live, comparison }: { live: Live; comparison: Comparison }) {
    return (
        <>
            <h1 lang={live.tongue}>{comparison.title}</h1>
            <p class="meta">{comparisonKind(comparison)}</p>
            <ComparisonPicture live={live} comparison={comparison} heading="h2" />
            {nothingToCompare(comparison) === undefined && (
                <details>
                    <summary>{say("as_table")}</summary>
                    <ComparisonTable live={live} comparison={comparison} />
                </details>
            )}
        </>
    );
}
