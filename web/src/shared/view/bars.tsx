// A ranked list with bars: a table, that looks like bars. What can be seen can be read out, and the other way round.
import "./bars.css";

export interface BarRow {
    id?: string;
    label: string;
    value: number;
    // Stands small beside the label: "12 personer".
    more?: string | undefined;
    // Before the label: a place.
    place?: string | undefined;
    // A row that stands back behind the others.
    quiet?: boolean;
}

// `max`: what fills the whole width; `label`: what the figures are, for who does not see it; `base`: the same in sight,
// with what they are figures of ("röster av 31 personer").
export function Bars({ rows, max, label, base }: { rows: readonly BarRow[]; max: number; label: string; base?: string | undefined }) {
    const places = rows.some(({ place }) => place !== undefined);
    return (
        <div class="bars">
            <table>
                <caption class="unseen">{label}</caption>
                <colgroup>
                    {places && <col class="bars-place" />}
                    <col />
                    <col class="bars-number" />
                </colgroup>
                <tbody>
                    {rows.map((row) => (
                        <tr key={row.id ?? row.label} class={row.quiet ? "bars-quiet" : undefined}>
                            {places && <td class="bars-rank">{row.place}</td>}
                            <th scope="row">
                                {row.label}
                                {row.more && <small>{row.more}</small>}
                            </th>
                            <td class="bars-cell">
                                <span class="bars-way" aria-hidden="true">
                                    <span class="bars-bar" style={{ width: `${shareOf(row.value, max)}%` }} />
                                </span>
                                <b>{row.value}</b>
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
            {base && <p class="bars-base">{base}</p>}
        </div>
    );
}

function shareOf(value: number, max: number): number {
    return max > 0 ? Math.max(0, Math.min(100, (value / max) * 100)) : 0;
}
