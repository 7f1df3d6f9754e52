// What research consent means here, and my answer.
import type { Live } from "../shared/view/live";
import { say } from "./texts/research";

export function ResearchInfo({ live }: { live: Live }) {
    const me = live.allMine("participant")[0];
    const text = live.all("process")[0]?.profile.research;
    const answer = (consent: boolean) => void live.session.outbox.put("participant.consent", { rev: (me?.rev ?? 0) + 1, consent });
    return (
        <section class="research">
            <h1>{say("heading")}</h1>
            <p>{text || say("what")}</p>
            <button type="button" aria-pressed={me?.consent === true} onClick={() => answer(true)}>
                {say("yes")}
            </button>
            <button type="button" aria-pressed={me?.consent !== true} onClick={() => answer(false)}>
                {say("no")}
            </button>
        </section>
    );
}
