// The words that most people wrote: lists over the session's rounds, and what is decided about them.
import type { Live } from "../../shared/view/live";
import { say } from "./texts/words";

export interface WordsTabProps {
    live: Live;
    session: string;
    // The round that is looked at; its lists come first.
    round?: string | undefined;
}

export function WordsTab({ live, round }: WordsTabProps) {
    const lists = live.all("words").filter(({ rounds }) => round === undefined || rounds.includes(round));
    if (lists.length === 0) return <p class="meta">{say("none")}</p>;
    return (
        <ol>
            {lists[0]!.words?.map(({ word, label, persons }) => (
                <li key={word}>
                    {label} {persons}
                </li>
            ))}
        </ol>
    );
}
