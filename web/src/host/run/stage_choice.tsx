// What the big screen shows of what is on: the way in, the item, the question, its words; what came since last time, a list of
// what is carried on; nothing.
import { useRef, useState } from "preact/hooks";
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

export function StageChoice(led: Led) {
    const { live, session, round } = led;
    const { mayStage } = useSteering(live, session);
    const view = stageOf(stagePartsOf(live, session));
    // (The result of another question is another thing than the question that is on.)
    const shown = view.screen === "round" && view.round.id !== round?.id ? undefined : view.screen;
    const stages = stageChoices(led, live.all("words"), live.all("round"));
    const [showsLists, showLists] = useState(false);
    // What was dark is lit again by the same button.
    const light = stages.round ?? stages.item ?? stages.join;
    return (
        <div class="stage-choice" role="group" aria-label={say("stage_choose")}>
            {CHOOSABLE.map((screen) => {
                const stage = shown === screen ? (screen === "blank" ? light : undefined) : stages[screen];
                const choose = async () => stage && setStage(live, stage, sayRun("done_stage"));
                const isOff = !mayStage || stages[screen] === undefined;
                return (
                    <ActButton key={screen} live={live} pressed={shown === screen} disabled={isOff} onAct={choose}>
                        {nameOf(screen, round)}
                    </ActButton>
                );
            })}
            <button type="button" aria-expanded={showsLists} class={shown === "entries" ? "is-shown" : undefined} onClick={() => showLists(!showsLists)}>
                {say("stage_lists")}
            </button>
            {showsLists && <ListChoice {...led} isOff={!mayStage} leave={() => showLists(false)} />}
        </div>
    );
}

// Of a question the room sees its answers, or its result, once it may.
function nameOf(screen: Choosable, round: Led["round"]): string {
    if (screen !== "round" || !round) return say(`stage_${screen}`);
    return say(showsResult(round) ? "stage_result" : showsNotes(round) ? "stage_answers" : "stage_round");
}

// With how much stands in each that is not done yet.
function ListChoice({ isOff, leave, ...led }: Led & { isOff: boolean; leave(): void }) {
    const { live, session } = led;
    const counts = openCounts(live.all("entry"));
    const { screen, entries } = session.stage ?? {};
    const box = useRef<HTMLDivElement>(null);
    const key = (event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        box.current?.parentElement?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
        leave();
    };
    return (
        <div class="stage-lists" ref={box} role="group" aria-label={say("stage_lists_choose")} onKeyDown={key}>
            {entryForms.map((form) => {
                const isShown = screen === "entries" && entries === form;
                const choose = async () => !isShown && setStage(live, stageOfList(led, form), sayRun("done_stage"));
                return (
                    <ActButton key={form} live={live} pressed={isShown} disabled={isOff} onAct={choose}>
                        {sayCarried(`list_${form}`)} <span class="carry-count">{counts[form]}</span>
                    </ActButton>
                );
            })}
        </div>
    );
}
