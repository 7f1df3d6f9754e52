// What is done to a programme: items added, moved, taken out and put back.
import type { EventItemPut, ItemForm, RoundForm } from "../generated/types";
import { newId } from "../shared/ids";
import { programmeOf, type Item, type Round } from "../shared/meeting";
import type { RefusedCommand } from "../shared/outbox_storage";
import { moveTo, positionBehind, type Move } from "../shared/positions";
import { readyRoundPuts, type Place } from "../shared/ready_rounds";
import { roundPut, settingsOf } from "../shared/round_settings";
import { saysSame } from "../shared/undo_stack";
import { announce } from "../shared/view/announcer";
import type { Live } from "../shared/view/live";
import { hasCome, rememberAt, seqOf } from "./act";
import { orSay } from "./refusals";
import { put } from "./saving";
import { say } from "./texts/agenda";
import { say as sayUndo } from "./texts/undo";
import { remember } from "./undo";

export function itemPut(item: Item, some: Partial<EventItemPut> = {}): EventItemPut {
    const { id, seq, session, form, title, about, minutes, position, cue, summary, skipped, studies } = item;
    return {
        id,
        base: seq,
        session,
        form,
        title,
        minutes: minutes ?? 0,
        position: position ?? 0,
        ...(about ? { about } : {}),
        ...(cue ? { cue } : {}),
        ...(summary ? { summary } : {}),
        ...(skipped ? { skipped } : {}),
        ...(studies?.length && (some.form ?? form) === "research" ? { studies } : {}),
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
    const order = idsOf(after);
    remember({
        done: say("moved_done", { title: item.title }),
        takeBack: () => orSay(putMoves(live, moveTo(programme(live, item.session), item.id, from))),
        holds: () => saysSame(idsOf(programme(live, item.session)), order),
    });
    return undefined;
}

const idsOf = (items: readonly Item[]) => items.map(({ id }) => id);

// The questions that are ready for such an item, with the seqs at which they were put.
async function putReady(live: Live, form: ItemForm, place: Place): Promise<{ seqs: Map<string, number>; refused?: RefusedCommand | undefined }> {
    const seqs = new Map<string, number>();
    for (const round of readyRoundPuts(form, place, live.tongue ?? "sv", newId)) {
        const { result, refused } = await put(live, "round.put", round);
        if (refused) return { seqs, refused };
        seqs.set(round.id, seqOf(result));
    }
    return { seqs };
}

// In one press: what people may ask of who lectures, or the minute about the meeting.
export async function addReady(live: Live, item: Item): Promise<RefusedCommand | undefined> {
    const { seqs, refused } = await putReady(live, item.form, item);
    if (seqs.size === 0) return refused;
    const added = () => roundsOfItem(live, item.id).filter(({ id }) => seqs.has(id));
    rememberAt(live, Math.max(...seqs.values()), {
        done: sayUndo("done_added", { title: added()[0]?.question ?? item.title }),
        takeBack: () => orSay(removeSeen(live, added())),
        holds: () => added().length === seqs.size && areAsAdded(added(), seqs),
    });
    return refused;
}

const roundsOfItem = (live: Live, item: string) => live.session.store.all("round").filter((round) => round.item === item && !round.removed);

const areAsAdded = (rounds: readonly Round[], seqs: ReadonlyMap<string, number>) => rounds.every(({ id, seq }) => seqs.get(id) === seq);

// Settles once they are seen to be gone.
async function removeSeen(live: Live, rounds: readonly Round[]): Promise<RefusedCommand | undefined> {
    const gone = await putRounds(
        live,
        rounds.map((round) => ({ round, base: round.seq })),
        true,
    );
    const refused = gone.find((one) => one.refused)?.refused;
    if (!refused) await hasCome(live, Math.max(...gone.map(({ base }) => base)));
    return refused;
}

// One question of an item that stays.
export async function removeRound(live: Live, round: Round): Promise<RefusedCommand | undefined> {
    const gone = await putRounds(live, [{ round, base: round.seq }], true);
    const { base, refused } = gone[0]!;
    if (refused) return refused;
    rememberAt(live, base, {
        done: say("removed_done", { title: round.question }),
        takeBack: () => orSay(putRounds(live, gone, false).then(([back]) => back!.refused)),
        holds: () => roundsOfItem(live, round.item ?? "").every(({ id }) => id !== round.id),
    });
    return undefined;
}

const shortForms: ReadonlySet<ItemForm> = new Set<ItemForm>(["checkin", "break", "checkout", "since"]);

// Behind the item with this id, or last; a check-out with what it asks. Gives the new one's id.
export async function addItem(
    live: Live,
    session: string,
    form: ItemForm,
    title: string,
    behind?: string,
): Promise<{ id: string; refused?: RefusedCommand | undefined }> {
    const minutes = shortForms.has(form) ? 15 : 30;
    const { position, moves } = positionBehind(programme(live, session), behind);
    const id = newId();
    const moved = await putMoves(live, moves);
    if (moved) return { id, refused: moved };
    const { result, refused } = await put(live, "item.put", { id, base: 0, session, form, title, minutes, position });
    if (refused) return { id, refused };
    const ready = form === "checkout" ? await putReady(live, form, { id, session }) : { seqs: new Map<string, number>() };
    rememberAdded(live, id, { form, title }, ready.seqs, Math.max(seqOf(result), ...ready.seqs.values()));
    return { id, refused: ready.refused };
}

// While it is as it was added: what somebody has made of it since, or asks there, is not taken away with it.
function rememberAdded(live: Live, id: string, added: { form: ItemForm; title: string }, rounds: ReadonlyMap<string, number>, seq: number): void {
    const { store } = live.session;
    const item = () => store.find("item", id);
    const isAsAdded = ({ form, title, about }: Item) => saysSame({ form, title }, added) && !about;
    rememberAt(live, seq, {
        done: sayUndo("done_added", added),
        takeBack: async () => {
            const there = item();
            return there !== undefined && orSay(takeOutSeen(live, there));
        },
        holds: () => {
            const there = item();
            return there !== undefined && !there.removed && isAsAdded(there) && areAsAdded(roundsOfItem(live, id), rounds);
        },
    });
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

type Gone = { gone: Awaited<ReturnType<typeof putRounds>>; seq: number; refused?: undefined } | { refused: RefusedCommand };

// Its question goes with it, or else it stays.
async function takeOut(live: Live, item: Item): Promise<Gone> {
    const rounds = live.session.store.all("round").filter((round) => round.item === item.id);
    const gone = await putRounds(
        live,
        rounds.map((round) => ({ round, base: round.seq })),
        true,
    );
    const outcome = gone.find(({ refused }) => refused) ?? (await put(live, "item.put", itemPut(item, { removed: true })));
    if (!outcome.refused) return { gone, seq: "result" in outcome ? seqOf(outcome.result) : 0 };
    await putRounds(
        live,
        gone.filter(({ refused }) => !refused),
        false,
    );
    return { refused: outcome.refused };
}

// Settles once it is seen to be gone.
async function takeOutSeen(live: Live, item: Item): Promise<RefusedCommand | undefined> {
    const out = await takeOut(live, item);
    if (out.refused) return out.refused;
    await hasCome(live, out.seq);
    return undefined;
}

// What it had comes back with it.
export async function removeItem(live: Live, item: Item): Promise<RefusedCommand | undefined> {
    const out = await takeOut(live, item);
    if (out.refused) return out.refused;
    const putBack = async () => {
        const { refused } = await put(live, "item.put", itemPut(item, { base: out.seq }));
        const rounds = refused ? [] : await putRounds(live, out.gone, false);
        return refused ?? rounds.find((one) => one.refused)?.refused;
    };
    rememberAt(live, out.seq, {
        done: say("removed_done", { title: item.title }),
        takeBack: () => orSay(putBack()),
        holds: () => live.session.store.find("item", item.id) === undefined,
    });
    return undefined;
}
