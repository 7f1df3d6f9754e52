// What a form saves, with how it is taken back: what others see of it is again as it was.
import type { RefusedCommand } from "../shared/outbox_storage";
import { saysSame } from "../shared/undo_stack";
import type { Live } from "../shared/view/live";
import type { Method, Params } from "../shared/wire";
import { actBack, hasCome, rememberAt, seqOf } from "./act";
import { put } from "./saving";

interface Saved<M extends Method> {
    done: string;
    method: M;
    // As a command: of what is there now, so that what others have changed beside it stays.
    params: Params<M> & object;
    back(): (Params<M> & object) | undefined;
    // What the form is about, as it stands now; nothing where it is gone.
    now(): object | undefined;
    saved: object;
}

// Settles once it is seen here: a form that has nothing more to save would show what was before, for a moment.
export async function putUndoably<M extends Method>(live: Live, step: Saved<M>): Promise<RefusedCommand | undefined> {
    const { done, method, params, back, now, saved } = step;
    const { result, refused } = await put(live, method, params);
    if (refused) return refused;
    const at = seqOf(result);
    rememberAt(live, at, {
        done,
        takeBack: async () => {
            const before = back();
            return before !== undefined && actBack(live, method, before);
        },
        holds: () => saysSame(now(), saved),
    });
    await hasCome(live, at);
    return undefined;
}
