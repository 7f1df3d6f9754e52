// When a session is, or was: by its plan, or by when it was held where that is another day.
import { heldOn } from "../shared/held";
import type { Item, Round, Session } from "../shared/meeting";
import { clockTime, dayOf } from "../shared/moments";
import { language } from "../shared/view/language";
import { wallTimeOf } from "../shared/zone_time";
import { say } from "./texts/plan";

type Where = { zone: string; items: readonly Item[]; rounds: readonly Round[] };

export function whenOf(session: Session, { zone, items, rounds }: Where): string {
    const { starts, state } = session;
    const held = state === "planned" ? undefined : heldOn(session, items, rounds);
    const day = (time: number) => wallTimeOf(time, zone).date;
    if (held && (!starts || day(held) !== day(starts))) return dayOf(held, zone, language.value);
    return starts ? `${dayOf(starts, zone, language.value)}, ${clockTime(starts, zone, language.value)}` : say("no_day");
}
