// What research consent means here, and my answer to it, which can be changed at any time.
import type { EventParticipantConsent } from "../generated/types";
import type { Session } from "../shared/meeting";
import { myselfOf } from "../shared/myself";
import type { CommandState } from "../shared/outbox";
import type { Live } from "../shared/view/live";
import { say } from "./texts/research";
import { Studies } from "./studies";
import { sayState } from "./texts/state";
import { say as sayStudy } from "./texts/studies";
import "./mine.css";

// `inside`: as a part of a screen that has its own heading.
export function ResearchInfo({ live, session, inside }: { live: Live; session: Session; inside?: boolean }) {
    const Title = inside ? "h2" : "h1";
    return (
        <section class="research">
            <Title>{say("heading")}</Title>
            {session.under_fifteen && <p>{sayStudy("not_asked")}</p>}
            {!session.under_fifteen && live.profile?.asks_consent !== false && <OwnQuestion live={live} />}
            {!session.under_fifteen && <Studies live={live} level={inside ? 3 : 2} />}
        </section>
    );
}

// What the process itself asks, beside all studies.
function OwnQuestion({ live }: { live: Live }) {
    const profile = live.profile;
    const own = profile?.research?.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "") ?? [];
    const paragraphs = own.length > 0 ? own : [say("what"), say("how")];
    return (
        <>
            {paragraphs.map((paragraph, i) => (
                <p key={i} class="research-text" lang={own.length > 0 ? profile?.language : undefined}>
                    {paragraph}
                </p>
            ))}
            <p>{say("voluntary")}</p>
            <p>{say("changed")}</p>
            <Answer live={live} />
        </>
    );
}

function sayFate(state: CommandState | undefined): string {
    if (state === "saved") return sayState("saved_answer");
    return state === "sending" ? sayState(state) : say(state ?? "arrived");
}

function Answer({ live }: { live: Live }) {
    const { commands } = live;
    const mine = myselfOf(live.allMine("participant")[0], commands);
    const last = commands.filter(({ method, params }) => method === "participant.consent" && (params as EventParticipantConsent).study === undefined).pop();
    const answer = (consent: boolean) => {
        if (consent !== mine.consent) live.session.outbox.put("participant.consent", { rev: mine.nextRev, consent });
    };
    return (
        <>
            <fieldset>
                <legend>{say("question")}</legend>
                {([true, false] as const).map((consent) => (
                    <label key={String(consent)}>
                        <input type="radio" name="research" checked={mine.consent === consent} onChange={() => answer(consent)} />
                        {say(consent ? "yes" : "no")}
                    </label>
                ))}
            </fieldset>
            <p class="state" role="status">
                <span class={`dot ${last ? "wait" : ""}`} />
                {sayFate(last?.state)}
            </p>
        </>
    );
}
