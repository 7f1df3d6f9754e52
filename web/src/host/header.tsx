// The line on top: where we are, whether all is saved, the way to the display, and out.
import type { ComponentChildren } from "preact";
import type { Live } from "../shared/view/live";
import { LanguageSwitch } from "../shared/view/parts";
import { sayReason } from "../shared/view/texts/reasons";
import { AccountMenu } from "./account_menu";
import { OpenDisplay } from "./display_link";
import { keepRefused } from "./paper/paper_steps";
import { account } from "./house";
import { SkipLink } from "./skip_link";
import { say } from "./texts/frame";

// One line of truth about what was changed here; `live` is the house's where no process is open.
function Saved({ live }: { live: Live }) {
    const { state } = live.connectionState.value;
    const commands = live.commands;
    const waiting = commands.filter((command) => command.state !== "refused").length;
    const isThere = state === "joined";
    const isAway = !isThere && state !== "read_only";
    const text =
        state === "read_only"
            ? say("read_only")
            : isAway
              ? say("away")
              : waiting > 0
                ? say("saving", { n: waiting })
                : say(live.process?.rehearsal ? "connected" : "saved"); // (of a rehearsal nothing is)
    return (
        <span class="state" role="status">
            <span class={isThere && waiting === 0 ? "dot" : "dot wait"} aria-hidden="true" />
            {/* (What waits stands on a line of its own, so that nothing moves when there is something.) */}
            <span class="state-text">
                {text}
                {isAway && waiting > 0 && (
                    <>
                        <span class="unseen"> · </span>
                        <span>{say("waiting", { n: waiting })}</span>
                    </>
                )}
            </span>
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

function Account() {
    const name = account.value?.name;
    const summary = (
        <>
            <span class={name ? "account-short" : undefined}>{say("account")}</span>
            {name && <span class="account-name">{name}</span>}
        </>
    );
    return (
        <AccountMenu summary={summary} say={say}>
            {name && <p class="account-short">{name}</p>}
            <LanguageSwitch />
        </AccountMenu>
    );
}

type HeaderProps = { live: Live | undefined; title: ComponentChildren; session?: string | undefined; more?: ComponentChildren };

export function Header({ live, title, session, more }: HeaderProps) {
    return (
        <>
            <header class="frame-head">
                <SkipLink />
                <a class="brand" href="#/" aria-label={say("home")}>
                    Samskap
                </a>
                <div class="frame-title" tabIndex={-1}>
                    {title}
                </div>
                {live && <Saved live={live} />}
                {live && session !== undefined && <OpenDisplay live={live} session={session} />}
                {more}
                <Account />
            </header>
            {live && <Refused live={live} />}
        </>
    );
}
