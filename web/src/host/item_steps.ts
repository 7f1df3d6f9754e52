// An item and its question as a form saves them, each with how it is taken back.
import type { EventItemPut, EventRoundPut, ItemForm } from "../generated/types";
import type { Item, Round } from "../shared/meeting";
import type { RefusedCommand } from "../shared/outbox_storage";
import { roundPut, settingsOf } from "../shared/round_settings";
import type { Live } from "../shared/view/live";
import { itemPut } from "./agenda";
import { putUndoably } from "./saved_steps";
import { say } from "./texts/undo";

export interface ItemSettings {
    title: string;
    about: string;
    minutes: number;
    form: ItemForm;
    cue: string;
    summary: string;
    // Of an item about the research: those that are told of there.
    studies: readonly string[];
}

export function itemSettings({ title, about = "", minutes = 0, form, cue = "", summary = "", studies = [] }: Item): ItemSettings {
    return { title, about, minutes, form, cue, summary, studies };
}

// Only an item about the research names studies.
function putOfItem({ studies, ...settings }: ItemSettings): Partial<EventItemPut> {
    return settings.form === "research" ? { ...settings, studies: [...studies] } : settings;
}

export function saveItem(live: Live, item: Item, settings: ItemSettings): Promise<RefusedCommand | undefined> {
    const now = () => live.session.store.find("item", item.id);
    return putUndoably(live, {
        done: say("done_item", { title: settings.title }),
        method: "item.put",
        params: itemPut(item, putOfItem(settings)),
        back: () => {
            const there = now(); // (it may have another place by now)
            return there && itemPut(there, putOfItem(itemSettings(item)));
        },
        now: () => {
            const there = now();
            return there && itemSettings(there);
        },
        saved: settings,
    });
}

// Without the base, which others move on.
function settled({ base: _, ...rest }: EventRoundPut): object {
    return rest;
}

function putOf(round: Round, settings: Round): EventRoundPut {
    const { id, seq: base, session, item, form } = round;
    return roundPut({ id, base, session, item, form }, settingsOf(settings));
}

// `old`: as it was; nothing for a new one, which is taken away again.
export function saveRound(live: Live, params: EventRoundPut, old: Round | undefined): Promise<RefusedCommand | undefined> {
    const now = () => live.session.store.find("round", params.id);
    return putUndoably(live, {
        done: say(old ? "done_item" : "done_added", { title: params.question }),
        method: "round.put",
        params,
        back: () => {
            const there = now();
            if (!there) return undefined;
            return old ? putOf(there, old) : { ...putOf(there, there), removed: true };
        },
        now: () => {
            const there = now();
            return there && settled(putOf(there, there));
        },
        saved: settled(params),
    });
}
