// Slips that are drawn by lot: made here, printed at once, and used up one by one.
import { useState } from "preact/hooks";
import type { Session } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { goToWrong, NumberField } from "../field";
import { say as sayInvitation } from "../texts/invitation";
import { wayInto } from "../way_in";
import { batch, makeSlips } from "./batch";
import { PER_PAGE, Slip, SlipPages } from "./slip_pages";
import { say } from "./texts/slips";
import "./slips.css";

const MOST = 100;
const USUAL = 20;
const isLocal = () => /^(localhost|127\.|\[::1\])/.test(location.host);

export function Slips({ live, session }: { live: Live; session: Session }) {
    const slips = live.find("slips", session.id);
    const made = batch.value?.session === session.id ? batch.value : undefined;
    return (
        <div class="slips">
            <div class="stack narrow slips-desk">
                <h2>{say("title")}</h2>
                <p>{say("lead")}</p>
                <p class="meta">{say("how")}</p>
                {isLocal() && <p class="said wrong">{sayInvitation("local", { host: location.host })}</p>}
                {wayInto(live, session.id)?.open !== true && <p class="said">{say("door")}</p>}
                <p role="status">
                    {say("made", { n: slips?.made ?? 0 })} {(slips?.made ?? 0) > 0 && say("used", { n: slips?.used ?? 0 })}
                </p>
                {made ? <Ready count={made.secrets.length} /> : <Make live={live} session={session.id} />}
            </div>
            {!made && (
                <figure class="slips-sample">
                    <Slip live={live} session={session} link={`${location.origin}/`} />
                    <figcaption class="meta">{say("sample")}</figcaption>
                </figure>
            )}
            {made && <SlipPages live={live} session={session} secrets={made.secrets} />}
        </div>
    );
}

function Ready({ count }: { count: number }) {
    return (
        <div class="said stack slips-ready">
            <p role="alert">
                <strong>{say("ready", { n: count })}</strong>
            </p>
            <p class="meta">{say("pages", { n: Math.ceil(count / PER_PAGE) })}</p>
            <p class="actions">
                <button type="button" class="primary" onClick={() => window.print()}>
                    {say("print")}
                </button>
                <button type="button" onClick={() => (batch.value = undefined)}>
                    {say("done")}
                </button>
            </p>
        </div>
    );
}

function Make({ live, session }: { live: Live; session: string }) {
    const [count, setCount] = useState(USUAL);
    const [isWrong, setWrong] = useState(false);
    const [isAsking, setAsking] = useState(false);
    const [said, setSaid] = useState("");
    const isOff = !canAct(live);
    const isCount = Number.isInteger(count) && count >= 1 && count <= MOST;
    const make = async (event: Event) => {
        event.preventDefault();
        setWrong(!isCount);
        if (!isCount) return goToWrong(event.currentTarget);
        if (isAsking || isOff) return;
        setAsking(true);
        setSaid("");
        const answer = await makeSlips(live, session, count);
        setAsking(false);
        if (!answer.made) setSaid(answer.reason === undefined ? say("lost") : sayReason(answer.reason));
    };
    return (
        <form class="stack" noValidate onSubmit={(event) => void make(event)}>
            <NumberField
                label={say("count")}
                hint={say("count_hint", { n: MOST, per: PER_PAGE })}
                error={isWrong && !isCount ? say("count_wrong", { n: MOST }) : undefined}
                least={1}
                most={MOST}
                value={count}
                change={setCount}
            />
            <p class="actions">
                <button class="primary" disabled={isOff} aria-busy={isAsking}>
                    {isCount ? say("make", { n: count }) : say("make_any")}
                </button>
                {isOff && <span class="meta">{say("offline")}</span>}
            </p>
            {said && (
                <p class="said wrong" role="alert">
                    {said}
                </p>
            )}
        </form>
    );
}
