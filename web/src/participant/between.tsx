// The time between two meetings: what is still to be done, when the next one is, and what the process carries on.
import type { Session } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { Carried } from "./carried";
import { Homework } from "./homework";
import { Materials } from "./materials";
import { NextSession } from "./next_session";
import { Steps } from "./steps";
import { say } from "./texts/between";
import "./between.css";

type Props = { live: Live; session: Session };

// As a part of a screen that has its own heading. `isBefore`: of a session that has not begun, with no more than there is.
export function Between({ live, session, isBefore = false }: Props & { isBefore?: boolean }) {
    const hasSteps = live.all("step").length > 0;
    const hasEntries = live.all("entry").length > 0;
    return (
        <div class="between">
            <Homework live={live} session={session} />
            {!isBefore && <NextSession live={live} session={session} />}
            {(!isBefore || hasSteps) && <Steps live={live} session={session} />}
            <Materials live={live} session={session} />
            {(!isBefore || hasEntries) && <Carried live={live} />}
        </div>
    );
}

export function BetweenScreen(props: Props) {
    return (
        <section>
            <h1>{say("heading")}</h1>
            <Between {...props} />
        </section>
    );
}
