// What a vote came to: the choices by votes, one's own marked, and where it has a cut which go on.
import { Fragment } from "preact";
import { resultRows, type ResultRow } from "../shared/ballot_result";
import { isRunning, type Round } from "../shared/meeting";
import { cutOf, lastAbove, type Cut } from "../shared/passes";
import { showsResult } from "../shared/stage_of";
import { myVotes } from "../shared/votes";
import type { Live } from "../shared/view/live";
import { Bar } from "./bar";
import { RefusedVotes } from "./refused_votes";
import { say } from "./texts/ballot";
import "./ballot.css";

export function BallotResult({ live, round }: { live: Live; round: Round }) {
    const tally = live.find("tally", round.id);
    if (!round.ballot || !showsResult(round)) return null;
    if (!tally) return <p class="meta">{say("result_comes")}</p>;
    const rows = resultRows(round, tally);
    const most = Math.max(...rows.map(({ votes }) => votes));
    const cut = cutOf(round, rows);
    const last = cut && lastAbove(rows, cut);
    const mine = myVotes(round, live.mine("votes", round.id), live.commands);
    return (
        <div class="ballot-result" tabIndex={-1}>
            <RefusedVotes live={live} cast={mine} around=".ballot-result" />
            <p class="meta">
                {round.state === "closed" && say("closed")}{" "}
                {tally.voters > 0 && `${say("voters", { n: tally.voters })}${tally.hands ? `, ${say("by_hand", { n: tally.hands })}` : ""} · `}
                {say("votes", { n: tally.votes })}
            </p>
            {cut && <GoesOn live={live} rows={rows} cut={cut} />}
            <ol class="choices">
                {rows.map(({ id, text, votes }) => (
                    <Fragment key={id}>
                        <li class={`choice result ${mine.on(id) > 0 ? "given" : ""}`}>
                            <span class="choice-text" lang={live.tongue}>
                                {text}
                            </span>
                            <b>{say("votes", { n: votes })}</b>
                            <Bar n={votes} of={most} />
                            {cut && <Side cut={cut} id={id} />}
                            {mine.on(id) > 0 && <span class="meta">{say("yours", { n: mine.on(id) })}</span>}
                        </li>
                        {id === last && <li class="choice-line">{say("line")}</li>}
                    </Fragment>
                ))}
            </ol>
            {!isRunning(round) && mine.left === round.ballot.budget && <p class="meta">{say("yours_none")}</p>}
        </div>
    );
}

// How many go on, and what stands on the line, for whoever leads to decide.
function GoesOn({ live, rows, cut: { cut, chosen, tied } }: { live: Live; rows: readonly ResultRow[]; cut: Cut }) {
    const names = rows.filter(({ id }) => tied.includes(id)).map(({ text }) => text);
    const isFewer = names.length === 0 && chosen.length < cut;
    return (
        <p>
            {isFewer ? say("goes_fewer", { n: chosen.length }) : say("goes_on", { n: cut })}
            {names.length > 0 && (
                <>
                    {" "}
                    {say("tied")} <span lang={live.tongue}>{names.join(", ")}</span>.
                </>
            )}
        </p>
    );
}

function Side({ cut, id }: { cut: Cut; id: string }) {
    const side = cut.sides.get(id);
    if (side === undefined || side === "out") return null;
    return <span class="choice-side">{say(`side_${side}`)}</span>;
}
