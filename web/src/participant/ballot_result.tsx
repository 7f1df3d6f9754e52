// What a vote came to: the choices by votes, one's own marked.
import { resultRows } from "../shared/ballot_result";
import { isRunning, type Round } from "../shared/meeting";
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
    const mine = myVotes(round, live.mine("votes", round.id), live.commands);
    return (
        <div class="ballot-result" tabIndex={-1}>
            <RefusedVotes live={live} cast={mine} around=".ballot-result" />
            <p class="meta">
                {round.state === "closed" && say("closed")}{" "}
                {tally.voters > 0 && `${say("voters", { n: tally.voters })}${tally.hands ? `, ${say("by_hand", { n: tally.hands })}` : ""} · `}
                {say("votes", { n: tally.votes })}
            </p>
            <ol class="choices">
                {rows.map(({ id, text, votes }) => (
                    <li key={id} class={`choice result ${mine.on(id) > 0 ? "given" : ""}`}>
                        <span class="choice-text" lang={live.tongue}>
                            {text}
                        </span>
                        <b>{say("votes", { n: votes })}</b>
                        <Bar n={votes} of={most} />
                        {mine.on(id) > 0 && <span class="meta">{say("yours", { n: mine.on(id) })}</span>}
                    </li>
                ))}
            </ol>
            {!isRunning(round) && mine.left === round.ballot.budget && <p class="meta">{say("yours_none")}</p>}
        </div>
    );
}
