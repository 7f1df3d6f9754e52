// How people stand to each statement of a scale, in words and as bars; one's own answer beside.
import { type Round } from "../shared/meeting";
import { myAnswers, scaleRows, whyUntold, type ScaleRow } from "../shared/scale";
import { showsResult } from "../shared/stage_of";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { say as sayShared } from "../shared/view/texts/shared";
import { Bar } from "./bar";
import { say } from "./texts/scale";
import "./scale.css";

export function ScaleResult({ live, round }: { live: Live; round: Round }) {
    const tally = live.find("scale_tally", round.id);
    if (!showsResult(round)) return null;
    if (!tally) return <p class="meta">{say("result_comes")}</p>;
    const mine = myAnswers(round, live.mine("answers", round.id), live.commands);
    return (
        <ul class="scale-result">
            {scaleRows(round, tally).map((row) => (
                <li key={row.id}>
                    <p class="scale-said" lang={live.tongue}>
                        {row.text}
                    </p>
                    {row.counts || whyUntold(row) !== "too_few" ? (
                        <p class="meta">{[say("answered", { n: row.answered }), soFar(row), meanSaid(row)].filter(Boolean).join(" · ")}</p>
                    ) : null}
                    {row.counts ? <Steps live={live} round={round} counts={row.counts} /> : <p class="meta">{say(whyUntold(row))}</p>}
                    {mine.on(row.id) > 0 && <p class="meta">{say("yours", { n: mine.on(row.id) })}</p>}
                </li>
            ))}
        </ul>
    );
}

function soFar({ told, answered }: ScaleRow): string | undefined {
    return told > 0 && told < answered ? say("so_far", { n: told }) : undefined;
}

function meanSaid({ mean }: ScaleRow): string | undefined {
    if (mean === undefined) return undefined;
    return say("mean", { mean: new Intl.NumberFormat(language.value, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(mean) });
}

function Steps({ live, round, counts }: { live: Live; round: Round; counts: readonly number[] }) {
    const most = Math.max(1, ...counts);
    const { low, high } = round.scale!;
    const name = (label: string | undefined) => label && <small lang={live.tongue}>{label}</small>;
    return (
        <ol class="scale-steps">
            {counts.map((n, i) => (
                <li key={i}>
                    <span class="unseen">{say("steps", { people: sayShared("people", { n }), n: i + 1 })}</span>
                    <span aria-hidden="true">{i + 1}</span>
                    <Bar n={n} of={most} />
                    <b aria-hidden="true">{n}</b>
                    {name(i === 0 ? low : i === counts.length - 1 ? high : undefined)}
                </li>
            ))}
        </ol>
    );
}
