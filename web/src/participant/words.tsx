// The words that most people wrote, and who counts how behind each.
import { basisOf, sortedOut } from "../shared/words_explained";
import type { Words } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { say } from "./texts/words";

export function WordsScreen({ list }: { live: Live; list: Words }) {
    const { counted, aside } = sortedOut(list.words ?? []);
    return (
        <section class="words">
            <h1>{list.title}</h1>
            <p class="meta">{basisOf(list).map(({ key, n }) => say(key, { n })).join(" ")}</p>
            <ol>
                {counted.map((row) => (
                    <li key={row.word}>
                        {row.label} <b>{row.persons}</b>
                    </li>
                ))}
            </ol>
            {aside.length > 0 && <p class="meta">{say("aside", { words: aside.map(({ label }) => label).join(", ") })}</p>}
        </section>
    );
}
