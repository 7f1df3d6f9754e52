// From thirty days before the day from which a process may be erased: what is to be done, and, once it has come, the way to do it.
import { useState } from "preact/hooks";
import { hashOf } from "../../shared/host_route";
import { daysToErasure } from "../../shared/holds";
import { dayOf } from "../../shared/moments";
import { announce } from "../../shared/view/announcer";
import { Dialog } from "../../shared/view/dialog";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { TextField, goToWrong } from "../field";
import { askHouse, refreshHouse } from "../house";
import { reasonOf } from "../reason_of";
import { goInstead } from "../route";
import { say as sayPlan } from "../texts/plan";
import { say } from "./texts/erasing";
import { useWhy, WhyFields } from "./why_fields";
import "./erasing.css";

function useErasing(id: string, title: string) {
    const [isBusy, setBusy] = useState(false);
    const [refused, setRefused] = useState("");
    const erase = async (why: { reason: string; decision: string; reference?: string }) => {
        setBusy(true);
        setRefused("");
        try {
            await askHouse("process.erase", { process: id, title, ...why });
            void refreshHouse();
            announce(say("process_done", { title }));
            goInstead({ screen: "house" });
        } catch (error) {
            setRefused(sayReason(reasonOf(error)));
        }
        setBusy(false);
    };
    return { isBusy, refused, erase };
}

function EraseProcess({ live, close }: { live: Live; close(): void }) {
    const { id, profile } = live.process!;
    const [typed, setTyped] = useState("");
    const why = useWhy();
    const { isBusy, refused, erase } = useErasing(id, profile.title);
    const isWrong = typed.trim() !== profile.title.trim();
    const submit = (event: Event) => {
        event.preventDefault();
        const said = why.check();
        if (isBusy || !canAct(live)) return undefined;
        return !said || isWrong ? goToWrong(event.currentTarget) : void erase(said);
    };
    return (
        <Dialog title={say("title_process", { title: profile.title })} close={close}>
            <form class="stack" onSubmit={submit} noValidate>
                <p>{say("process_lead")}</p>
                <p class="meta">{say("taken")}</p>
                <WhyFields form={why} />
                <TextField
                    label={say("type_title")}
                    hint={profile.title}
                    error={why.isChecked && isWrong ? say("title_wrong") : undefined}
                    longest={200}
                    value={typed}
                    change={setTyped}
                />
                <p role="alert" class="said wrong">
                    {refused}
                </p>
                <div class="dialog-foot">
                    <button class="primary" aria-disabled={isBusy}>
                        {say("yes")}
                    </button>
                    <button type="button" onClick={close}>
                        {say("no")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

export function RetentionLine({ live, process }: { live: Live; process: string }) {
    const [isAsked, setAsked] = useState(false);
    const { retention } = live.process!.profile;
    const days = daysToErasure(retention, live.session.clock.now());
    if (retention === undefined || days === undefined) return null;
    const isDue = days <= 0;
    const isHeld = live.all("hold").length > 0;
    const isLive = live.all("session").some(({ state }) => state === "live");
    const day = dayOf(Date.parse(`${retention}T12:00:00Z`), "UTC", language.value);
    const link = (tab: "downloads" | "settings") => <a href={hashOf({ screen: "process", process, tab })}>{sayPlan(`tab_${tab}`)}</a>;
    const what = !isDue ? "soon_what" : isHeld ? "due_held" : isLive ? "due_live" : "due_what";
    return (
        <section class={isDue ? "said wrong stack" : "said stack"} aria-label={say(isDue ? "due" : "soon", { day, n: Math.max(days, 1) })}>
            <p>
                <strong>{say(isDue ? "due" : "soon", { day, n: Math.max(days, 1) })}</strong> {say(what)}
            </p>
            <p class="actions">
                {link("downloads")}
                {link("settings")}
                {isDue && !isHeld && !isLive && (
                    <button type="button" disabled={!canAct(live)} aria-haspopup="dialog" onClick={() => setAsked(true)}>
                        {say("erase_process")}
                    </button>
                )}
            </p>
            {isAsked && <EraseProcess live={live} close={() => setAsked(false)} />}
        </section>
    );
}
