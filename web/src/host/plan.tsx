// The plan of a session.
import type { PlanTab } from "../shared/host_route";
import { programmeOf, type Session } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { say } from "./texts/plan";
import { useTitle } from "./title";

export function PlanScreen({ live, session }: { live: Live; session: Session; tab: PlanTab }) {
    useTitle(session.title);
    const process = live.all("process")[0]!.id;
    return (
        <div class="stack">
            <h1>{session.title}</h1>
            <p>
                <a class="button primary" href={`#/process/${process}/session/${session.id}/run`}>{say("run")}</a>
            </p>
            <ol>
                {programmeOf(live.all("item"), session.id).map((item) => (
                    <li key={item.id}>{item.title}</li>
                ))}
            </ol>
        </div>
    );
}
