// What stands above the work when there is none yet, or no more.
import type { Session } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { After } from "./after";
import { say } from "./texts/run";

export function Nothing({ isLoading }: { isLoading: boolean }) {
    return (
        <main class="run-nothing">
            {isLoading ? (
                <p role="status">{say("loading")}</p>
            ) : (
                <>
                    <h1>{say("gone_title")}</h1>
                    <p>{say("gone_help")}</p>
                </>
            )}
        </main>
    );
}

export function Notice({ live, session, isEmpty }: { live: Live; session: Session; isEmpty: boolean }) {
    if (isEmpty) {
        return (
            <main class="run-nothing">
                <h1>{say("nothing_planned")}</h1>
                <p>{say("nothing_planned_help")}</p>
                <p>
                    <a class="button" href={location.hash.replace(/\/run.*$/, "")}>
                        {say("to_plan")}
                    </a>
                </p>
            </main>
        );
    }
    if (session.state === "planned") return <p class="run-notice">{say("not_begun")}</p>;
    return session.state === "live" ? null : <After live={live} session={session} />;
}
