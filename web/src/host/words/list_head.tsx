// A list's head: what its figures are, who sees it, what can be done with it as a whole.
import type { EventWordsPut } from "../../generated/types";
import type { Words } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { act, actBack, actUndoably } from "../act";
import { setStageOpenly, stageNow } from "../run/stage_steps";
import { useSteering } from "../run/steer_steps";
import type { Desk } from "./desk";
import { ListForm } from "./list_form";
import { say } from "./texts/words";

const listNow = (live: Live, id: string) => live.session.store.shared("words", id);
const isShown = (live: Live, id: string) => listNow(live, id)?.shown === true;

function paramsOf({ id, seq, title, rounds }: Words, shown: boolean): EventWordsPut {
    return { id, base: seq, title, rounds, shown };
}

// As the list is by then, but for whether all see it.
async function putShownBack(live: Live, id: string, shown: boolean): Promise<boolean> {
    const list = listNow(live, id);
    return list !== undefined && actBack(live, "words.put", paramsOf(list, shown));
}

async function show(live: Live, list: Words, shown: boolean): Promise<void> {
    await actUndoably(live, {
        method: "words.put",
        params: paramsOf(list, shown),
        done: say(shown ? "did_show" : "did_hide"),
        takeBack: () => putShownBack(live, list.id, !shown),
        holds: () => listNow(live, list.id) !== undefined && isShown(live, list.id) === shown,
    });
}

function showOnDisplay(live: Live, session: string, list: Words): Promise<void> {
    const { item } = stageNow(live, session) ?? {};
    return setStageOpenly(live, {
        stage: { id: session, screen: "words", list: list.id, ...(item !== undefined && { item }) },
        done: say("did_display"),
        isShown: () => isShown(live, list.id),
        show: () => act(live, "words.put", paramsOf(list, true)),
        hide: () => putShownBack(live, list.id, false),
    });
}

// A list says what stands on notes: while somebody may not see them all, only hosts see it.
function isHeldBack(live: Live, list: Words): boolean {
    return list.rounds.some((id) => {
        const round = live.find("round", id);
        return round !== undefined && !round.revealed && round.visibility !== "all";
    });
}

interface ListHeadProps {
    desk: Desk;
    session: string;
    lists: readonly { id: string; name: string }[];
    heading: string | undefined;
    choose(list: string): void;
    makeBallot(): void;
}

export function ListHead({ desk, session, lists, heading, choose, makeBallot }: ListHeadProps) {
    const { live } = desk;
    const list = desk.list!;
    const at = live.find("session", session);
    const stage = at?.stage;
    const mayStage = at === undefined || useSteering(live, at).mayStage;
    const isOnDisplay = stage?.screen === "words" && stage.list === list.id && list.shown === true;
    const isChanging = desk.work.value?.what === "list";
    const stop = () => (desk.work.value = undefined);
    return (
        <header class="words-head">
            <div class="words-name">
                <h2 class={lists.length > 1 || list.title === heading ? "unseen" : "words-title"}>{list.title}</h2>
                {lists.length > 1 && (
                    <label>
                        <span class="unseen">{say("list")}</span>
                        <select value={list.id} onChange={(event) => choose(event.currentTarget.value)}>
                            {lists.map(({ id, name }) => (
                                <option key={id} value={id}>
                                    {name}
                                </option>
                            ))}
                        </select>
                    </label>
                )}
                <p class="meta">
                    {say(list.per_round ? "basis_sums" : "basis_persons", { n: list.persons ?? 0 })}{" "}
                    {!list.shown ? say("is_hidden") : isHeldBack(live, list) ? say("shown_later") : say("is_shown")}
                </p>
            </div>
            <p class="words-row-buttons">
                <button type="button" class="primary" disabled={!desk.canAct} onClick={makeBallot}>
                    {say("make_ballot")}
                </button>
                <button type="button" disabled={!desk.canAct} onClick={() => void show(live, list, !list.shown)}>
                    {say(list.shown ? "hide" : "show")}
                </button>
                <button
                    type="button"
                    disabled={!desk.canAct || !mayStage || isOnDisplay}
                    onClick={() => void showOnDisplay(live, session, list)}
                >
                    {say(isOnDisplay ? "is_on_display" : "on_display")}
                </button>
                <button
                    type="button"
                    class="quiet"
                    aria-expanded={isChanging}
                    onClick={() => (isChanging ? stop() : desk.start({ what: "list" }))}
                >
                    {say("change_list")}
                </button>
                <button type="button" class="quiet" onClick={() => choose("")}>
                    {say("new_list")}
                </button>
            </p>
            {isChanging && <ListForm live={live} session={session} list={list} rounds={list.rounds} done={stop} cancel={stop} />}
        </header>
    );
}
