// A vote with a budget: choices with − and +, and what is left of the votes.
import { shuffledChoices, type Round } from "../shared/meeting";
import { canGive, myVotes, nextVote } from "../shared/votes";
import type { Live } from "../shared/view/live";
import { Promise } from "../shared/view/parts";
import { say } from "./texts/ballot";

export function BallotScreen({ live, round }: { live: Live; round: Round }) {
    if (!round.ballot) return null;
    const seed = (live.allMine("participant")[0]?.id ?? "") + round.id;
    const cast = myVotes(round, live.mine("votes", round.id), live.commands);
    const put = (choice: string, votes: number) => void live.session.outbox.put("vote.put", nextVote(round.id, choice, votes, cast));
    return (
        <section class="ballot">
            <h1>{round.question}</h1>
            <Promise round={round} />
            <ul class="choices">
                {shuffledChoices(round.ballot.choices, seed).map(({ id, text }) => (
                    <li key={id} class="choice">
                        <span>{text}</span>
                        <button type="button" aria-label={say("less", { choice: text })} disabled={cast.on(id) === 0} onClick={() => put(id, cast.on(id) - 1)}>−</button>
                        <output>{cast.on(id)}</output>
                        <button type="button" aria-label={say("more", { choice: text })} disabled={!canGive(round, cast, id)} onClick={() => put(id, cast.on(id) + 1)}>+</button>
                    </li>
                ))}
            </ul>
            <p>{say("left", { left: cast.left, budget: round.ballot.budget })}</p>
        </section>
    );
}
