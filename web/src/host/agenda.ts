// What is done to a programme: items added, moved, taken out and put back.
import type { EventItemPut, ItemForm, RoundForm } from "../generated/types";
import { newId } from "../shared/ids";
import { programmeOf, type Item, type Round } from "../shared/meeting";
import type { RefusedCommand } from "../shared/outbox_storage";
import { moveTo, positionBehind, type Move } from "../shared/positions";
import { roundPut, settingsOf } from "../shared/round_settings";
import { announce } from "../shared/view/announcer";
import type { Live } from "../shared/view/live";
import { put } from "./saving";
import { say } from "./texts/agenda";
import { remember } from "./undo";

export function itemPut(item: Item, some: Partial<EventItemPut> = {}): EventItemPut {
    const { id, seq, session, form, title, about, minutes, position } = item;
    return {
        id,
        base: seq,
        session,
        form,
        title,
        minutes: minutes ?? 0,
        position: position ?? 0,
        ...(about ? { about } : {}),
        ...some,
    };
}

// Each as it stands at that moment: what is said here may be older than what the store has.
async function putMoves(live: Live, moves: readonly Move[]): Promise<RefusedCommand | undefined> {
    const outcomes = await Promise.all(
        moves.map(({ id, position }) => {
            const item = live.session.store.find("item", id);
            return item && put(live, "item.put", itemPut(item, { position }));
        }),
    );
    return outcomes.find((outcome) => outcome?.refused)?.refused;
}

const programme = (live: Live, session: string) => programmeOf(live.session.store.all("item"), session);

export async function moveItem(live: Live, item: Item, to: number): Promise<RefusedCommand | undefined> {
    const before = programme(live, item.session);
    const from = before.findIndex(({ id }) => id === item.id);
    const moves = moveTo(before, item.id, to);
    if (moves.length === 0) return undefined;
    const refused = await putMoves(live, moves);
    if (refused) return refused;
    const after = programme(live, item.session);
    const n = after.findIndex(({ id }) => id === item.id) + 1;
    announce(say("moved", { title: item.title, n, all: after.length }));
    remember({
        done: say("moved_done", { title: item.title }),
        takeBack: () => void putMoves(live, moveTo(programme(live, item.session), item.id, from)),
    });
    return undefined;
}

// Behind the item with this id, or last. Gives the new one's id.
export async function addItem(
    live: Live,
    session: string,
    form: ItemForm,
    title: string,
    behind?: string,
): Promise<{ id: string; refused?: RefusedCommand | undefined }> {
    const minutes = form === "checkin" || form === "break" || form === "checkout" ? 15 : 30;
    const { position, moves } = positionBehind(programme(live, session), behind);
    const id = newId();
    const refused =
        (await putMoves(live, moves)) ??
        (await put(live, "item.put", { id, base: 0, session, form, title, minutes, position })).refused;
    return { id, refused };
}

async function putRounds(live: Live, rounds: readonly { round: Round; base: number }[], removed: boolean) {
    const form = (round: Round): RoundForm => round.form;
    return Promise.all(
        rounds.map(async ({ round, base }) => {
            const { id, session, item } = round;
            const outcome = await put(live, "round.put", {
                ...roundPut({ id, base, session, item, form: form(round) }, settingsOf(round)),
                removed,
            });
            return { round, base: outcome.result?.seq ?? base, refused: outcome.refused };
        }),
    );
}

// Its question goes with it, and comes back with it.
export async function removeItem(live: Live, item: Item): Promise<RefusedCommand | undefined> {
    const rounds = live.session.store.all("round").filter((round) => round.item === item.id);
    const gone = await putRounds(
        live,
        rounds.map((round) => ({ round, base: round.seq })),
        true,
    );
    const refusal = gone.find(({ refused }) => refused)?.refused;
    if (refusal) {
        await putRounds(
            live,
            gone.filter(({ refused }) => !refused),
            false,
        );
        return refusal;
    }
    const { result, refused } = await put(live, "item.put", itemPut(item, { removed: true }));
    if (refused) {
        await putRounds(live, gone, false);
        return refused;
    }
    const putBack = async () => {
        await put(live, "item.put", itemPut(item, { base: result.seq }));
        await putRounds(live, gone, false);
    };
    remember({ done: say("removed_done", { title: item.title }), takeBack: () => void putBack() });
    return undefined;
}
