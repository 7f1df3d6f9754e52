// Thanks for a meeting that is over, by the calendar of where it was and the day on which it was held: whoever opens the page
// on another day comes back between two meetings, and a big screen may stand there the next morning.
import { heldOn } from "../held";
import type { Session } from "../meeting";
import { dateOf } from "../moments";
import { wallTimeOf } from "../zone_time";
import { ticking } from "./clock";
import { language } from "./language";
import type { Live } from "./live";
import { say } from "./texts/thanks";

export function thanksFor(live: Live, session: Session): string {
    const held = heldOn(session, live.all("item"), live.all("round"));
    const day = (time: number) => wallTimeOf(time, live.zone).date;
    const isToday = held === undefined || day(held) === day(ticking.value + live.session.clock.offset);
    return isToday ? say("today") : say("day", { day: dateOf(held, live.zone, language.value) });
}
