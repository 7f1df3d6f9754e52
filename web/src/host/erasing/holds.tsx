// What is held, so that nobody erases it: put, and ended.
import { useState } from "preact/hooks";
import type { Hold } from "../../shared/holds";
import { dayOf } from "../../shared/moments";
import { newId } from "../../shared/ids";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { actBack, actUndoably, canAct } from "../act";
import { SelectField, TextField } from "../field";
import { say } from "./texts/erasing";
import "./erasing.css";

function whatOf(live: Live, { what, of }: Pick<Hold, "what" | "of">): string {
    if (what === "process") return say("hold_process");
    if (what === "session") return say("hold_session", { title: live.find("session", of)?.title ?? "" });
    const round = live.find("round", of);
    return round ? say("hold_of", { title: round.question }) : say("hold_thing");
}

type Wanted = Pick<Hold, "id" | "what" | "of" | "reason">;

// Put, or ended; undone by the reverse.
function putHold(live: Live, { id, what, of, reason }: Wanted, removed: boolean): Promise<boolean> {
    const found = () => live.session.store.shared("hold", id);
    const whole = { id, what, ...(of === undefined ? {} : { of }), ...(reason ? { reason } : {}) };
    const base = () => found()?.seq ?? live.session.store.seq;
    return actUndoably(live, {
        method: "hold.put",
        params: { ...whole, base: found()?.seq ?? 0, removed },
        done: say(removed ? "held_over" : "held_done", { what: whatOf(live, { what, of }) }),
        takeBack: () => actBack(live, "hold.put", { ...whole, base: base(), removed: !removed }),
        holds: () => (found() === undefined) === removed,
    });
}

function AddHold({ live }: { live: Live }) {
    const [of, setOf] = useState("");
    const [reason, setReason] = useState("");
    const sessions = live.all("session").map((session) => ({ value: session.id, label: whatOf(live, { what: "session", of: session.id }) }));
    const isOff = reason.trim() === "" || !canAct(live);
    const add = async () => {
        const what = of === "" ? ("process" as const) : ("session" as const);
        const wanted = { id: newId(), what, ...(of === "" ? {} : { of }), reason: reason.trim() };
        if (!isOff && (await putHold(live, wanted as Wanted, false))) setReason("");
    };
    return (
        <div class="stack">
            <SelectField label={say("hold")} value={of} options={[{ value: "", label: say("hold_process") }, ...sessions]} change={setOf} />
            <TextField label={say("hold_why")} hint={say("hold_why_hint")} longest={300} value={reason} change={setReason} />
            <p>
                <button type="button" aria-disabled={isOff} onClick={() => void add()}>
                    {say("hold_add")}
                </button>
            </p>
        </div>
    );
}

export function Holds({ live }: { live: Live }) {
    const holds = live.all("hold").sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
    const { zone } = live.process!.profile;
    return (
        <section class="stack narrow">
            <h2>{say("kept")}</h2>
            <p class="meta">{say("kept_lead")}</p>
            {holds.length === 0 && <p>{say("kept_none")}</p>}
            <ul class="held-list">
                {holds.map((hold) => (
                    <li key={hold.id}>
                        <div>
                            <p>{say("hold_since", { what: whatOf(live, hold), day: dayOf(hold.at ?? 0, zone, language.value) })}</p>
                            <p class="meta">{hold.reason}</p>
                        </div>
                        <button
                            type="button"
                            class="quiet"
                            disabled={!canAct(live)}
                            aria-label={say("hold_end_named", { what: whatOf(live, hold) })}
                            onClick={() => void putHold(live, hold, true)}
                        >
                            {say("hold_end")}
                        </button>
                    </li>
                ))}
            </ul>
            <AddHold live={live} />
        </section>
    );
}
