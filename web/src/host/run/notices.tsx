// What stands above the work when there is none yet, or no more.
import type { Session } from "../../shared/meeting";
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

export function Notice({ session, isEmpty }: { session: Session; isEmpty: boolean }) {
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
    if (session.state === "live") return null;
    return (
        <div class="run-notice">
            <h2>{say("over")}</h2>
            <p>{say("over_help")}</p>
            <p>
                <a class="button primary" href={location.hash.replace(/\/run.*$/, "/downloads")}>
                    {say("to_downloads")}
                </a>
            </p>
        </div>
    );
}
