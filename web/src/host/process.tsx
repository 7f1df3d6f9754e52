// A process: its sessions, its settings, what may be taken home.
import { useState } from "preact/hooks";
import { hashOf } from "../shared/host_route";
import type { Session } from "../shared/meeting";
import { clockTime, dayOf } from "../shared/moments";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { Downloads } from "./downloads";
import { NewSession } from "./new_session";
import { ProcessForm } from "./process_form";
import { Tabs } from "./tabs";
import { say } from "./texts/plan";
import { useTitle } from "./title";

type ProcessTab = "sessions" | "settings" | "downloads";
const tabs: readonly ProcessTab[] = ["sessions", "settings", "downloads"];

export function whenOf(session: Session, zone: string): string {
    const { starts } = session;
    return starts ? `${dayOf(starts, zone, language.value)}, ${clockTime(starts, zone, language.value)}` : say("no_day");
}

function SessionRow({ process, session, zone }: { process: string; session: Session; zone: string }) {
    const plan = hashOf({ screen: "plan", process, session: session.id, tab: "programme" });
    const lead = say(session.state === "ended" ? "look_back" : "run");
    return (
        <li class="place place-row">
            <div>
                <h2 class="place-title">
                    <a href={plan}>{session.title}</a>
                </h2>
                <p class="meta">
                    {[whenOf(session, zone), say(`state_${session.state}`), say("joined", { n: session.joined ?? 0 })].join(
                        " · ",
                    )}
                </p>
            </div>
            <p class="actions">
                <a class="button" href={plan} aria-label={`${say("to_plan")}: ${session.title}`}>
                    {say("to_plan")}
                </a>
                <a
                    class={session.state === "live" ? "button primary" : "button"}
                    href={hashOf({ screen: "run", process, session: session.id, tab: "" })}
                    aria-label={`${lead}: ${session.title}`}
                >
                    {lead}
                </a>
            </p>
        </li>
    );
}

function Sessions({ live, process, zone }: { live: Live; process: string; zone: string }) {
    const [isMaking, setMaking] = useState(false);
    const sessions = live.all("session").sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    return (
        <>
            {sessions.length === 0 && live.isWhole && <p>{say("no_sessions")}</p>}
            <ul class="places">
                {sessions.map((session) => (
                    <SessionRow key={session.id} process={process} session={session} zone={zone} />
                ))}
            </ul>
            <p>
                <button type="button" class={sessions.length === 0 ? "primary" : ""} onClick={() => setMaking(true)}>
                    {say("new_session")}
                </button>
            </p>
            {isMaking && <NewSession live={live} sessions={sessions} close={() => setMaking(false)} />}
        </>
    );
}

export function ProcessScreen({ live, tab }: { live: Live; tab: ProcessTab }) {
    const process = live.process!;
    const { title, zone } = process.profile;
    useTitle(title);
    const links = tabs.map((one) => ({
        href: hashOf({ screen: "process", process: process.id, tab: one }),
        label: say(`tab_${one}`),
        isHere: one === tab,
    }));
    return (
        <div class="stack">
            <h1>{title}</h1>
            <Tabs label={say("process_parts")} tabs={links} />
            {tab === "sessions" && <Sessions live={live} process={process.id} zone={zone} />}
            {tab === "settings" && <ProcessForm live={live} process={process} />}
            {tab === "downloads" && <Downloads process={process.id} sessions={live.all("session")} />}
        </div>
    );
}
