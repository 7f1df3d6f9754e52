// The line on top of the remote: whether it is connected, and what is seldom needed.
import { useRef, useState } from "preact/hooks";
import { hashOf } from "../../shared/host_route";
import type { Session } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { LanguageSwitch } from "../../shared/view/parts";
import { say as sayShared } from "../../shared/view/texts/shared";
import { account, logOut } from "../house";
import { SteerPanel } from "../run/steering";
import { say as sayFrame } from "../texts/frame";
import { say } from "./texts/remote";

type HeadProps = { live: Live; session: Session };

export function Head({ live, session }: HeadProps) {
    return (
        <header class="remote-head">
            <a class="skip" href="#main" onClick={toMain}>
                {sayFrame("skip")}
            </a>
            <span class="remote-title">{session.title}</span>
            {live.process?.rehearsal && <span class="remote-mark">{sayShared("rehearsal")}</span>}
            <Contact live={live} />
            <More live={live} session={session} />
        </header>
    );
}

// (The fragment is the page's own: a link to a place in the page would be taken for a screen.)
function toMain(event: Event): void {
    event.preventDefault();
    document.getElementById("main")?.focus();
}

function Contact({ live }: { live: Live }) {
    const { state } = live.connectionState.value;
    const isSending = state === "joined" && live.commands.some((command) => command.state !== "refused");
    const isThere = state === "joined" && !isSending;
    return (
        <span class="state" role="status">
            <span class={isThere ? "dot" : "dot wait"} aria-hidden="true" />
            {say(isSending ? "sending" : state)}
        </span>
    );
}

function More({ live, session }: HeadProps) {
    const [failed, setFailed] = useState(false);
    const box = useRef<HTMLDetailsElement>(null);
    const close = () => (box.current!.open = false);
    const leave = async () => {
        setFailed(false);
        await logOut(() => location.reload());
        setFailed(true);
    };
    const keyDown = (event: KeyboardEvent) => {
        if (event.key !== "Escape" || !box.current!.open) return;
        close();
        box.current!.querySelector("summary")?.focus();
    };
    const leaveBox = (event: FocusEvent) => {
        if (event.relatedTarget instanceof Node && !box.current!.contains(event.relatedTarget)) close();
    };
    const at = { process: live.process!.id, session: session.id };
    return (
        <details ref={box} class="account remote-more" onKeyDown={keyDown} onFocusOut={leaveBox}>
            <summary>{say("more")}</summary>
            <div class="account-box">
                {account.value?.name && <p>{say("as", { name: account.value.name })}</p>}
                <SteerPanel live={live} session={session} />
                <a class="button quiet" href={hashOf({ screen: "run", ...at, tab: "" })}>
                    {say("whole")}
                </a>
                <LanguageSwitch />
                <button type="button" class="quiet" onClick={() => void leave()}>
                    {say("log_out")}
                </button>
                {failed && (
                    <p class="said wrong" role="alert">
                        {say("log_out_failed")}
                    </p>
                )}
            </div>
        </details>
    );
}
