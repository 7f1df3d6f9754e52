// A process and its sessions: opens it, says why it does not open, and shows the screen that the address names.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Place } from "../shared/host_route";
import type { Live } from "../shared/view/live";
import { say as sayShared } from "../shared/view/texts/shared";
import { sayReason } from "../shared/view/texts/reasons";
import { Downloads } from "./downloads";
import { Header } from "./header";
import { account, house, houseLive, refreshHouse, type Row } from "./house";
import { PaperPage } from "./paper/paper_page";
import { CameraPage } from "./pictures/camera_page";
import { UploadsGoOn } from "./pictures/here";
import { PlanScreen } from "./plan";
import { ProcessScreen } from "./process";
import { RehearsalBand } from "./rehearse/band";
import { useRehearsal } from "./rehearse/here";
import { enter, room } from "./room";
import { go } from "./route";
import { RemoteScreen } from "./remote/remote";
import { WayToRemote } from "./remote/way";
import { RunScreen } from "./run/run";
import { say as sayEnter } from "./texts/enter";
import { say } from "./texts/frame";
import { say as sayPlan } from "./texts/plan";
import { waitingOn, type Waiting } from "./whereabouts";

type Inside = Extract<Place, { process: string }>;

function leads(row: Row | undefined): boolean {
    if (!house.value || house.value.administrator) return true;
    return row?.roles.some((role) => role === "facilitator" || role === "administrator") ?? false;
}

export function ProcessPlace({ where }: { where: Inside }) {
    const row = house.value?.processes.find(({ process }) => process === where.process);
    const mayLead = leads(row) || (house.value !== undefined && row === undefined);
    const who = account.value?.id;
    useEffect(() => void (mayLead ? enter(where.process) : enter(undefined)), [who, where.process, mayLead]);
    if (!mayLead) return <OnlyDownloads where={where} title={row?.title ?? ""} />;
    const opened = room.value;
    if (opened?.process !== where.process) return <Shut live={houseLive.value} />;
    return (
        <>
            <Open where={where} live={opened.live} />
            {opened.live.process && <UploadsGoOn key={`${opened.account} ${opened.process}`} live={opened.live} />}
        </>
    );
}

// A researcher does not lead the process, but may take its material home.
function OnlyDownloads({ where, title }: { where: Inside; title: string }) {
    return (
        <div class="frame">
            <Header live={houseLive.value} title={title} />
            <main class="frame-main stack" id="main" tabIndex={-1}>
                <h1>{title}</h1>
                <Downloads process={where.process} />
            </main>
        </div>
    );
}

// `live`: what is waited for comes by it.
function Shut({ reason, live }: { reason?: string; live?: Live | undefined }) {
    const waiting = useRef<Waiting>("fresh");
    if (live) waiting.current = waitingOn(waiting.current, live.connectionState.value);
    const text =
        reason === undefined
            ? waiting.current === "unanswered"
                ? sayEnter("waiting")
                : sayShared("loading")
            : reason === "denied" || reason === "unknown_process"
              ? say("no_process")
              : sayReason(reason);
    return (
        <div class="frame">
            <Header live={live ?? houseLive.value} title={null} />
            <main class="frame-main stack" id="main" tabIndex={-1}>
                <p role="status">{text}</p>
                {reason !== undefined && (
                    <p>
                        <a class="button" href="#/">
                            {say("to_house")}
                        </a>
                    </p>
                )}
            </main>
        </div>
    );
}

// Put out of the process while the house still knows who this is: not logged out, but no longer allowed in here.
function useWithdrawn(live: Live): boolean {
    const state = live.connectionState.value;
    const isOut = state.state === "stopped" && state.reason === "logged_out" && houseLive.value?.connectionState.value.state === "joined";
    const [isLong, setLong] = useState(false);
    useEffect(() => {
        setLong(false);
        if (!isOut) return;
        // (Who logs out loses both connections, the one a moment before the other.)
        const timer = setTimeout(() => {
            setLong(true);
            void refreshHouse();
        }, A_MOMENT);
        return () => clearTimeout(timer);
    }, [isOut]);
    return isOut && isLong;
}
const A_MOMENT = 1_000;

function Open({ where, live }: { where: Inside; live: Live }) {
    const state = live.connectionState.value;
    const profile = live.profile;
    const isWithdrawn = useWithdrawn(live);
    useRehearsal(live);
    if (isWithdrawn) return <Shut reason="denied" />;
    if (state.state === "stopped" && state.reason !== "logged_out") return <Shut reason={state.reason} />;
    if (!profile) return <Shut live={live} />;
    if (where.screen === "process")
        return (
            <Frame live={live} title={profile.title}>
                <ProcessScreen live={live} tab={where.tab} list={where.list} />
            </Frame>
        );
    const session = live.find("session", where.session);
    if (!session) return live.isWhole ? <Shut reason="unknown_session" /> : <Shut live={live} />;
    if (where.screen === "remote") return <RemoteScreen key={session.id} live={live} session={session} />;
    const title = (
        <>
            <a href={`#/process/${where.process}`}>{profile.title}</a>
            {session.title !== profile.title && <span>{session.title}</span>}
        </>
    );
    if (where.screen === "paper")
        return (
            <Frame live={live} title={title}>
                <PaperPage live={live} session={session} round={where.round} />
            </Frame>
        );
    if (where.screen === "camera")
        return (
            <Frame live={live} title={title}>
                <CameraPage key={session.id} live={live} session={session} />
            </Frame>
        );
    if (where.screen === "plan")
        return (
            <Frame live={live} title={title} session={session.id}>
                <PlanScreen live={live} session={session} tab={where.tab} />
            </Frame>
        );
    return (
        <div class="frame frame-run">
            <Header
                live={live}
                session={session.id}
                more={<WayToRemote live={live} session={session.id} />}
                title={
                    <>
                        {title}
                        <a href={`#/process/${where.process}/session/${session.id}`}>{sayPlan("to_plan")}</a>
                    </>
                }
            />
            <RehearsalBand live={live} />
            <div class="frame-work" id="main" tabIndex={-1}>
                <RunScreen live={live} session={session.id} tab={where.tab} go={(tab) => go({ ...where, tab })} />
            </div>
        </div>
    );
}

type FrameProps = { live: Live; title: preact.ComponentChildren; session?: string; children: preact.ComponentChildren };

function Frame({ live, title, session, children }: FrameProps) {
    return (
        <div class="frame">
            <Header live={live} title={title} session={session} />
            <RehearsalBand live={live} />
            <main class="frame-main" id="main" tabIndex={-1}>
                {children}
            </main>
        </div>
    );
}
