// What a round came to: a ballot's votes, a notes round's counts.
import type { Live } from "../../shared/view/live";
import { say } from "./texts/results";

export function ResultsTab({ live, round: id }: { live: Live; round: string }) {
    const round = live.find("round", id);
    const tally = live.find("tally", id);
    if (!round?.ballot || !tally?.choices) return <p class="meta">{say("none")}</p>;
    const votes = new Map(tally.choices.map((choice) => [choice.id, choice.votes]));
    return (
        <ol>
            {round.ballot.choices.map(({ id: choice, text }) => (
                <li key={choice}>
                    {text} {votes.get(choice) ?? 0}
                </li>
            ))}
        </ol>
    );
}
