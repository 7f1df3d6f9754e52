// What the page shows: a way in, the house, or a process; and what stands above it when a log-in ends.
import type { ComponentChildren } from "preact";
import { useEffect, useErrorBoundary, useRef } from "preact/hooks";
import type { Place } from "../shared/host_route";
import { Announcer } from "../shared/view/announcer";
import { LanguageSwitch } from "../shared/view/parts";
import { sayReason } from "../shared/view/texts/reasons";
import { Accounts } from "./accounts";
import { Header } from "./header";
import { account, house, houseLive } from "./house";
import { HouseScreen } from "./house_screen";
import { AcceptInvite, LogIn, LogInAgain } from "./log_in";
import { NewProcess } from "./new_process_screen";
import { ProcessPlace } from "./process_place";
import { Come } from "./remote/come";
import { enter } from "./room";
import { goInstead, place } from "./route";
import { say as sayEnter } from "./texts/enter";
import { say } from "./texts/frame";
import { waitingOn, type Waiting } from "./whereabouts";

function isOutside(): boolean {
    const state = houseLive.value?.connectionState.value;
    return state?.state === "stopped" && (state.reason === "denied" || state.reason === "logged_out");
}

function load(): void {
    location.reload();
}

// Before anybody is known: connecting, or why that does not work.
function Waiting() {
    const state = houseLive.value?.connectionState.value;
    const waiting = useRef<Waiting>("fresh");
    if (state) waiting.current = waitingOn(waiting.current, state);
    return (
        <main class="entry entry-main stack" id="main">
            <span class="brand">Samskap</span>
            {state?.state === "stopped" ? (
                <>
                    <h1>{sayEnter("stopped")}</h1>
                    <p>{sayReason(state.reason)}</p>
                    <button type="button" class="primary" onClick={load}>
                        {sayEnter("load_again")}
                    </button>
                </>
            ) : (
                <p role="status">{sayEnter(waiting.current === "unanswered" ? "waiting" : "connecting")}</p>
            )}
        </main>
    );
}

function Broken() {
    return (
        <main class="entry entry-main stack" id="main">
            <h1>{say("broken")}</h1>
            <p>{say("broken_how")}</p>
            <button type="button" class="primary" onClick={load}>
                {say("load_again")}
            </button>
            <LanguageSwitch />
        </main>
    );
}

// The screens of the house itself have the house's line on top.
function InHouse({ children }: { children: ComponentChildren }) {
    useEffect(() => void enter(undefined), []);
    return (
        <div class="frame">
            <Header live={houseLive.value} title={null} />
            <main class="frame-main" id="main" tabIndex={-1}>
                {children}
            </main>
        </div>
    );
}

// Another screen begins at its top; whoever followed a link that is gone with the old one stands in the new one.
function useBeginning(key: string): void {
    const before = useRef(key);
    useEffect(() => {
        if (before.current === key) return;
        before.current = key;
        scrollTo(0, 0);
        if (document.activeElement === document.body) document.getElementById("main")?.focus({ preventScroll: true });
    }, [key]);
}

function keyOf(where: Place): string {
    return where.screen === "run" ? `run ${where.session}` : JSON.stringify(where);
}

function Inside() {
    const where = place.value;
    useBeginning(keyOf(where));
    switch (where.screen) {
        case "process":
        case "plan":
        case "paper":
        case "camera":
        case "run":
        case "remote":
            return <ProcessPlace where={where} />;
        case "new":
            return <InHouse>{house.value?.mayAdd === false ? <HouseScreen /> : <NewProcess />}</InHouse>;
        case "accounts":
            return <InHouse>{house.value?.administrator === false ? <HouseScreen /> : <Accounts />}</InHouse>;
        default:
            return (
                <InHouse>
                    <HouseScreen />
                </InHouse>
            );
    }
}

export function App() {
    const [error] = useErrorBoundary((thrown: unknown) => console.error(thrown));
    if (error) return <Broken />;
    const where = place.value;
    if (where.screen === "invite")
        return <AcceptInvite secret={where.secret} name={where.name} done={() => goInstead({ screen: "house" })} />;
    if (where.screen === "phone") return <Come key={where.secret} secret={where.secret} to={where.to} />;
    if (account.value === undefined) return isOutside() ? <LogIn /> : <Waiting />;
    return (
        <>
            <Inside />
            {isOutside() && <LogInAgain />}
            <Announcer />
        </>
    );
}
