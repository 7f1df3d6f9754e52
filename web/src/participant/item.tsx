// What the room is doing when nobody is asked anything: a lecture, a break, the time before the beginning.
import { endOf, type Item, type Session } from "../shared/meeting";
import { clockTime, dayOf } from "../shared/moments";
import { ticking } from "../shared/view/clock";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { Between, Calendar, ItemMore, Programme } from "./later";
import { hrefOf } from "./route";
import { say } from "./texts/now";

type Props = { live: Live; session: Session };

export function ItemScreen({ live, session, item }: Props & { item: Item }) {
    const ends = endOf(item, live.all("item"), session);
    const now = ticking.value + live.session.clock.offset;
    const until = ends !== undefined && ends > now ? clockTime(ends, live.zone, language.value) : undefined;
    const isBreak = item.form === "break";
    return (
        <section class="item">
            {!isBreak && item.title !== say(item.form) && <p class="meta">{say(item.form)}</p>}
            {isBreak && until ? <h1>{say("break_until", { time: until })}</h1> : <h1 lang={live.tongue}>{item.title}</h1>}
            {!isBreak && until && <p class="meta">{say("until", { time: until })}</p>}
            {item.about && (
                <p class="about-text" lang={live.tongue}>
                    {item.about}
                </p>
            )}
            {item.form === "round" && <p>{say("round_soon")}</p>}
            {item.form === "checkin" && <p>{say("checkin_text")}</p>}
            {item.form === "checkin" && (
                <p>
                    <a href={hrefOf("between")}>{say("my_step")}</a>
                </p>
            )}
            <ItemMore live={live} session={session} item={item} />
            <Programme live={live} session={session} on={item} />
        </section>
    );
}

export function PlannedScreen({ live, session }: Props) {
    const zone = live.zone;
    const day = (time: number) => dayOf(time, zone, language.value);
    const time = session.starts ? clockTime(session.starts, zone, language.value) : "";
    const isToday = session.starts !== undefined && day(session.starts) === day(ticking.value);
    return (
        <section class="item">
            <h1>{session.starts ? (isToday ? say("planned_today", { time }) : say("planned", { day: day(session.starts), time })) : say("planned_sometime")}</h1>
            <p>{say("planned_stay")}</p>
            {session.starts ? <Calendar live={live} session={session} /> : null}
            <Programme live={live} session={session} />
            <Between live={live} session={session} isBefore />
        </section>
    );
}

export function WaitingScreen({ live, session }: Props) {
    return (
        <section class="item">
            <h1>{say("waiting")}</h1>
            <p>{say("waiting_stay")}</p>
            <Programme live={live} session={session} />
        </section>
    );
}
