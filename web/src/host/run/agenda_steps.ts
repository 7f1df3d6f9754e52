// What is changed of the programme while it is led: how long an item is, whether it is left out, what is said at it. Each
// with how it is taken back; what a colleague changed beside it stays.
import type { EventItemPut } from "../../generated/types";
import type { Item } from "../../shared/meeting";
import type { RefusedCommand } from "../../shared/outbox_storage";
import type { Live } from "../../shared/view/live";
import { itemPut } from "../agenda";
import { orSay } from "../refusals";
import { putUndoably } from "../saved_steps";
import { say } from "./texts/pace";

export const STEP_MINUTES = 5;
const MOST_MINUTES = 1440;

type Some = Partial<Pick<EventItemPut, "minutes" | "skipped" | "cue">>;

// As it stands at that moment, but for this.
async function putSome(live: Live, { id }: Item, some: Some, done: string): Promise<RefusedCommand | undefined> {
    const now = () => live.session.store.find("item", id);
    const before = now();
    if (!before) return { reason: "removed", message: "The item is gone." };
    const asIn = (item: Item): Some => ({
        ...("minutes" in some && { minutes: item.minutes ?? 0 }),
        ...("skipped" in some && { skipped: item.skipped === true }),
        ...("cue" in some && { cue: item.cue ?? "" }),
    });
    return putUndoably(live, {
        done,
        method: "item.put",
        params: itemPut(before, some),
        back: () => {
            const there = now();
            return there && itemPut(there, asIn(before));
        },
        now: () => {
            const there = now();
            return there && asIn(there);
        },
        saved: some,
    });
}

// More, or fewer where `by` is below 0.
export function changeMinutes(live: Live, item: Item, by: number): Promise<boolean> {
    const minutes = Math.min(MOST_MINUTES, Math.max(0, (item.minutes ?? 0) + by));
    return orSay(putSome(live, item, { minutes }, say("done_minutes", { title: item.title, n: minutes })));
}

export function skipItem(live: Live, item: Item, skipped: boolean): Promise<boolean> {
    return orSay(putSome(live, item, { skipped }, say(skipped ? "done_skip" : "done_unskip", { title: item.title })));
}

// For the form that it was written in, which says what was refused.
export function saveCue(live: Live, item: Item, cue: string): Promise<RefusedCommand | undefined> {
    return putSome(live, item, { cue: cue.trim() }, say("done_cue", { title: item.title }));
}
