// What the server did not take of who I am, or of my answer about research: why, and what to do about it. Said wherever
// somebody is in the meeting, for they said it long ago and have gone on.
import { useRef } from "preact/hooks";
import type { Reason } from "../generated/types";
import { refusedOf } from "../shared/myself";
import type { Live } from "../shared/view/live";
import { Refused } from "./refused";
import { hrefOf, route } from "./route";
import { say } from "./texts/profile";
import { writingIn } from "./writing";

const gone: ReadonlySet<Reason> = new Set(["unknown_role", "unknown_level", "unknown_organisation", "unknown_table", "unknown_seat"]);

export function sayWhyRefused(reason: Reason): string {
    if (gone.has(reason)) return say("refused_gone");
    return reason === "stale" ? say("refused_stale") : say("refused_other", { reason });
}

export function RefusedMe({ live }: { live: Live }) {
    const { page } = route.value;
    const puts = page === "me" ? [] : refusedOf(live.commands, "participant.put");
    const consents = page === "research" ? [] : refusedOf(live.commands, "participant.consent");
    const [put] = puts.slice(-1);
    // (It waits until nobody is in the middle of something that it would push away under their hands.)
    const isShown = useRef(false);
    isShown.current = puts.length + consents.length > 0 && (isShown.current || writingIn.value === undefined);
    if (!isShown.current) return null;
    const drop = (refused: typeof puts) => () => refused.forEach(({ command }) => live.session.outbox.dismiss(command));
    return (
        <>
            {put && (
                <Refused text={sayWhyRefused(put.refused!.reason)} leave={say("refused_leave")} drop={drop(puts)} around="main">
                    <a class="button" href={hrefOf("me")}>{say("refused_go")}</a>
                </Refused>
            )}
            {consents.length > 0 && (
                <Refused text={say("refused_consent")} leave={say("refused_leave")} drop={drop(consents)} around="main">
                    <a class="button" href={hrefOf("research")}>{say("refused_consent_go")}</a>
                </Refused>
            )}
        </>
    );
}
