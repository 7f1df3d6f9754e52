// How the session keeps its times: one calm line, which unfolds; and the same aloud, for who asks.
import { useEffect, useState } from "preact/hooks";
import { programmeOf, type Item, type Session } from "../../shared/meeting";
import { clockTime } from "../../shared/moments";
import { minutesOn, paceOf, type Pace } from "../../shared/pace";
import type { Entry } from "../../shared/run_of";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { timeAsked } from "./keys";
import { useCoarseNow } from "./now";
import { say } from "./texts/pace";

interface LedTime {
    live: Live;
    session: Session;
    on: Entry | undefined;
}

export interface Times extends Pace {
    now: number;
    on: Item | undefined;
    clock(time: number): string;
}

export function useTimes({ live, session, on }: LedTime): Times {
    const now = useCoarseNow(live);
    const item = on?.item;
    const zone = live.zone;
    const clock = (time: number) => clockTime(time, zone, language.value);
    return { ...paceOf(session, programmeOf(live.all("item"), session.id), item, now), now, on: item, clock };
}

function lateText({ late }: Pick<Pace, "late">): string | undefined {
    if (late === undefined) return undefined;
    if (late === 0) return say("on_time");
    return late > 0 ? say("late", { n: late }) : say("early", { n: -late });
}

// "7 min efter planen"; nothing where there is no plan to compare with.
export function usePaceText(led: LedTime): string | undefined {
    return lateText(useTimes(led));
}

export function usedText({ started = 0, minutes = 0 }: Pick<Item, "started" | "minutes">, now: number): string {
    const n = minutesOn(started, now);
    return minutes > 0 ? say("used_of", { n, all: minutes }) : say("used", { n });
}

export function PaceLine(led: LedTime) {
    const times = useTimes(led);
    const { ends, due, on, clock } = times;
    if (ends === undefined || !on) return null;
    const late = lateText(times);
    return (
        <details class="pace">
            <summary>
                <strong>{late ?? say("no_plan")}</strong> <span class="pace-ends">{say("ends", { time: clock(ends) })}</span>
            </summary>
            <dl>
                <dt>{say("d_on")}</dt>
                <dd>{say("on_for", { title: on.title, used: usedText(on, times.now) })}</dd>
                <dt>{say("d_due")}</dt>
                <dd>{due === undefined ? say("no_due") : clock(due)}</dd>
                <dt>{say("d_ends")}</dt>
                <dd>{clock(ends)}</dd>
            </dl>
        </details>
    );
}

const HEARD = 10_000;

// Said when it is asked for, and at no other time; it stands outside of what folds, where it would not be heard.
export function PaceVoice(led: LedTime) {
    const times = useTimes(led);
    const [said, speak] = useState("");
    const asked = timeAsked.value;
    useEffect(() => {
        if (asked === 0) return;
        speak(spoken(times));
        const timer = setTimeout(() => speak(""), HEARD);
        return () => clearTimeout(timer);
    }, [asked]);
    return (
        <p class="unseen" role="status">
            {said}
        </p>
    );
}

function spoken(times: Times): string {
    const { now, ends, on, clock } = times;
    const parts = [say("clock", { time: clock(now) }), lateText(times), on && say("on_for", { title: on.title, used: usedText(on, now) })];
    const end = ends === undefined ? undefined : `${say("d_ends")}: ${clock(ends)}`;
    return [...parts, end].filter((part) => part).map((part) => `${part}.`).join(" ");
}
