// The line on top: where we are, whether all is saved, the way to the display, and out.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Live } from "../shared/view/live";
import { LanguageSwitch } from "../shared/view/parts";
import { sayReason } from "../shared/view/texts/reasons";
import { OpenDisplay } from "./display_link";
import { keepRefused } from "./paper/paper_steps";
import { account, logOut } from "./house";
import { say } from "./texts/frame";

// One line of truth about what was changed here; `live` is the house's where no process is open.
function Saved({ live }: { live: Live }) {
    const { state } = live.connectionState.value;
    const commands = live.commands;
    const waiting = commands.filter((command) => command.state !== "refused").length;
    const isThere = state === "joined";
    const text =
        state === "read_only"
            ? say("read_only")
            : !isThere
              ? say("waiting", { n: waiting })
              : waiting > 0
                ? say("saving", { n: waiting })
                : say(live.process?.rehearsal ? "connected" : "saved"); // (of a rehearsal nothing is)
    return (
        <span class="state" role="status">
            <span class={isThere && waiting === 0 ? "dot" : "dot wait"} aria-hidden="true" />
            {text}
        </span>
    );
}

// What was refused while nobody looked, such as what waited on this device when the page was closed.
export function Refused({ live }: { live: Live }) {
    const refused = live.commands.filter((command) => command.state === "refused");
    if (refused.length === 0) return null;
    const reasons = [...new Set(refused.map((command) => sayReason(command.refused!.reason)))];
    const seen = () => {
        keepRefused(live);
        refused.forEach(({ command }) => live.session.outbox.dismiss(command));
    };
    return (
        <div class="frame-said said wrong" role="alert">
            <p>
                <strong>{say("refused", { n: refused.length })}.</strong> {reasons.join(" ")}
            </p>
            <button type="button" class="quiet" onClick={seen}>
                {say("seen")}
            </button>
        </div>
    );
}

function AccountMenu() {
    const [failed, setFailed] = useState(false);
    const leave = async () => {
        setFailed(false);
        await logOut();
        setFailed(true);
    };
    const box = useRef<HTMLDetailsElement>(null);
    const close = () => (box.current!.open = false);
    const keyDown = (event: KeyboardEvent) => {
        if (event.key !== "Escape" || !box.current!.open) return;
        close();
        box.current!.querySelector("summary")?.focus();
    };
    // (Whoever goes on by keyboard or mouse has left it.)
    const leaveBox = (event: FocusEvent) => {
        if (event.relatedTarget instanceof Node && !box.current!.contains(event.relatedTarget)) close();
    };
    return (
        <details ref={box} class="account" onKeyDown={keyDown} onFocusOut={leaveBox}>
            <summary>
                <span class={account.value?.name ? "account-short" : undefined}>{say("account")}</span>
                {account.value?.name && <span class="account-name">{account.value.name}</span>}
            </summary>
            <div class="account-box">
                {account.value?.name && <p class="account-short">{account.value.name}</p>}
                <LanguageSwitch />
                <button type="button" class="quiet" onClick={leave}>
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

type HeaderProps = { live: Live | undefined; title: ComponentChildren; session?: string | undefined; more?: ComponentChildren };

export function Header({ live, title, session, more }: HeaderProps) {
    return (
        <>
            <header class="frame-head">
                <a class="skip" href="#main" onClick={toMain}>
                    {say("skip")}
                </a>
                <a class="brand" href="#/" aria-label={say("home")}>
                    Samskap
                </a>
                <div class="frame-title" tabIndex={-1}>
                    {title}
                </div>
                {live && <Saved live={live} />}
                {live && session !== undefined && <OpenDisplay live={live} session={session} />}
                {more}
                <AccountMenu />
            </header>
            {live && <Refused live={live} />}
        </>
    );
}

// (The fragment is the page's own: a link to a place in the page would be taken for a screen.)
function toMain(event: Event): void {
    event.preventDefault();
    document.getElementById("main")?.focus();
}
