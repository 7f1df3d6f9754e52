// A comparison as a table: sorted by any of its columns or by how far they differ. It scrolls inside itself, under its heads.
import { useState } from "preact/hooks";
import { comparedRows, inOrderOf, nextOrder, OWN_ORDER, percentOf, type Cell, type Compared, type Comparison, type Order, type OrderBy } from "../comparisons";
import type { Live } from "./live";
import { columnNames, comparisonBase, comparisonNotes, nothingToCompare, rowName } from "./comparison_names";
import { say } from "./texts/comparison";
import "./comparison.css";

type Props = { live: Live; comparison: Comparison };

export function ComparisonTable({ live, comparison }: Props) {
    const [order, setOrder] = useState<Order>(OWN_ORDER);
    if (nothingToCompare(comparison)) return <NothingCompared comparison={comparison} />;
    const names = columnNames(live, comparison);
    const sort = (by: OrderBy) => setOrder(nextOrder(order, by));
    const head = { order, sort };
    return (
        <div class="sides">
            <div class="sides-scroll" role="region" aria-label={say("scroll", { title: comparison.title })} tabIndex={0}>
                <table class="sides-table" lang={live.tongue}>
                    <caption class="unseen">{comparison.title}</caption>
                    <thead>
                        <tr>
                            <Head {...head} by="label" name={rowName(comparison)} />
                            {names.map((name, i) => (
                                <Head key={i} {...head} by={i} name={name} under={peopleOf(comparison, i)} />
                            ))}
                            <Head {...head} by="difference" name={say("difference")} under={say("difference_of")} />
                        </tr>
                    </thead>
                    <tbody>
                        {inOrderOf(comparedRows(comparison), order).map((row) => (
                            <tr key={row.key}>
                                <th scope="row">{row.label}</th>
                                {row.cells.map((cell, i) => (
                                    <td key={i}>
                                        <Figure cell={cell} share={row.shares[i]} />
                                    </td>
                                ))}
                                <td class="sides-difference">
                                    <Difference row={row} names={names} />
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            <ComparisonNotes comparison={comparison} />
        </div>
    );
}

export function peopleOf({ columns = [], per_round: isSum }: Comparison, column: number): string {
    return say(isSum ? "sums_people" : "people", { n: columns[column]?.persons ?? 0 });
}

type HeadProps = { by: OrderBy; name: string; under?: string; order: Order; sort(by: OrderBy): void };

function Head({ by, name, under, order, sort }: HeadProps) {
    const isSorted = order.by === by;
    const direction = order.descending ? "descending" : "ascending";
    return (
        <th scope="col" aria-sort={isSorted ? direction : "none"}>
            <button type="button" onClick={() => sort(by)}>
                <span>{name}</span>
                <span class="sides-arrow" aria-hidden="true">
                    {isSorted ? (order.descending ? "▼" : "▲") : "↕"}
                </span>
                {under && <small>{under}</small>}
            </button>
        </th>
    );
}

export function Figure({ cell, share }: { cell: Cell; share: Cell }) {
    if (cell === undefined)
        return (
            <span class="sides-withheld">
                <span aria-hidden="true">{say("withheld")}</span>
                <span class="unseen">{say("withheld_said")}</span>
            </span>
        );
    return (
        <>
            <b class={cell === 0 ? "sides-nobody" : undefined}>{cell}</b>
            {cell > 0 && <small>{say("percent", { n: percentOf(share ?? 0) })}</small>}
        </>
    );
}

function Difference({ row: { difference, most, least }, names }: { row: Compared; names: readonly string[] }) {
    if (difference === undefined) return <span aria-hidden="true">–</span>;
    const who = most !== undefined ? say("most", { name: names[most] ?? "" }) : least !== undefined ? say("least", { name: names[least] ?? "" }) : undefined;
    return (
        <>
            <b>{percentOf(difference)}</b> <small>{difference === 0 ? say("alike") : who}</small>
        </>
    );
}

// Though it is told: why there is nothing to see.
export function NothingCompared({ comparison }: Pick<Props, "comparison">) {
    return (
        <ul class="sides-notes">
            {[nothingToCompare(comparison) ?? "", ...comparisonNotes(comparison, false)].map((note) => (
                <li key={note}>{note}</li>
            ))}
        </ul>
    );
}

// What has to be known of the figures. `hasCells`: also of those that stand there as withheld.
export function ComparisonNotes({ comparison, hasCells = true, more = [] }: Pick<Props, "comparison"> & { hasCells?: boolean; more?: readonly string[] }) {
    const notes = [comparisonBase(comparison), ...more, ...comparisonNotes(comparison, hasCells)];
    return (
        <ul class="sides-notes">
            {notes.map((note) => (
                <li key={note}>{note}</li>
            ))}
        </ul>
    );
}
