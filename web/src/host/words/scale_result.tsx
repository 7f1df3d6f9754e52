// Where people stand on a scale's statements: for each the bars of its steps, and the mean.
import type { Round } from "../../shared/meeting";
import { Bars } from "../../shared/view/bars";
import { scaleRows, whyUntold, type ScaleRow } from "../../shared/scale";
import { showsResult } from "../../shared/stage_of";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { say } from "./texts/results";

export function ScaleResult({ live, round }: { live: Live; round: Round }) {
    if (!showsResult(round)) return <Awaited round={round} />;
    const rows = scaleRows(round, live.find("scale_tally", round.id));
    return (
        <>
            <p class="meta">{stepsOf(round)}</p>
            {round.state !== "closed" && <p class="meta">{say("scale_open")}</p>}
            {rows.map((row) => (
                <Statement key={row.id} row={row} round={round} />
            ))}
        </>
    );
}

function stepsOf({ scale }: Round): string {
    const { steps: n = 0, low, high } = scale ?? {};
    return low && high ? say("steps_named", { n, low, high }) : say("steps", { n });
}

// No result yet: what there is to take a stand on.
function Awaited({ round }: { round: Round }) {
    return (
        <>
            <p>{say(round.state === "planned" ? "not_opened" : "hidden")}</p>
            <p class="meta">{stepsOf(round)}</p>
            <ul class="results-choices">
                {(round.scale?.statements ?? []).map(({ id, text }) => (
                    <li key={id}>{text}</li>
                ))}
            </ul>
        </>
    );
}

function Statement({ row, round }: { row: ScaleRow; round: Round }) {
    const { text, answered, counts, told, mean } = row;
    const { steps = 0, low, high } = round.scale ?? {};
    const said = [told < answered && say("so_far", { n: told }), mean !== undefined && say("mean", { mean: rounded(mean), steps })].filter(Boolean);
    const bars = counts?.map((count, i) => ({
        id: String(i + 1),
        label: say("chose", { some: count, all: told, step: i + 1 }),
        value: count,
        more: i === 0 ? low : i === steps - 1 ? high : undefined,
    }));
    return (
        <section class="results-statement">
            <h2>{text}</h2>
            {bars ? (
                <>
                    <p class="meta">{[say("answered", { n: answered }), ...said].join(" · ")}</p>
                    <Bars rows={bars} max={told} label={say("chosen", { text })} />
                </>
            ) : (
                <p class="meta">{say(whyUntold(row))}</p>
            )}
        </section>
    );
}

function rounded(mean: number): string {
    return mean.toLocaleString(language.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
