// A result as text, to be taken into a letter or minutes.
import { useState } from "preact/hooks";
import { say } from "./texts/results";

// Where the browser lets nothing be copied, the text stands there to be copied by hand.
export function CopyText({ text }: { text: string }) {
    const [state, setState] = useState<"" | "copied" | "by_hand">("");
    const copy = () => {
        const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
        done.then(
            () => setState("copied"),
            () => setState("by_hand"),
        );
    };
    return (
        <div class="results-copy">
            <button type="button" onClick={copy}>
                {say("copy")}
            </button>
            <span role="status" class="meta">
                {state && say(state)}
            </span>
            {state === "by_hand" && <textarea readOnly rows={8} aria-label={say("copy")} value={text} onFocus={(event) => event.currentTarget.select()} />}
        </div>
    );
}
