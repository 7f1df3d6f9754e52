// Until when what is open for days is open, where nobody has said otherwise.
import type { Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { momentOf, wallTimeOf } from "../../shared/zone_time";

export const LAST_MINUTE = "23:59";
const DAY = 86_400_000;
const WEEK = 7 * DAY;
const MONTH = 28 * DAY;

// A diary goes on until the last meeting that has a day, or for weeks; homework is for the day before the next meeting, or
// for a week.
export function usualEnd(live: Live, { form, session }: Round): number {
    const now = live.session.clock.now();
    const from = Math.max(now, live.find("session", session)?.starts ?? 0);
    const coming = live.all("session").filter(({ state, starts = 0 }) => state === "planned" && starts > from).map(({ starts }) => starts!);
    const day = form === "diary" ? lastOf(coming, now) : beforeNext(coming, now);
    return momentOf({ date: wallTimeOf(day, live.zone).date, time: LAST_MINUTE }, live.zone);
}

const lastOf = (coming: readonly number[], now: number) => (coming.length > 0 ? Math.max(...coming) : now + MONTH);

function beforeNext(coming: readonly number[], now: number): number {
    if (coming.length === 0) return now + WEEK;
    const next = Math.min(...coming);
    return next - DAY > now ? next - DAY : next;
}
