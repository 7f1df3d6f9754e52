// The line on top of the remote: whether it is connected, and what is seldom needed.
import { hashOf } from "../../shared/host_route";
import type { Session } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { LanguageSwitch } from "../../shared/view/parts";
import { say as sayShared } from "../../shared/view/texts/shared";
import { AccountMenu } from "../account_menu";
import { account } from "../house";
import { SteerPanel } from "../run/steering";
import { SkipLink } from "../skip_link";
import { say } from "./texts/remote";

type HeadProps = { live: Live; session: Session };

export function Head({ live, session }: HeadProps) {
    return (
        <header class="remote-head">
            <SkipLink />
            <span class="remote-title">{session.title}</span>
            {live.process?.rehearsal && <span class="remote-mark">{sayShared("rehearsal")}</span>}
            <Contact live={live} />
            <More live={live} session={session} />
        </header>
    );
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
    const at = { process: live.process!.id, session: session.id };
    return (
        <AccountMenu class="remote-more" summary={say("more")} say={say} done={() => location.reload()}>
            {account.value?.name && <p>{say("as", { name: account.value.name })}</p>}
            <SteerPanel live={live} session={session} />
            <a class="button quiet" href={hashOf({ screen: "camera", ...at })}>
                {say("camera")}
            </a>
            <a class="button quiet" href={hashOf({ screen: "run", ...at, tab: "" })}>
                {say("whole")}
            </a>
            <LanguageSwitch />
        </AccountMenu>
    );
}
