// The pattern of a diary as a picture: a stacked column for each week, the kinds told apart by how they are filled as well;
// and the same as a table.
import { abouts } from "../diary";
import { ceilingOf, namedWeeks, stackOf, sumsOf, weeksOf, type PatternWeek } from "../diary_pattern";
import type { EntityOf } from "../store";
import type { LanguageTag } from "../texts";
import { Bars } from "./bars";
import { language } from "./language";
import { say } from "./texts/diary";
import "./diary_pattern.css";

export type Pattern = EntityOf<"diary_pattern">;
const MOST_TAGS = 12;

// `most`: so many weeks are named under it.
export function DiaryPattern({ pattern, most = 9 }: { pattern: Pattern; most?: number }) {
    const weeks = weeksOf(pattern.weeks ?? []);
    if (weeks.length === 0) return <p class="meta">{say("nothing_yet")}</p>;
    return (
        <div class="pattern">
            <PatternPicture weeks={weeks} most={most} />
            <details class="pattern-table">
                <summary>{say("table")}</summary>
                <PatternTable weeks={weeks} />
            </details>
            <PatternTags pattern={pattern} most={MOST_TAGS} />
        </div>
    );
}

export function PatternPicture({ weeks, most }: { weeks: readonly PatternWeek[]; most: number }) {
    const ceiling = ceilingOf(weeks);
    const named = namedWeeks(weeks.length, most);
    return (
        <figure class="pattern-picture" role="img" aria-label={saidOf(weeks)}>
            <Legend weeks={weeks} />
            <div class="pattern-field" aria-hidden="true">
                <div class="pattern-scale">
                    <span>{ceiling}</span>
                    <span>{ceiling / 2}</span>
                    <span>0</span>
                </div>
                <div class={weeks.length > 60 ? "pattern-columns pattern-close" : "pattern-columns"}>
                    {weeks.map((week) => (
                        <Column key={week.week} week={week} ceiling={ceiling} />
                    ))}
                </div>
                <div class="pattern-weeks">
                    {weeks.map((week, i) => (
                        <span key={week.week}>{named.has(i) && <i>{say("week_short", { n: week.number })}</i>}</span>
                    ))}
                </div>
            </div>
        </figure>
    );
}

function Column({ week, ceiling }: { week: PatternWeek; ceiling: number }) {
    return (
        <span class="pattern-column">
            {stackOf(week)
                .filter(({ n }) => n > 0)
                .map(({ about, n }) => (
                    <span key={about} class={`pattern-part pattern-${about}`} style={{ blockSize: `${(100 * n) / ceiling}%` }} />
                ))}
        </span>
    );
}

function Legend({ weeks }: { weeks: readonly PatternWeek[] }) {
    const sums = sumsOf(weeks);
    return (
        <ul class="pattern-legend" aria-hidden="true">
            {abouts.map((about) => (
                <li key={about}>
                    <span class={`pattern-part pattern-${about}`} />
                    {say("kind", { name: say(`all_${about}`), n: sums[about] })}
                </li>
            ))}
        </ul>
    );
}

function saidOf(weeks: readonly PatternWeek[]): string {
    const sums = sumsOf(weeks);
    const most = weeks.reduce((best, week) => (week.sum > best.sum ? week : best));
    return say("picture", {
        weeks: say("weeks", { n: weeks.length }),
        entries: say("entries", { n: sums.reflection + sums.observation + sums.action }),
        kinds: abouts.map((about) => say("kind", { name: say(`all_${about}`), n: sums[about] })).join(", "),
        week: most.number,
        n: most.sum,
    });
}

function PatternTable({ weeks }: { weeks: readonly PatternWeek[] }) {
    const sums = sumsOf(weeks);
    return (
        <table>
            <caption class="unseen">{say("pattern")}</caption>
            <thead>
                <tr>
                    <th scope="col">{say("week")}</th>
                    {abouts.map((about) => (
                        <th key={about} scope="col">
                            {say(`all_${about}`)}
                        </th>
                    ))}
                    <th scope="col">{say("sum")}</th>
                </tr>
            </thead>
            <tbody>
                {weeks.map((week, i) => (
                    <tr key={week.week}>
                        <th scope="row">
                            {week.number} <small>{say("from", { day: mondaySaid(week, language.value, i === 0 || week.number === 1) })}</small>
                        </th>
                        {abouts.map((about) => (
                            <td key={about}>{week[about]}</td>
                        ))}
                        <td>{week.sum}</td>
                    </tr>
                ))}
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{say("sum")}</th>
                    {abouts.map((about) => (
                        <td key={about}>{sums[about]}</td>
                    ))}
                    <td>{sums.reflection + sums.observation + sums.action}</td>
                </tr>
            </tfoot>
        </table>
    );
}

const locales: Record<LanguageTag, string> = { sv: "sv-SE", en: "en-GB" };

// (A date of no zone; with the year where one begins.)
function mondaySaid({ monday }: PatternWeek, tag: LanguageTag, hasYear: boolean): string {
    const how = { day: "numeric", month: "short", timeZone: "UTC" } as const;
    return new Intl.DateTimeFormat(locales[tag], hasYear ? { ...how, year: "numeric" } : how).format(monday);
}

export function PatternTags({ pattern: { tags = [] }, most }: { pattern: Pattern; most: number }) {
    if (tags.length === 0) return null;
    const rows = tags.slice(0, most).map(({ tag, count }) => ({ id: tag, label: tag, value: count }));
    return (
        <div class="pattern-tags">
            <p class="pattern-head">{say("tags")}</p>
            <Bars rows={rows} max={Math.max(...rows.map(({ value }) => value))} label={say("tags_count")} />
        </div>
    );
}
