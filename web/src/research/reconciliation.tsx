// Whether all is there: for each thing that is counted, what the screens showed, what stands here, and what does not.
import { totalsOf, type Reading } from "./reading";
import { sayCounted, sayTable } from "./texts/tables";
import { say } from "./texts/research";

const numbers: ReadonlySet<string> = new Set(["total", "included", "withheld"]);

export function Reconciliation({ reading }: { reading: Reading }) {
    const totals = totalsOf(reading);
    if (totals.length === 0) return null;
    const isRight = totals.every(({ isOff }) => !isOff);
    return (
        <section class="stack">
            <h2>{say("totals")}</h2>
            <p>{say("totals_lead")}</p>
            <p class={isRight ? "said" : "said wrong"} role={isRight ? undefined : "alert"}>
                {say(isRight ? "totals_right" : "totals_wrong")}
            </p>
            <div class="research-scroll" role="region" aria-label={say("totals")} tabIndex={0}>
                <table class="research-table">
                    <caption class="unseen">{say("totals")}</caption>
                    <thead>
                        <tr>
                            {(["in_table", "what", "of", "total", "included", "withheld"] as const).map((key) => (
                                <th key={key} scope="col" class={numbers.has(key) ? "is-number" : undefined}>
                                    {say(`totals_${key}`)}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {totals.map(({ table, what, of, total, included, withheld, isOff }, i) => (
                            <tr key={i} class={isOff ? "is-wrong" : undefined}>
                                <th scope="row">{sayTable(table)}</th>
                                <td>{sayCounted(what)}</td>
                                <td class="is-long">{of}</td>
                                <td class="is-number">{total}</td>
                                <td class="is-number">{included}</td>
                                <td class="is-number">{withheld}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </section>
    );
}
