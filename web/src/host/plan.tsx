// The plan of a session: its programme, when it is, how people come in, what is taken home.
import { hashOf, type PlanTab } from "../shared/host_route";
import type { Session } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { Cards } from "./cards";
import { Downloads } from "./downloads";
import { HomeworkPart } from "./homework";
import { Invitation } from "./invitation";
import { PicturesPart } from "./pictures/pictures_part";
import { Programme } from "./programme";
import { TryOut } from "./rehearse/try_out";
import { whenOf } from "./when";
import { WipedLine } from "./rehearse/wiped";
import { SessionForm } from "./session_form";
import { Slips } from "./slips/slips";
import { Tabs } from "./tabs";
import { say } from "./texts/plan";
import { useTitle } from "./title";

const tabs: readonly PlanTab[] = ["programme", "details", "invitation", "cards", "slips", "pictures", "downloads"];

export function PlanScreen({ live, session, tab }: { live: Live; session: Session; tab: PlanTab }) {
    useTitle(session.title);
    const process = live.process!;
    const at = { process: process.id, session: session.id };
    const shown = process.rehearsal ? tabs.filter((one) => one !== "downloads") : tabs;
    const links = shown.map((one) => ({
        href: hashOf({ screen: "plan", ...at, tab: one }),
        label: say(`tab_${one}`),
        isHere: one === tab,
    }));
    return (
        <div class="stack">
            <WipedLine at={session.id} />
            <div class="title-line plan-head">
                <div>
                    <h1>{session.title}</h1>
                    <p class="meta">{`${whenOf(session, { zone: process.profile.zone, items: live.all("item"), rounds: live.all("round") })} · ${say(`state_${session.state}`)}`}</p>
                </div>
                <p class="actions">
                    <TryOut live={live} session={session} />
                    <a class="button primary" href={hashOf({ screen: "run", ...at, tab: "" })}>
                        {say(session.state === "ended" ? "look_back" : "run")}
                    </a>
                </p>
            </div>
            <Tabs label={say("session_parts")} tabs={links} />
            {tab === "programme" && <HomeworkPart live={live} session={session} />}
            {tab === "programme" && <Programme key={session.id} live={live} session={session} />}
            {tab === "details" && <SessionForm key={session.id} live={live} session={session} />}
            {tab === "invitation" && <Invitation key={session.id} live={live} session={session} />}
            {tab === "cards" && <Cards live={live} session={session} />}
            {tab === "slips" && <Slips key={session.id} live={live} session={session} />}
            {tab === "pictures" && <PicturesPart key={session.id} live={live} session={session} />}
            {tab === "downloads" && <Downloads process={process.id} session={session.id} />}
        </div>
    );
}
