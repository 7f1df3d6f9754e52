// Sessions into one's own calendar: this one, and all of the process that have a day.
import { keyOf } from "../template";
import { calendarOf, type CalendarEvent } from "../calendar";
import { programmeOf, type Session } from "../meeting";
import type { Live } from "./live";
import { saveFile } from "./save_file";
import { say } from "./texts/calendar";

function eventOf(live: Live, session: Session, way: string): CalendarEvent {
    const process = live.profile?.title ?? "";
    const programme = programmeOf(live.all("item"), session.id);
    const planned = programme.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
    const { id, seq, starts = 0, minutes, title, place = "", link = "" } = session;
    return {
        id,
        sequence: seq,
        starts,
        minutes: minutes || planned,
        title: title === process ? title : `${process}: ${title}`,
        about: say("way_in", { link: way }),
        place,
        link: link || way,
    };
}

// Sessions of which participants see only their own come alone.
export function dated(live: Live): Session[] {
    return live
        .all("session")
        .filter(({ starts = 0, state }) => starts > 0 && state !== "ended")
        .sort((a, b) => a.starts! - b.starts!);
}

// `wayTo`: where whoever takes it goes in; from the start this site, which knows who has been here.
type CalendarProps = { live: Live; session?: Session | undefined; wayTo?(session: Session): string };

export function Calendar({ live, session, wayTo = () => location.origin }: CalendarProps) {
    const all = dated(live);
    const save = (sessions: readonly Session[], name: string) => {
        const events = sessions.map((one) => eventOf(live, one, wayTo(one)));
        const text = calendarOf(live.profile?.title ?? name, events, Date.now() + live.session.clock.offset);
        saveFile(new Blob([text], { type: "text/calendar;charset=utf-8" }), `${keyOf(name)}.ics`);
    };
    const hasDay = session?.starts !== undefined && session.starts > 0;
    const isMore = all.length > (session && hasDay ? 1 : 0);
    if (!hasDay && !isMore) return session ? <p class="meta">{say("no_day")}</p> : null;
    return (
        <div class="stack calendar">
            <div class="actions">
                {session && hasDay && (
                    <button type="button" onClick={() => save([session], session.title)}>
                        {say("one")}
                    </button>
                )}
                {isMore && (
                    <button type="button" onClick={() => save(all, live.profile?.title ?? "samskap")}>
                        {say("all", { n: all.length })}
                    </button>
                )}
            </div>
            <small>{say("hint")}</small>
        </div>
    );
}
