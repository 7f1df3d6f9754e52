// Where people stand on a scale's statements: for each the bars of its steps, and the mean.
import type { Round } from "../../shared/meeting";
import { Bars } from "../../shared/view/bars";
import { askedBefore, meansBefore, scaleRows, whyUntold, type ScaleRow } from "../../shared/scale";
import { showsResult } from "../../shared/stage_of";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { CopyButton } from "../copy";
import { say } from "./texts/results";

export function ScaleResult({ live, round }: { live: Live; round: Round }) {
    if (!showsResult(round)) return <Awaited round={round} />;
    const rows = scaleRows(round, live.find("scale_tally", round.id));
    const before = askedBefore(round, live.all("round"), live.all("session"));
    const last = before && showsResult(before) ? meansBefore(round, before, live.find("scale_tally", before.id)) : new Map<string, number>();
    return (
        <>
            <p class="meta">{stepsOf(round)}</p>
            {round.state !== "closed" && <p class="meta">{say("scale_open")}</p>}
            {rows.map((row) => (
                <Statement key={row.id} row={row} round={round} last={last.get(row.id)} />
            ))}
            {rows.some(({ counts }) => counts) && (
                <div class="results-copy">
                    <CopyButton text={asText(round, rows, last)} label={say("copy")} name={say("copy")} rows={8} />
                </div>
            )}
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

type StatementProps = { row: ScaleRow; round: Round; last: number | undefined };

function Statement({ row, round, last }: StatementProps) {
    const { text, answered, counts, told, mean } = row;
    const { steps = 0, low, high } = round.scale ?? {};
    const said = [
        told < answered && say("so_far", { n: told }),
        mean !== undefined && say("mean", { mean: rounded(mean), steps }),
        last !== undefined && say("last_time", { mean: rounded(last) }),
    ].filter(Boolean);
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

// "Vi kom framåt. 14 har svarat · medel 4,1 av 5 · förra gången 3,8", and how many chose each step.
function asText(round: Round, rows: readonly ScaleRow[], last: ReadonlyMap<string, number>): string {
    const lines = rows.map(({ id, text, answered, counts, mean }) => {
        const before = last.get(id);
        const facts = [
            say("answered", { n: answered }),
            ...(mean === undefined ? [] : [say("mean", { mean: rounded(mean), steps: round.scale?.steps ?? 0 })]),
            ...(before === undefined ? [] : [say("last_time", { mean: rounded(before) })]),
            ...(counts ? [counts.map((count, i) => `${i + 1}: ${count}`).join(", ")] : []),
        ];
        return `${text}\n${facts.join(" · ")}`;
    });
    return [round.question, stepsOf(round), "", ...lines].join("\n");
}

function rounded(mean: number): string {
    return mean.toLocaleString(language.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
