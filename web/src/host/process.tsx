// A process: its sessions, its settings, what may be taken home.
import { useState } from "preact/hooks";
import { isEntryForm } from "../shared/entries";
import { hashOf, type ProcessTab } from "../shared/host_route";
import type { Session } from "../shared/meeting";
import { Calendar } from "../shared/view/calendar";
import type { Live } from "../shared/view/live";
import { ChallengeForm } from "./carry/challenge";
import { Lists } from "./carry/lists";
import { Materials } from "./carry/materials";
import { Seats } from "./carry/seats";
import { CompareTab } from "./comparisons/comparisons";
import { Diaries, diariesOf } from "./diary/diaries";
import { Downloads } from "./downloads";
import { Holds } from "./erasing/holds";
import { RetentionLine } from "./erasing/retention";
import { HomeworkLine } from "./homework";
import { NewSession } from "./new_session";
import { ProcessForm } from "./process_form";
import { Reuse } from "./reuse";
import { go } from "./route";
import { InformationForm } from "./studies/information";
import { Studies } from "./studies/studies";
import { Tabs } from "./tabs";
import { ThemesTab } from "./themes/themes";
import { say } from "./texts/plan";
import { say as sayTemplates } from "./texts/templates";
import { useTitle } from "./title";
import { UndoLine } from "./undo_line";
import { wayTo } from "./way_in";
import { whenOf } from "./when";

const tabs: readonly ProcessTab[] = ["sessions", "challenge", "carry", "themes", "compare", "materials", "diary", "seats", "studies", "settings", "reuse", "downloads"];

type RowProps = { live: Live; process: string; session: Session; zone: string; copy(): void };

function SessionRow({ live, process, session, zone, copy }: RowProps) {
    const plan = hashOf({ screen: "plan", process, session: session.id, tab: "programme" });
    const lead = say(session.state === "ended" ? "look_back" : "run");
    return (
        <li class="place place-row">
            <div>
                <h2 class="place-title">
                    <a href={plan}>{session.title}</a>
                </h2>
                <p class="meta">
                    {[whenOf(session, { zone, items: live.all("item"), rounds: live.all("round") }), say(`state_${session.state}`), say("joined", { n: session.joined ?? 0 })].join(
                        " · ",
                    )}
                </p>
                <HomeworkLine live={live} session={session} />
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
                <button type="button" aria-label={sayTemplates("copy_session_named", { title: session.title })} onClick={copy}>
                    {sayTemplates("copy_session")}
                </button>
            </p>
        </li>
    );
}

function titlesOf(things: readonly { id: string; title: string }[]): ReadonlyMap<string, string> {
    return new Map(things.map(({ id, title }) => [id, title]));
}

function sessionsOf(live: Live): Session[] {
    return live.all("session").sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

function Sessions({ live, process, zone }: { live: Live; process: string; zone: string }) {
    // The session that the new one is made after; empty: the last one, or none.
    const [making, setMaking] = useState<string>();
    const sessions = sessionsOf(live);
    return (
        <>
            {sessions.length === 0 && live.isWhole && <p>{say("no_sessions")}</p>}
            <ul class="places">
                {sessions.map((session) => (
                    <SessionRow
                        key={session.id}
                        live={live}
                        process={process}
                        session={session}
                        zone={zone}
                        copy={() => setMaking(session.id)}
                    />
                ))}
            </ul>
            <p>
                <button type="button" class={sessions.length === 0 ? "primary" : ""} onClick={() => setMaking("")}>
                    {say("new_session")}
                </button>
            </p>
            <UndoLine live={live} isKept />
            {sessions.length > 0 && <Calendar live={live} wayTo={(session) => wayTo(live, session)} />}
            {making !== undefined && (
                <NewSession live={live} sessions={sessions} from={making} close={() => setMaking(undefined)} />
            )}
        </>
    );
}

function Carried({ live, process, list }: { live: Live; process: string; list: string | undefined }) {
    const form = isEntryForm(list) ? list : "question";
    return (
        <>
            <Lists live={live} form={form} choose={(to) => go({ screen: "process", process, tab: "carry", list: to })} />
            <UndoLine live={live} />
        </>
    );
}

// A vote is put into the next meeting that has not ended; it is opened there.
function Themes({ live, sessions }: { live: Live; sessions: readonly Session[] }) {
    const next = sessions.find(({ state }) => state === "live") ?? sessions.find(({ state }) => state === "planned");
    return (
        <>
            <ThemesTab live={live} session={undefined} ballotIn={next?.id} goTo={async () => {}} />
            <UndoLine live={live} isKept />
        </>
    );
}

function Compare({ live }: { live: Live }) {
    return (
        <>
            <CompareTab live={live} session={undefined} />
            <UndoLine live={live} isKept />
        </>
    );
}

export function ProcessScreen({ live, tab, list }: { live: Live; tab: ProcessTab; list: string | undefined }) {
    const process = live.process!;
    const { title, zone } = process.profile;
    useTitle(title);
    const left = process.rehearsal ? ["downloads", "reuse"] : [];
    const shown = tabs.filter((one) => !left.includes(one) && (one !== "diary" || diariesOf(live).length > 0));
    const links = shown.map((one) => ({
        href: hashOf({ screen: "process", process: process.id, tab: one }),
        label: say(`tab_${one}`),
        isHere: one === tab,
    }));
    return (
        <div class="stack">
            <h1>{title}</h1>
            <Tabs label={say("process_parts")} tabs={links} />
            <RetentionLine live={live} process={process.id} />
            {tab === "sessions" && <Sessions live={live} process={process.id} zone={zone} />}
            {tab === "challenge" && <ChallengeForm live={live} process={process} />}
            {tab === "carry" && <Carried live={live} process={process.id} list={list} />}
            {tab === "themes" && <Themes live={live} sessions={sessionsOf(live)} />}
            {tab === "compare" && <Compare live={live} />}
            {tab === "materials" && <Materials live={live} />}
            {tab === "diary" && <Diaries live={live} round={list} />}
            {tab === "seats" && <Seats live={live} />}
            {tab === "studies" && <Studies live={live} />}
            {tab === "studies" && <InformationForm live={live} />}
            {tab === "settings" && <ProcessForm live={live} process={process} />}
            {tab === "settings" && !process.rehearsal && <Holds live={live} />}
            {tab === "reuse" && <Reuse live={live} sessions={sessionsOf(live)} />}
            {tab === "downloads" && <Downloads process={process.id} sessions={live.all("session")} zone={zone} studies={titlesOf(live.all("study"))} />}
        </div>
    );
}
