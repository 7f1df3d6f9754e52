// A comparison that is told: its picture, its table, two of its columns, and how it is taken along.
import { useState } from "preact/hooks";
import { pairOf, comparisonAsTable, comparisonAsText, type Comparison, type Pair } from "../../shared/comparisons";
import { csvOf } from "../../shared/csv";
import { columnNames, comparisonBase, comparisonNotes, nothingToCompare, rowName } from "../../shared/view/comparison_names";
import { ComparisonPicture } from "../../shared/view/comparison_picture";
import { ComparisonTable, NothingCompared } from "../../shared/view/comparison_table";
import type { Live } from "../../shared/view/live";
import { saveFile } from "../../shared/view/save_file";
import { say as sayShared } from "../../shared/view/texts/comparison";
import { Copied, useCopying } from "../copy";
import { Menu } from "../menu";
import { say } from "./texts/comparisons";

type Props = { live: Live; comparison: Comparison };
type Shape = "picture" | "table";

export function Compared({ live, comparison }: Props) {
    const [shape, setShape] = useState<Shape>("picture");
    const [chosen, choose] = useState<Pair | "all">();
    const { columns = [] } = comparison;
    // (Columns may go while it is looked at.)
    const pair = chosen === undefined || chosen === "all" || chosen.every((i) => i < columns.length) ? chosen : undefined;
    if (nothingToCompare(comparison)) return <NothingCompared comparison={comparison} />;
    return (
        <>
            <div class="compare-tools">
                <div class="compare-shapes" role="group" aria-label={say("shape")}>
                    {(["picture", "table"] as const).map((one) => (
                        <button key={one} type="button" aria-pressed={one === shape} onClick={() => setShape(one)}>
                            {say(`shape_${one}`)}
                        </button>
                    ))}
                </div>
                {shape === "picture" && columns.length > 2 && (
                    <PairChoice names={columnNames(live, comparison)} pair={pair ?? pairOf(columns) ?? "all"} choose={choose} />
                )}
                <TakeAlong live={live} comparison={comparison} />
            </div>
            {shape === "picture" ? <ComparisonPicture live={live} comparison={comparison} pair={pair} /> : <ComparisonTable live={live} comparison={comparison} />}
        </>
    );
}

type PairProps = { names: readonly string[]; pair: Pair | "all"; choose(pair: Pair | "all"): void };

function PairChoice({ names, pair, choose }: PairProps) {
    const [a, b] = pair === "all" ? [-1, -1] : pair;
    const first = (i: number) => choose(i < 0 ? "all" : [i, i === b || b < 0 ? Number(i === 0) : b]);
    return (
        <div class="compare-pair">
            <label>
                {say("pair")}
                <select value={a} onChange={(event) => first(Number(event.currentTarget.value))}>
                    <option value={-1}>{say("pair_all")}</option>
                    {names.map((name, i) => (
                        <option key={i} value={i}>
                            {name}
                        </option>
                    ))}
                </select>
            </label>
            {pair !== "all" && (
                <label>
                    {say("pair_with")}
                    <select value={b} onChange={(event) => choose([a, Number(event.currentTarget.value)])}>
                        {names.map(
                            (name, i) =>
                                i !== a && (
                                    <option key={i} value={i}>
                                        {name}
                                    </option>
                                ),
                        )}
                    </select>
                </label>
            )}
        </div>
    );
}

function TakeAlong({ live, comparison }: Props) {
    const copying = useCopying();
    const heads = () => ({
        title: comparison.title,
        row: rowName(comparison),
        all: sayShared("all"),
        columns: columnNames(live, comparison),
        withheld: sayShared("withheld"),
    });
    const csv = () => csvOf(comparisonAsTable(comparison, heads()));
    const text = () => comparisonAsText(comparison, heads(), [comparisonBase(comparison), ...comparisonNotes(comparison)]);
    const save = () => saveFile(new Blob([csv()], { type: "text/csv;charset=utf-8" }), fileName(comparison.title));
    const actions = () => [
        { name: "text", text: say("take_text"), run: () => copying.copy(text()) },
        { name: "csv", text: say("take_csv"), run: () => copying.copy(csv().slice(1)) }, // (without the mark of a file)
        { name: "file", text: say("take_file"), run: save },
    ];
    return (
        <div class="compare-take">
            <Menu label={say("take")} class="compare-menu" buttonClass="" disabled={false} actions={actions}>
                {say("take")} <span aria-hidden="true">▾</span>
            </Menu>
            <Copied copying={copying} name={say("take")} rows={8} />
        </div>
    );
}

// As file systems take it, of any title.
function fileName(title: string): string {
    const name = title.replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, 80);
    return `${name === "" ? say("comparison") : name}.csv`;
}
