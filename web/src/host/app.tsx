// What the page shows: a way in, the house, or a process; and what stands above it when a log-in ends.
import type { ComponentChildren } from "preact";
import { useEffect, useErrorBoundary, useRef } from "preact/hooks";
import type { Place } from "../shared/host_route";
import { Announcer } from "../shared/view/announcer";
import { Accounts } from "./accounts";
import { Broken, isOutside, Waiting } from "./at_the_door";
import { Header } from "./header";
import { account, house, houseLive } from "./house";
import { HouseScreen } from "./house_screen";
import { AcceptInvite, LogIn, LogInAgain } from "./log_in";
import { NewProcess } from "./new_process_screen";
import { ProcessPlace } from "./process_place";
import { Come } from "./remote/come";
import { enter } from "./room";
import { goInstead, place } from "./route";

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
