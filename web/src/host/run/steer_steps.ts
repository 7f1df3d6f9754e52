// Taking, giving away and letting go of the steering of the big screen, each with how it is taken back; and whether this
// account may change the screen now. Without layout: the phone as remote asks the same.
import { steeringOf, type Leader, type Steering } from "../../shared/steering";
import type { Session } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { actBack, actUndoably } from "../act";
import { account } from "../house";
import { say } from "./texts/steer";

// Read while drawing: whoever does is drawn anew when somebody else steers, comes or goes.
export function useSteering(live: Live, session: Session): Steering {
    return steeringOf(session, account.value?.id ?? "", live.now.hosts);
}

const steeredBy = (live: Live, session: string) => live.session.store.shared("session", session)?.steered_by;

// (At the moment of a step, not as something was drawn.)
export function isSteeredByAnother(live: Live, session: string): boolean {
    const by = steeredBy(live, session);
    return by !== undefined && by !== account.peek()?.id;
}

function leaderNow(live: Live, session: string): Leader | undefined {
    const { steered_by, steered_name = "" } = live.session.store.shared("session", session) ?? {};
    return steered_by === undefined ? undefined : { account: steered_by, name: steered_name };
}

function me(): Leader | undefined {
    const mine = account.peek();
    return mine && { account: mine.id, name: mine.name };
}

// `to`: nobody, and all may; `back`: who is to have it again.
function steer(live: Live, session: string, to: Leader | undefined, back: Leader | undefined, done: string): Promise<boolean> {
    return actUndoably(live, {
        method: "session.steer",
        params: { id: session, ...to },
        done,
        takeBack: () => actBack(live, "session.steer", { id: session, ...back }),
        holds: () => steeredBy(live, session) === to?.account,
    });
}

// Also from somebody who went home with it.
export async function takeSteering(live: Live, session: string): Promise<boolean> {
    const mine = me();
    return mine !== undefined && steer(live, session, mine, leaderNow(live, session), say("done_take"));
}

// (Anybody may take it, so that who gave it away can take it back.)
export function giveSteering(live: Live, session: string, to: Leader): Promise<boolean> {
    return steer(live, session, to, me(), say("done_give", { name: to.name }));
}

export function endSteering(live: Live, session: string): Promise<boolean> {
    return steer(live, session, undefined, me(), say("done_end"));
}
