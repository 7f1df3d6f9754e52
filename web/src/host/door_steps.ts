// The door and its code, each step with how it is taken back.
import type { RefusedCommand } from "../shared/outbox_storage";
import type { Live } from "../shared/view/live";
import { orSay } from "./refusals";
import type { Outcome } from "./saving";
import { say } from "./texts/undo";
import { remember } from "./undo";
import { changeCode, closeDoor, openDoor, restoreCode, wayInto } from "./way_in";

const back = (outcome: Promise<Outcome<"joining.put">>) => orSay(outcome.then(({ refused }) => refused));

export async function turnDoor(live: Live, session: string, open: boolean): Promise<RefusedCommand | undefined> {
    const { refused } = await (open ? openDoor : closeDoor)(live, session);
    if (refused) return refused;
    remember({
        done: say(open ? "done_door_opened" : "done_door_closed"),
        takeBack: () => back((open ? closeDoor : openDoor)(live, session)),
        holds: () => (wayInto(live, session)?.open === true) === open,
    });
    return undefined;
}

// Those who were given the new code meanwhile cannot come in by it any more.
export async function renewCode(live: Live, session: string): Promise<RefusedCommand | undefined> {
    const wasOpen = wayInto(live, session)?.open === true;
    const { result, refused } = await changeCode(live, session);
    if (refused) return refused;
    remember({
        done: say("done_code"),
        takeBack: () => back(restoreCode(live, session, wasOpen)),
        holds: () => wayInto(live, session)?.secret === result.secret,
        leaves: () => say("leaves_code"),
    });
    return undefined;
}
