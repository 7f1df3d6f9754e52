// A process: its sessions.
import type { Live } from "../shared/view/live";
import { go } from "./route";
import { useTitle } from "./title";

export function ProcessScreen({ live }: { live: Live; tab: "sessions" | "settings" | "downloads" }) {
    const process = live.all("process")[0]!;
    useTitle(process.profile.title);
    const sessions = live.all("session").sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    return (
        <div class="stack">
            <h1>{process.profile.title}</h1>
            <ul class="places">
                {sessions.map((session) => (
                    <li key={session.id}>
                        <button type="button" onClick={() => go({ screen: "plan", process: process.id, session: session.id, tab: "programme" })}>
                            {session.title}
                        </button>
                    </li>
                ))}
            </ul>
        </div>
    );
}
