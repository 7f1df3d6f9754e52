// Leading the day: the programme, what is live and its controls, what people write, what the room sees.
import type { Live } from "../../shared/view/live";
import { entriesOf } from "../../shared/run_of";

export function RunScreen({ live, session }: { live: Live; session: string; tab: string; go(tab: string): void }) {
    const entries = entriesOf(live.all("item"), live.all("round"), session);
    return (
        <main class="run">
            <h1>{live.find("session", session)?.title}</h1>
            <ol>
                {entries.map((entry) => (
                    <li key={entry.id}>{entry.title}</li>
                ))}
            </ol>
        </main>
    );
}
