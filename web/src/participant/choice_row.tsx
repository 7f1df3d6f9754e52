// One choice of a vote: what it says, my votes on it between − and +, and the room's where the result is open.
import { Bar } from "./bar";
import { say } from "./texts/ballot";

interface Props {
    id: string;
    text: string;
    // In which language it is.
    tongue: string | undefined;
    votes: number;
    isFull: boolean;
    result: { votes: number; most: number } | undefined;
    change(by: 1 | -1): void;
}

const keys: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, "+": 1, ArrowLeft: -1, ArrowDown: -1, "-": -1 };

export function ChoiceRow({ id, text, tongue, votes, isFull, result, change }: Props) {
    const onKeyDown = (event: KeyboardEvent) => {
        const by = keys[event.key];
        if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        change(by);
    };
    return (
        <li class={`choice ${votes > 0 ? "given" : ""}`}>
            <span id={`choice-${id}`} class="choice-text" lang={tongue}>
                {text}
            </span>
            <span class="choice-votes" role="group" aria-labelledby={`choice-${id}`} onKeyDown={onKeyDown}>
                <Step label={say("less", { choice: text })} isOff={votes === 0} press={() => change(-1)}>
                    −
                </Step>
                <b>{votes}</b>
                <Step label={say("more", { choice: text })} isOff={isFull} press={() => change(1)}>
                    +
                </Step>
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

// A button that cannot do anything now stays one: whoever stands on it by keyboard must not fall out of the page.
function Step({ label, isOff, press, children }: { label: string; isOff: boolean; press(): void; children: string }) {
    return (
        <button type="button" aria-label={label} aria-disabled={isOff} onClick={press}>
            {children}
        </button>
    );
}
