// When a session was held, which may be another day than it was planned for. Pure.
import { roundsOf, type Item, type Round, type Session } from "./meeting";

type Led = Pick<Session, "id" | "starts">;

// When the last item of it came on, else when its last question was opened; where neither is known by its plan. (The last
// one: what somebody only tried out the day before is not the meeting.)
export function heldOn({ id, starts }: Led, items: readonly Item[], rounds: readonly Round[]): number | undefined {
    const came = items.filter(({ session, removed }) => session === id && !removed).map(({ started = 0 }) => started);
    const asked = roundsOf(rounds, id).filter(({ homework }) => !homework).map(({ opened = 0 }) => opened);
    return Math.max(0, ...came) || Math.max(0, ...asked) || starts || undefined;
}
