// A list's head: what its figures are, who sees it, what can be done with it as a whole.
import type { Words } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { act, actAt } from "../act";
import { remember } from "../undo";
import type { Desk } from "./desk";
import { ListForm } from "./list_form";
import { say } from "./texts/words";

async function putShown(live: Live, list: Words, shown: boolean): Promise<(() => Promise<boolean>) | undefined> {
    const { id, title, rounds } = list;
    const seq = await actAt(live, "words.put", { id, base: list.seq, title, rounds, shown });
    return seq === undefined ? undefined : () => act(live, "words.put", { id, base: seq, title, rounds, shown: !shown });
}

async function show(live: Live, list: Words, shown: boolean): Promise<void> {
    const back = await putShown(live, list, shown);
    if (back) remember({ done: say(shown ? "did_show" : "did_hide"), takeBack: () => void back() });
}

// The big screen shows only what all may see: both at once, and both are taken back at once.
async function showOnDisplay(live: Live, session: string, list: Words): Promise<void> {
    const before = live.find("session", session)?.stage;
    const hide = list.shown ? undefined : await putShown(live, list, true);
    if (!list.shown && !hide) return;
    const item = before?.item === undefined ? {} : { item: before.item };
    if (!(await act(live, "session.stage", { id: session, screen: "words", list: list.id, ...item }))) return;
    const takeBack = () => {
        void act(live, "session.stage", { id: session, ...(before ?? { screen: "item" }) });
        void hide?.();
    };
    remember({ done: say("did_display"), takeBack });
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
    const stage = live.find("session", session)?.stage;
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
                    disabled={!desk.canAct || isOnDisplay}
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
