// A display without a token: asks for the short code that a host's page shows.
import { useId, useState } from "preact/hooks";
import type { StopReason } from "../shared/connection";
import { LanguageSwitch } from "../shared/view/parts";
import { say } from "./texts/page";
import "./pairing.css";

interface PairingProps {
    isTrying: boolean;
    stopped: StopReason | undefined;
    pair(code: string): void;
    // Takes the place of the window that took ours.
    again: (() => void) | undefined;
}

export function Pairing({ isTrying, stopped, pair, again }: PairingProps) {
    const [typed, setTyped] = useState("");
    const field = useId();
    const [tried, setTried] = useState(false);
    const digits = typed.replace(/\s/g, "");
    const submit = (event: Event) => {
        event.preventDefault();
        if (digits === "") return;
        setTried(true);
        pair(digits);
    };
    if (again) return <Elsewhere again={again} />;
    return (
        <main class="pairing">
            <h1>{say("pair_title")}</h1>
            <p>{say("pair_lead")}</p>
            <form onSubmit={submit}>
                <label for={field}>{say("pair_code")}</label>
                <input
                    id={field} class="code" inputMode="numeric" autoComplete="off" autoCapitalize="none" spellcheck={false}
                    value={typed} onInput={(event) => setTyped(event.currentTarget.value)} aria-describedby={`${field}-said`}
                />
                <button class="primary" disabled={isTrying}>
                    {say("pair_send")}
                </button>
            </form>
            <p class={stopped && !isTrying ? "said wrong" : "said"} id={`${field}-said`} role="status">
                {isTrying ? say("pair_trying") : stopped ? whyNot(stopped, tried) : ""}
            </p>
            <LanguageSwitch />
        </main>
    );
}

function whyNot(reason: StopReason, tried: boolean): string {
    if (reason === "wrong_code") return say("wrong_code");
    return tried ? say("pair_failed") : say("forgotten");
}

function Elsewhere({ again }: { again(): void }) {
    return (
        <main class="pairing">
            <h1>{say("pair_title")}</h1>
            <p>{say("replaced")}</p>
            <p>
                <button class="primary" onClick={again}>
                    {say("here")}
                </button>
            </p>
        </main>
    );
}
