// What stands above every screen of a rehearsal: that it is one, who is simulated, a phone to try it on, and its end.
import { useState } from "preact/hooks";
import { spacedCode } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { Qr } from "../../shared/view/qr";
import { sayReason } from "../../shared/view/texts/reasons";
import { say as sayShared } from "../../shared/view/texts/shared";
import { canAct } from "../act";
import { linkOf, wayInto } from "../way_in";
import { AskEnd } from "./ask_end";
import { changeCount, changePace, crowdState, pauseCrowd, startCrowd, stopCrowd } from "./crowd";
import { CrowdFields } from "./crowd_fields";
import { rehearsalHere } from "./here";
import type { How, KeptRehearsal } from "./kept";
import "./rehearse.css";
import { say } from "./texts/rehearse";
import { wipeHere } from "./wipe";

export function RehearsalBand({ live }: { live: Live }) {
    const [isOpen, setOpen] = useState(false);
    const [asksEnd, setAsksEnd] = useState(false);
    if (!live.process?.rehearsal) return null;
    const kept = rehearsalHere.value;
    const isOff = !canAct(live);
    return (
        <>
            <section class="rehearsal rehearsal-band" aria-label={say("band")}>
                <p class="rehearsal-what">
                    <strong>{sayShared("rehearsal")}</strong>
                    <CrowdLine />
                </p>
                <div class="rehearsal-do">
                    {kept && <MainAct live={live} kept={kept} isOff={isOff} />}
                    {kept && <OpenPhone live={live} kept={kept} />}
                    {kept && (
                        <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                            {say("settings")}
                        </button>
                    )}
                    <button type="button" class="quiet" disabled={isOff} onClick={() => setAsksEnd(true)}>
                        {say("end")}
                    </button>
                </div>
                {kept && isOpen && <Settings live={live} kept={kept} />}
            </section>
            {asksEnd && <AskEnd wipe={() => wipeHere(live)} close={() => setAsksEnd(false)} />}
        </>
    );
}

// (How many there are changes often, and is seen; what becomes of them is heard too.)
function CrowdLine() {
    const { is, report, refused } = crowdState.value;
    const reason = refused ?? report.refused;
    const isIn = is === "here" || is === "paused";
    return (
        <>
            {isIn && <span>{say("here", { here: report.here, of: report.of })}</span>}
            <span role="status">{reason ? say("not_let_in", { reason: sayReason(reason) }) : is === "here" ? "" : say(is)}</span>
        </>
    );
}

function MainAct({ live, kept, isOff }: { live: Live; kept: KeptRehearsal; isOff: boolean }) {
    const { is } = crowdState.value;
    if (is === "elsewhere") return null;
    if (is === "away")
        return (
            <button type="button" class="quiet" disabled={isOff} onClick={() => startCrowd(live, kept)}>
                {say("call")}
            </button>
        );
    return (
        <button type="button" class="quiet" onClick={() => pauseCrowd(is === "here")}>
            {say(is === "here" ? "pause" : "go_on")}
        </button>
    );
}

// As large as a phone, where the browser gives it a window of its own.
function OpenPhone({ live, kept }: { live: Live; kept: KeptRehearsal }) {
    const way = wayInto(live, kept.session);
    if (!way?.open) return null;
    const open = (event: Event) => {
        if (window.open(linkOf(way), "_blank", "popup,width=390,height=800")) event.preventDefault();
    };
    return (
        <a class="button quiet" href={linkOf(way)} target="_blank" onClick={open}>
            {say("phone")}
        </a>
    );
}

function Settings({ live, kept }: { live: Live; kept: KeptRehearsal }) {
    const [how, setHow] = useState<How>({ count: kept.count, pace: kept.pace });
    const way = wayInto(live, kept.session);
    const change = (some: Partial<How>) => {
        setHow({ ...how, ...some });
        if (some.count !== undefined) void changeCount(live, kept, some.count);
        if (some.pace !== undefined) void changePace(kept, some.pace);
    };
    const { is } = crowdState.value;
    return (
        <div class="rehearsal-settings">
            <div class="stack">
                <CrowdFields {...how} isOff={!canAct(live)} change={change} />
                {(is === "here" || is === "paused") && (
                    <button type="button" class="small" onClick={stopCrowd}>
                        {say("send_home")}
                    </button>
                )}
            </div>
            <div class="rehearsal-phone">
                {way?.open && <Qr text={linkOf(way)} label={say("qr")} />}
                <div>
                    <h2>{say("own_phone")}</h2>
                    <p>{say(way?.open ? "own_phone_how" : "no_door")}</p>
                    {way?.open && <p class="code">{spacedCode(way.code)}</p>}
                </div>
            </div>
        </div>
    );
}
