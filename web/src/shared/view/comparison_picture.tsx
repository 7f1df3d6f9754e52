// A comparison as a picture: two set against each other, in what both wrote and what only one did; of more, how strongly each
// wrote what, with the figures in it.
import { comparedRows, pairOf, sidesOf, stepOf, type Compared, type Comparison, type Pair } from "../comparisons";
import { Bars } from "./bars";
import type { Live } from "./live";
import { columnNames, nothingToCompare, rowName } from "./comparison_names";
import { ComparisonNotes, Figure, NothingCompared, peopleOf } from "./comparison_table";
import { say } from "./texts/comparison";
import "./comparison.css";

// `pair`: two of more columns; "all": all of them, also where two would be set against each other.
type PictureProps = { live: Live; comparison: Comparison; pair?: Pair | "all" | undefined; heading?: "h2" | "h3" };

export function ComparisonPicture({ live, comparison, heading = "h3", pair = pairOf(comparison.columns ?? []) ?? "all" }: PictureProps) {
    const { columns = [] } = comparison;
    if (nothingToCompare(comparison)) return <NothingCompared comparison={comparison} />;
    const rows = comparedRows(comparison);
    if (pair === "all")
        return (
            <div class="sides">
                <div class="sides-scroll" role="region" aria-label={say("scroll", { title: comparison.title })} tabIndex={0}>
                    <ComparisonHeat live={live} comparison={comparison} rows={rows} />
                </div>
                <ComparisonNotes comparison={comparison} more={[say("heat_is")]} />
            </div>
        );
    const { untold } = sidesOf(rows, pair);
    const more = [say("bars_are"), columns.length > 2 && say("pair_without"), untold > 0 && say("pair_untold", { n: untold })];
    return (
        <div class="sides">
            <ComparisonSides live={live} comparison={comparison} pair={pair} rows={rows} heading={heading} />
            <ComparisonNotes comparison={comparison} hasCells={false} more={more.filter((note) => note !== false)} />
        </div>
    );
}

// ---- two ----

// `rows`: those that are drawn, of all by which the bars are measured. A list of which none is drawn here though it has some is
// left out. `heading`: what the lists' names are where they stand.
type SidesProps = { live: Live; comparison: Comparison; pair: Pair; rows: readonly Compared[]; heading?: "h2" | "h3" | "p" };

export function ComparisonSides({ live, comparison, pair, rows, heading: Heading = "h3" }: SidesProps) {
    const [a, b] = pair;
    const names = columnNames(live, comparison);
    const [left = "", right = ""] = [names[a], names[b]];
    const { both, first, second } = sidesOf(rows, pair);
    const all = comparedRows(comparison);
    const whole = sidesOf(all, pair);
    const largest = largestShare(all, pair);
    const only = (comparison.columns ?? []).length === 2 ? "only" : "not";
    const ones = [
        { title: say(only, { a: left, b: right }), list: first, of: whole.first, column: a },
        { title: say(only, { a: right, b: left }), list: second, of: whole.second, column: b },
    ];
    return (
        <div class="sides-lists" lang={live.tongue}>
            <section class="sides-both" hidden={isElsewhere(both, whole.both)}>
                <Heading class="sides-heading">{say("both", { a: left, b: right })}</Heading>
                {both.length === 0 ? (
                    <p class="sides-none">{say("none_both")}</p>
                ) : (
                    <table class="sides-mirror">
                        <caption class="unseen">{say("both", { a: left, b: right })}</caption>
                        <thead>
                            <tr>
                                <MirrorHead name={left} people={peopleOf(comparison, a)} />
                                <th scope="col">
                                    <span class="unseen">{rowName(comparison)}</span>
                                </th>
                                <MirrorHead name={right} people={peopleOf(comparison, b)} />
                            </tr>
                        </thead>
                        <tbody>
                            {both.map((row) => (
                                <tr key={row.key}>
                                    <MirrorBar row={row} column={a} largest={largest} />
                                    <th scope="row">{row.label}</th>
                                    <MirrorBar row={row} column={b} largest={largest} />
                                </tr>
                            ))}
                        </tbody>
                    </table>
                )}
            </section>
            {ones.map(({ title, list, of, column }) => (
                <section key={column} class="sides-only" hidden={isElsewhere(list, of)}>
                    <Heading class="sides-heading">{title}</Heading>
                    <p class="sides-people">{peopleOf(comparison, column)}</p>
                    {list.length === 0 ? <p class="sides-none">{say("none_only")}</p> : <Bars label={title} max={largest * (comparison.columns?.[column]?.persons ?? 0)} rows={barsOf(list, column)} />}
                </section>
            ))}
        </div>
    );
}

const isElsewhere = (list: readonly Compared[], whole: readonly Compared[]) => list.length === 0 && whole.length > 0;

// What fills a bar's whole width: the same on both sides.
function largestShare(rows: readonly Compared[], pair: Pair): number {
    return Math.max(0, ...rows.flatMap(({ shares }) => pair.map((column) => shares[column] ?? 0)));
}

function barsOf(rows: readonly Compared[], column: number) {
    return rows.map(({ key, label, cells }) => ({ id: key, label, value: cells[column] ?? 0 }));
}

function MirrorHead({ name, people }: { name: string; people: string }) {
    return (
        <th scope="col">
            <span class="sides-head">
                {name}
                <small>{people}</small>
            </span>
        </th>
    );
}

function MirrorBar({ row, column, largest }: { row: Compared; column: number; largest: number }) {
    const share = row.shares[column] ?? 0;
    return (
        <td class="sides-side">
            <span class="sides-way" aria-hidden="true">
                <span class="sides-bar" style={{ inlineSize: `${largest > 0 ? (100 * share) / largest : 0}%` }} />
            </span>
            <b>{row.cells[column]}</b>
        </td>
    );
}

// ---- more than two ----

export function ComparisonHeat({ live, comparison, rows }: { live: Live; comparison: Comparison; rows: readonly Compared[] }) {
    const names = columnNames(live, comparison);
    return (
        <table class="sides-heat" lang={live.tongue}>
            <caption class="unseen">{comparison.title}</caption>
            <thead>
                <tr>
                    <th scope="col">{rowName(comparison)}</th>
                    {names.map((name, i) => (
                        <MirrorHead key={i} name={name} people={peopleOf(comparison, i)} />
                    ))}
                </tr>
            </thead>
            <tbody>
                {rows.map(({ key, label, cells, shares }) => (
                    <tr key={key}>
                        <th scope="row">{label}</th>
                        {cells.map((cell, i) => (
                            <td key={i} class={cell === undefined ? "sides-hidden" : `sides-step-${stepOf(shares[i] ?? 0)}`}>
                                <Figure cell={cell} share={shares[i]} />
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
