// Which session of a process comes next, for who is in one of them. Pure.
import type { Session } from "./meeting";

const DAY = 86_400_000;

// Those that go on or are still to come, the next one first: what is live, then by day, then what has no day yet. One
// that was planned for a day that has gone by is not coming any more.
export function sessionsToCome(sessions: readonly Session[], here: string, now: number): Session[] {
    const isComing = ({ id, state, starts }: Session) => id !== here && (state === "live" || (state === "planned" && (!starts || starts > now - DAY)));
    const when = ({ state, starts }: Session) => (state === "live" ? 0 : starts || Infinity);
    const order = (a: Session, b: Session) => {
        const [one, other] = [when(a), when(b)];
        return one === other ? (a.number ?? 0) - (b.number ?? 0) : one - other;
    };
    return sessions.filter(isComing).sort(order);
}
