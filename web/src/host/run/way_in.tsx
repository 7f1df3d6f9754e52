// The way in: the code to say aloud, the invitation to paste, the QR code, and the door.
import { useState } from "preact/hooks";
import { spacedCode, type Session } from "../../shared/meeting";
import { codeIsOf } from "../../shared/run_of";
import type { Live } from "../../shared/view/live";
import { Qr } from "../../shared/view/qr";
import { ActButton } from "./act_button";
import { canAct } from "../act";
import { setDoor } from "./steps";
import { say } from "./texts/room";

export function WayIn({ live, session }: { live: Live; session: Session }) {
    const [showsQr, setShowsQr] = useState(false);
    const { code, secret } = live.now;
    if (!canAct(live)) return <p class="meta">{say("code_offline")}</p>;
    if (!codeIsOf(live.all("session"), session.id)) return <p class="meta">{say("code_elsewhere")}</p>;
    if (!code || !secret) {
        return (
            <>
                <p class="meta">{say("no_code")}</p>
                <ActButton key="door" live={live} class="quiet" onAct={() => setDoor(live, session.id, true)}>
                    {say("open_door")}
                </ActButton>
            </>
        );
    }
    const link = `${location.origin}/j/#${secret}`;
    const invitation = say("invitation", { title: session.title, link, address: location.origin, code: spacedCode(code) });
    return (
        <>
            <p class="code room-code">{spacedCode(code)}</p>
            <p class="room-doors">
                <CopyButton text={invitation} />
                <button type="button" class="quiet" aria-expanded={showsQr} onClick={() => setShowsQr(!showsQr)}>
                    {say(showsQr ? "hide_qr" : "show_qr")}
                </button>
                <ActButton key="door" live={live} class="quiet" onAct={() => setDoor(live, session.id, false)}>
                    {say("close_door")}
                </ActButton>
            </p>
            {showsQr && (
                <div class="room-qr">
                    <Qr text={link} label={say("qr_label", { link })} />
                </div>
            )}
        </>
    );
}

// Pages that came without TLS have no clipboard: there the text is shown instead.
function CopyButton({ text }: { text: string }) {
    const [state, setState] = useState<"" | "copied" | "copy_failed">("");
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(text);
            setState("copied");
        } catch {
            setState("copy_failed");
        }
    };
    return (
        <>
            <button type="button" class="quiet" onClick={() => void copy()}>
                {say("copy")}
            </button>
            <span class="meta" role="status">
                {state && say(state)}
            </span>
            {state === "copy_failed" && <textarea class="room-invitation" readOnly rows={5} value={text} aria-label={say("copy")} />}
        </>
    );
}
