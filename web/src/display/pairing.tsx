// A display without a token: asks for the short code that a host's page shows.
import { useId, useState } from "preact/hooks";
import type { StopReason } from "../shared/connection";
import { LanguageSwitch } from "../shared/view/parts";
import { say } from "./texts/page";
import "./pairing.css";

const DIGITS = 8;

interface PairingProps {
    isTrying: boolean;
    stopped: StopReason | undefined;
    pair(code: string): void;
    // Goes on with what it is known by: in the place of the window that took ours, or after trouble.
    again: (() => void) | undefined;
}

export function Pairing({ isTrying, stopped, pair, again }: PairingProps) {
    const [typed, setTyped] = useState("");
    const field = useId();
    const [wasTried, setTried] = useState(false);
    const digits = typed.replace(/\D/g, "");
    const isWhole = digits.length === DIGITS;
    const submit = (event: Event) => {
        event.preventDefault();
        setTried(true);
        if (isWhole) pair(digits);
    };
    if (again) return <Stopped isElsewhere={stopped === "replaced"} again={again} />;
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
            <Said id={`${field}-said`} isTrying={isTrying} wrong={wasTried && !isWhole ? say("eight_digits") : stopped && whyNot(stopped, wasTried)} />
            <LanguageSwitch />
        </main>
    );
}

function Said({ id, isTrying, wrong }: { id: string; isTrying: boolean; wrong: string | undefined }) {
    return (
        <p class={wrong && !isTrying ? "said wrong" : "said"} id={id} role="status">
            {isTrying ? say("pair_trying") : wrong}
        </p>
    );
}

function whyNot(reason: StopReason, wasTried: boolean): string {
    if (reason === "wrong_code") return say("wrong_code");
    return wasTried ? say("pair_failed") : say("forgotten");
}

function Stopped({ isElsewhere, again }: { isElsewhere: boolean; again(): void }) {
    return (
        <main class="pairing">
            <h1>{say("pair_title")}</h1>
            <p>{say(isElsewhere ? "replaced" : "unavailable")}</p>
            <p>
                <button class="primary" onClick={again}>
                    {say(isElsewhere ? "here" : "try_again")}
                </button>
            </p>
        </main>
    );
}
