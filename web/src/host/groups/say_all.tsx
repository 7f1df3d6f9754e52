// A line to all groups, and the call to come back: what stands now is said, and can be taken away.
import { saidIn } from "../../shared/said";
import type { Session } from "../../shared/meeting";
import { clockTime } from "../../shared/moments";
import { ticking } from "../../shared/view/clock";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";
import { formOf } from "../draft";
import { TextField } from "../field";
import { ActButton } from "../run/act_button";
import { callBack, sayLine, sayNothing } from "./steps";
import { say } from "./texts/desk";

const LONGEST = 200;
const MINUTES = [0, 1, 2, 5];

export function SayAll({ live, session }: { live: Live; session: Session }) {
    const { values, change, saved } = formOf(`said ${session.id}`, { text: "" });
    const line = values.text.trim();
    // (What is written on while it is sent stays.)
    const send = async () => {
        if (line !== "" && (await sayLine(live, session.id, line))) saved(values);
    };
    const submit = (event: Event) => {
        event.preventDefault();
        if (canAct(live)) void send();
    };
    return (
        <section class="groups-say">
            <form class="groups-line" onSubmit={submit}>
                <TextField label={say("line")} longest={LONGEST} value={values.text} change={(text) => change({ text })} />
                <button class="slim" disabled={line === "" || !canAct(live)}>
                    {say("send")}
                </button>
            </form>
            <div class="groups-back" role="group" aria-label={say("back")}>
                <span>{say("back")}</span>
                {MINUTES.map((n) => (
                    <ActButton key={n} live={live} class="slim" onAct={() => callBack(live, session.id, n)}>
                        {n === 0 ? say("back_now") : say("back_in", { n })}
                    </ActButton>
                ))}
            </div>
            <Stands live={live} session={session} />
        </section>
    );
}

function Stands({ live, session }: { live: Live; session: Session }) {
    const said = saidIn({ session, rounds: live.all("round"), items: live.all("item") }, ticking.value + live.session.clock.offset);
    if (!said) return null;
    const time = said.until ? clockTime(said.until, live.zone, language.value) : undefined;
    const text = !said.back ? say("stands", { text: said.text ?? "" }) : time ? say("back_stands", { time }) : say("back_stands_now");
    return (
        <p class="groups-stands" role="status">
            <span>{text}</span>
            <ActButton live={live} class="quiet slim" onAct={() => sayNothing(live, session.id)}>
                {say("take_away")}
            </ActButton>
        </p>
    );
}
