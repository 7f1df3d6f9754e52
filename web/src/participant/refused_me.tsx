// What the server did not take of who I am, or of my answer about research: why, and what to do about it. Said wherever
// somebody is in the meeting, for they said it long ago and have gone on.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { Reason } from "../generated/types";
import { refusedOf } from "../shared/myself";
import type { Live } from "../shared/view/live";
import { hrefOf, route } from "./route";
import { say } from "./texts/profile";
import { writingIn } from "./writing";

const gone: ReadonlySet<Reason> = new Set(["unknown_role", "unknown_level", "unknown_organisation", "unknown_table"]);

export function sayWhyRefused(reason: Reason): string {
    if (gone.has(reason)) return say("refused_gone");
    return reason === "stale" ? say("refused_stale") : say("refused_other", { reason });
}

export function RefusedMe({ live }: { live: Live }) {
    const { page } = route.value;
    const put = page === "me" ? undefined : refusedOf(live.commands, "participant.put");
    const consent = page === "research" ? undefined : refusedOf(live.commands, "participant.consent");
    // (It waits until nobody is in the middle of something that it would push away under their hands.)
    const isShown = useRef(false);
    isShown.current = (put ?? consent) !== undefined && (isShown.current || writingIn.value === undefined);
    if (!isShown.current) return null;
    const drop = (command: string) => () => live.session.outbox.dismiss(command);
    return (
        <>
            {put && (
                <Line text={sayWhyRefused(put.refused!.reason)} drop={drop(put.command)}>
                    <a class="button" href={hrefOf("me")}>{say("refused_go")}</a>
                </Line>
            )}
            {consent && (
                <Line text={say("refused_consent")} drop={drop(consent.command)}>
                    <a class="button" href={hrefOf("research")}>{say("refused_consent_go")}</a>
                </Line>
            )}
        </>
    );
}

function Line({ text, drop, children }: { text: string; drop(): void; children: ComponentChildren }) {
    const leave = () => {
        document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
        drop();
    };
    return (
        <div class="said wrong refused" role="alert">
            <p>{text}</p>
            <div class="buttons">
                {children}
                <button type="button" class="quiet" onClick={leave}>
                    {say("refused_leave")}
                </button>
            </div>
        </div>
    );
}
