// What the page shows: a way in, what this account may read, or the material of one process.
import { useEffect, useErrorBoundary } from "preact/hooks";
import { AccountMenu } from "../host/account_menu";
import { Broken, isOutside, Waiting } from "../host/at_the_door";
import { account, house, houseLive, realOnes, refreshHouse, type Row } from "../host/house";
import { AcceptInvite, LogIn, LogInAgain } from "../host/log_in";
import { goInstead, place } from "../host/route";
import { SkipLink } from "../host/skip_link";
import { say as sayFrame } from "../host/texts/frame";
import { useTitle } from "../host/title";
import { Announcer } from "../shared/view/announcer";
import { LanguageSwitch } from "../shared/view/parts";
import { Material } from "./material";
import { say } from "./texts/research";
import "./research.css";

export function App() {
    const [error] = useErrorBoundary((thrown: unknown) => console.error(thrown));
    if (error) return <Broken />;
    const where = place.value;
    if (where.screen === "invite") return <AcceptInvite secret={where.secret} name={where.name} done={() => goInstead({ screen: "house" })} />;
    if (account.value === undefined) return isOutside() ? <LogIn /> : <Waiting />;
    return (
        <>
            <div class="frame">
                <Head />
                <main class="frame-main" id="main" tabIndex={-1}>
                    {where.screen === "process" ? <OfProcess key={where.process} process={where.process} /> : <Processes />}
                </main>
            </div>
            {isOutside() && <LogInAgain />}
            <Announcer />
        </>
    );
}

function Head() {
    const name = account.value?.name;
    const isThere = houseLive.value?.connectionState.value.state === "joined";
    return (
        <header class="frame-head">
            <SkipLink />
            <a class="brand" href="#/">
                Samskap
            </a>
            <div class="frame-title">
                <span>{say("page")}</span>
            </div>
            <span class="state" role="status">
                <span class={isThere ? "dot" : "dot wait"} aria-hidden="true" />
                <span class="state-text">{sayFrame(isThere ? "connected" : "away")}</span>
            </span>
            <AccountMenu summary={<span>{name ?? sayFrame("account")}</span>} say={sayFrame}>
                <a href="/host">{say("to_host")}</a>
                <LanguageSwitch />
            </AccountMenu>
        </header>
    );
}

// What may be read by this account: all that it was granted, whatever for.
function readable(): Row[] {
    return realOnes(house.value?.processes ?? []).filter(({ roles, studies = [] }) => roles.length > 0 || studies.length > 0);
}

const isResearcher = ({ roles }: Row) => roles.includes("researcher");

function whatOf(row: Row): string {
    const own = isResearcher(row) ? [say("both")] : row.roles.length > 0 ? [say("documentation_only")] : [];
    return [...own, ...(row.studies?.length ? [say("of_studies", { n: row.studies.length })] : [])].join(" · ");
}

function Processes() {
    useTitle(say("page"));
    useEffect(() => void refreshHouse(), []);
    const rows = readable().sort((a, b) => Number(isResearcher(b)) - Number(isResearcher(a)) || a.title.localeCompare(b.title, "sv"));
    return (
        <div class="stack narrow">
            <h1>{say("page")}</h1>
            <p>{say("lead")}</p>
            {!house.value && <p role="status">{say("loading")}</p>}
            {house.value && rows.length === 0 && <p>{say("nothing_granted")}</p>}
            <ul class="places">
                {rows.map((row) => (
                    <li key={row.process}>
                        <a class="place" href={`#/process/${row.process}`}>
                            <span class="place-title">{row.title}</span>
                            <span class="meta">{whatOf(row)}</span>
                        </a>
                    </li>
                ))}
            </ul>
        </div>
    );
}

function OfProcess({ process }: { process: string }) {
    const row = readable().find((one) => one.process === process);
    if (!house.value) return <p role="status">{say("loading")}</p>;
    return row ? (
        <Material process={process} title={row.title} mayDocument={row.roles.length > 0} mayResearch={isResearcher(row)} studies={row.studies ?? []} />
    ) : (
        <div class="stack">
            <p role="status">{say("not_granted")}</p>
            <p>
                <a class="button" href="#/">
                    {say("to_all")}
                </a>
            </p>
        </div>
    );
}
