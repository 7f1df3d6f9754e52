// What the big screen shows of what is on: the way in, the item, the question, its words; what came since last time, a list of
// what is carried on; nothing.
import { useRef, useState } from "preact/hooks";
import type { EntryForm, EventSessionStage } from "../../generated/types";
import { entryForms, openCounts } from "../../shared/entries";
import { CHOOSABLE, stageChoices, stageOfList, type Choosable } from "../../shared/stage_choices";
import { showsNotes, showsResult, stageOf } from "../../shared/stage_of";
import { stagePartsOf } from "../../shared/view/stage_parts";
import { say as sayCarried } from "../../shared/view/texts/carried";
import type { Led } from "./bar";
import { ActButton } from "./act_button";
import { setStage } from "./stage_steps";
import { useSteering } from "./steer_steps";
import { say as sayRun } from "./texts/run";
import { say } from "./texts/room";

const AT_HAND = CHOOSABLE.filter((screen) => screen !== "since");
const isMore = (screen: string | undefined) => screen === "since" || screen === "entries";

export function StageChoice(led: Led) {
    const { live, session, round } = led;
    const { mayStage } = useSteering(live, session);
    const view = stageOf(stagePartsOf(live, session));
    // (The result of another question is another thing than the question that is on.)
    const shown = view.screen === "round" && view.round.id !== round?.id ? undefined : view.screen;
    const stages = stageChoices(led, live.all("words"), live.all("round"));
    const [showsMore, showMore] = useState(false);
    // What was dark is lit again by the same button.
    const light = stages.round ?? stages.item ?? stages.join;
    return (
        <div class="stage-choice" role="group" aria-label={say("stage_choose")}>
            {AT_HAND.map((screen) => {
                const stage = shown === screen ? (screen === "blank" ? light : undefined) : stages[screen];
                const choose = async () => stage && setStage(live, stage, sayRun("done_stage"));
                const isOff = !mayStage || stages[screen] === undefined;
                return (
                    <ActButton key={screen} live={live} pressed={shown === screen} disabled={isOff} onAct={choose}>
                        {nameOf(screen, round)}
                    </ActButton>
                );
            })}
            <button type="button" aria-expanded={showsMore} class={isMore(shown) ? "is-shown" : undefined} onClick={() => showMore(!showsMore)}>
                {say("stage_more")}
            </button>
            {showsMore && <MoreChoice {...led} since={stages.since} isOff={!mayStage} leave={() => showMore(false)} />}
        </div>
    );
}

// Of a question the room sees its answers, or its result, once it may.
function nameOf(screen: Choosable, round: Led["round"]): string {
    if (screen !== "round" || !round) return say(`stage_${screen}`);
    return say(showsResult(round) ? "stage_result" : showsNotes(round) ? "stage_answers" : "stage_round");
}

// What was carried from before: all that came since last time, or one list, with how much of it is not done yet.
function MoreChoice({ since, isOff, leave, ...led }: Led & { since: EventSessionStage | undefined; isOff: boolean; leave(): void }) {
    const { live, session } = led;
    const counts = openCounts(live.all("entry"));
    const { screen, entries } = session.stage ?? {};
    const box = useRef<HTMLDivElement>(null);
    const key = (event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        box.current?.parentElement?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
        leave();
    };
    const show = async (stage: EventSessionStage | undefined) => stage && setStage(live, stage, sayRun("done_stage"));
    return (
        <div class="stage-lists" ref={box} role="group" aria-label={say("stage_carried")} onKeyDown={key}>
            <ActButton live={live} pressed={screen === "since"} disabled={isOff} onAct={() => show(screen === "since" ? undefined : since)}>
                {say("stage_since")}
            </ActButton>
            {entryForms.map((form) => {
                const isShown = screen === "entries" && entries === form;
                return (
                    <ActButton key={form} live={live} pressed={isShown} disabled={isOff} onAct={() => show(isShown ? undefined : stageOfList(led, form))}>
                        {sayCarried(`list_${form}`)} <span class="carry-count">{counts[form]}</span>
                    </ActButton>
                );
            })}
        </div>
    );
}

// Where the lists are written: the one that is looked at.
export function StageList({ form, ...led }: Led & { form: EntryForm }) {
    const { live, session } = led;
    const { mayStage } = useSteering(live, session);
    if (session.state === "ended") return null;
    const { screen, entries } = session.stage ?? {};
    const isShown = screen === "entries" && entries === form;
    const show = async () => !isShown && setStage(live, stageOfList(led, form), sayRun("done_stage"));
    return (
        <ActButton live={live} class="quiet stage-list" pressed={isShown} disabled={!mayStage} onAct={show}>
            {say(isShown ? "list_is_shown" : "show_list")}
        </ActButton>
    );
}
