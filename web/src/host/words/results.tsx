// What a round came to: a ballot's votes, where people stand on a scale, a notes round's counts.
import "./bar.css";
import "./results.css";
import { useState } from "preact/hooks";
import type { CutSide } from "../../shared/cut";
import { cutOf, lastAbove, type Cut } from "../../shared/passes";
import { resultRows, type ResultRow } from "../../shared/ballot_result";
import type { Round } from "../../shared/meeting";
import { showsResult } from "../../shared/stage_of";
import type { Live } from "../../shared/view/live";
import { CopyButton } from "../copy";
import type { Source, Made } from "./ballot_of_words";
import { Comparison, CutSummary } from "./cut_result";
import { MakeBallot } from "./make_ballot";
import { NotesCounts } from "./notes_counts";
import { ScaleResult } from "./scale_result";
import { say as sayCut } from "./texts/cut";
import { say } from "./texts/results";
import "./words.css";

// `goTo`: brings a vote on that was made here.
type ResultsTabProps = { live: Live; round: string; goTo(made: Made): Promise<unknown> };

export function ResultsTab({ live, round: id, goTo }: ResultsTabProps) {
    const round = live.find("round", id);
    if (!round) return <p class="meta">{say(live.isWhole ? "gone" : "loading")}</p>;
    return (
        <section class="results" aria-label={say("heading")}>
            {round.form === "ballot" && <BallotResult live={live} round={round} goTo={goTo} />}
            {round.form === "scale" && <ScaleResult live={live} round={round} />}
            {round.form === "notes" && <NotesCounts live={live} round={round} />}
        </section>
    );
}

function BallotResult({ live, round, goTo }: { live: Live; round: Round } & Pick<ResultsTabProps, "goTo">) {
    const tally = live.find("tally", round.id);
    const [source, make] = useState<Source>();
    if (round.state === "planned" || !showsResult(round)) return <Awaited round={round} />;
    const rows = resultRows(round, tally);
    const cut = cutOf(round, rows);
    const votes = tally?.votes ?? 0;
    const voters = tally?.voters ?? 0;
    const hands = tally?.hands ?? 0;
    const base = `${say("votes", { n: votes })} ${say("of_voters", { n: voters })}${hands > 0 ? `, ${say("with_hands", { n: hands })}` : ""}`;
    if (source)
        return (
            <div class="words">
                <MakeBallot live={live} source={source} session={round.session} close={() => make(undefined)} goTo={goTo} />
            </div>
        );
    return (
        <>
            <p class="meta">{base}</p>
            {round.state !== "closed" && <p class="meta">{say("still_open")}</p>}
            {cut && <CutSummary live={live} round={round} rows={rows} cut={cut} make={make} />}
            {votes === 0 ? <p>{say("none")}</p> : <ResultTable rows={rows} cut={cut} voters={voters} hands={hands} isFinal={round.state === "closed"} question={round.question} />}
            {votes > 0 && <Comparison live={live} round={round} rows={rows} />}
            {votes > 0 && (
                <div class="results-copy">
                    <CopyButton text={asText(round, rows, base, hands > 0)} label={say("copy")} name={say("copy")} rows={8} />
                </div>
            )}
        </>
    );
}

// No result yet: what there is to vote on, in the ballot's own order. How many have voted stands with the question.
function Awaited({ round }: { round: Round }) {
    const { choices = [], budget = 0 } = round.ballot ?? {};
    return (
        <>
            <p>{say(round.state === "planned" ? "not_opened" : "hidden")}</p>
            <p class="meta">{`${say("choices", { n: choices.length })} ${say("budget", { n: budget })}`}</p>
            <ul class="results-choices">
                {choices.map(({ id, text }) => (
                    <li key={id}>{text}</li>
                ))}
            </ul>
        </>
    );
}

// (Of raised hands nobody knows how many people are behind each choice: there people are those who voted by phone.)
type ResultTableProps = { rows: ResultRow[]; cut: Cut | undefined; voters: number; hands: number; isFinal: boolean; question: string };

function ResultTable({ rows, cut, voters, hands, isFinal, question }: ResultTableProps) {
    const last = cut && lastAbove(rows, cut);
    const max = Math.max(1, ...rows.map(({ votes }) => votes));
    return (
        <table class="results-table">
            <caption class="unseen">{question}</caption>
            <thead>
                <tr>
                    {isFinal && <th scope="col">{say("place")}</th>}
                    <th scope="col">{say("choice")}</th>
                    <th scope="col">{say("votes_head")}</th>
                    <th scope="col">{say(hands > 0 ? "phones_head" : "voters_head")}</th>
                </tr>
            </thead>
            <tbody>
                {rows.map((row) => (
                    <tr key={row.id} class={row.id === last ? "results-last" : undefined}>
                        {isFinal && <td class="results-place">{placeOf(row)}</td>}
                        <th scope="row">
                            {row.text}
                            {cut && <Side side={cut.sides.get(row.id)} isLast={row.id === last} />}
                            {row.hands > 0 && <small class="meta results-hands">{say("hands", { n: row.hands })}</small>}
                        </th>
                        <td class="results-figure">
                            <span class="figure-bar" aria-hidden="true">
                                <span style={{ inlineSize: `${(100 * row.votes) / max}%` }} />
                            </span>
                            <b>{row.votes}</b>
                        </td>
                        <td class="results-number">{say("some_of", { some: row.voters, all: voters - hands })}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

function Side({ side, isLast }: { side: CutSide | undefined; isLast: boolean }) {
    if (side === undefined || side === "out") return null;
    return (
        <small class="results-side">
            {sayCut(`side_${side}`)}
            {isLast && <span class="unseen">. {sayCut("line")}</span>}
        </small>
    );
}

function placeOf({ place, tied, votes }: ResultRow): string {
    if (votes === 0) return "–";
    return tied ? say("place_tied", { place }) : String(place);
}

function asText(round: Round, rows: ResultRow[], base: string, hasHands: boolean): string {
    const lineOf = (row: ResultRow) =>
        say(hasHands ? "line_hands" : "line", { place: placeOf(row), text: row.text, n: row.votes, voters: row.voters, hands: row.hands });
    return [round.question, base, "", ...rows.map(lineOf)].join("\n");
}
