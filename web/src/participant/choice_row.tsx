// One choice of a vote: what it says, my votes on it between − and +, and the room's where the result is open.
import { Bar } from "./bar";
import { say } from "./texts/ballot";

interface Props {
    id: string;
    text: string;
    votes: number;
    isFull: boolean;
    result: { votes: number; most: number } | undefined;
    change(by: 1 | -1): void;
}

const keys: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, "+": 1, ArrowLeft: -1, ArrowDown: -1, "-": -1 };

// A button that cannot do anything now stays one: whoever stands on it by keyboard must not fall out of the page.
export function ChoiceRow({ id, text, votes, isFull, result, change }: Props) {
    const onKeyDown = (event: KeyboardEvent) => {
        const by = keys[event.key];
        if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        change(by);
    };
    return (
        <li class={`choice ${votes > 0 ? "given" : ""}`}>
            <span id={`choice-${id}`} class="choice-text">
                {text}
            </span>
            <span class="choice-votes" role="group" aria-labelledby={`choice-${id}`} onKeyDown={onKeyDown}>
                <button type="button" aria-label={say("less", { choice: text })} aria-disabled={votes === 0} onClick={() => change(-1)}>
                    −
                </button>
                <b>{votes}</b>
                <button type="button" aria-label={say("more", { choice: text })} aria-disabled={isFull} onClick={() => change(1)}>
                    +
                </button>
            </span>
            {result && (
                <span class="choice-result">
                    <Bar n={result.votes} of={result.most} />
                    <span class="meta">{say("votes", { n: result.votes })}</span>
                </span>
            )}
        </li>
    );
}
