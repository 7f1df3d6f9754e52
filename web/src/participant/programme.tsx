// What the meeting goes through, and when: as it was, as it goes now, as it was planned. All times of it agree with each other.
import { programmeOf, type Item, type Session } from "../shared/meeting";
import { clockTime } from "../shared/moments";
import { toldTimes } from "../shared/pace";
import { ticking } from "../shared/view/clock";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { say } from "./texts/programme";

export function Programme({ live, session, on }: { live: Live; session: Session; on?: Item }) {
    const programme = programmeOf(live.all("item"), session.id);
    if (programme.length === 0) return null;
    const times = toldTimes(session, programme, on, ticking.value + live.session.clock.offset);
    const clock = (time: number) => clockTime(time, live.zone, language.value);
    const kept = programme.filter(({ skipped, started }) => !skipped || started);
    const told = kept.map((item) => ({ item, time: times.get(item.id) }));
    const isTimed = told.some(({ time }) => time);
    return (
        <section class="programme">
            <h2>{say("programme")}</h2>
            <ol class={isTimed ? "timed" : undefined}>
                {told.map(({ item, time }) => (
                    <li key={item.id} aria-current={item.id === on?.id ? "step" : undefined}>
                        {isTimed && <span class="meta">{time && (time.isAbout ? say("about", { time: clock(time.at) }) : clock(time.at))}</span>}
                        <span>
                            <span lang={live.tongue}>{item.title}</span>
                            {item.id === on?.id && <span class="meta">{` · ${say("on_now")}`}</span>}
                        </span>
                    </li>
                ))}
            </ol>
            {told.some(({ time }) => time?.isAbout) && <p class="meta">{say("about_how")}</p>}
        </section>
    );
}
