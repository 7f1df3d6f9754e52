// What the room sees, in choices that are large enough to be pressed without looking twice.
import { CHOOSABLE, stageChoices, stageOfList } from "../../shared/stage_choices";
import { stageOf, type StageView } from "../../shared/stage_of";
import type { EventSessionStage } from "../../generated/types";
import { entryForms } from "../../shared/entries";
import { stagePartsOf } from "../../shared/view/stage_parts";
import { say as sayCarried } from "../../shared/view/texts/carried";
import { ActButton } from "../run/act_button";
import type { Led } from "../run/bar";
import { setStage } from "../run/stage_steps";
import { useSteering } from "../run/steer_steps";
import { say as sayRun } from "../run/texts/run";
import { nameOf } from "./moves";
import { say } from "./texts/remote";

type ChoiceProps = { led: Led; askList(asks: boolean): void };

function useShown({ live, session }: Led): StageView {
    return stageOf(stagePartsOf(live, session));
}

async function show({ live }: Led, stage: EventSessionStage | undefined): Promise<void> {
    if (stage) await setStage(live, stage, sayRun("done_stage"));
}

export function ScreenChoice({ led, askList }: ChoiceProps) {
    const { live, session, round } = led;
    const view = useShown(led);
    // (The result of another question is another thing than the question that is on.)
    const shown = view.screen === "round" && view.round.id !== round?.id ? undefined : view.screen;
    const { mayStage } = useSteering(live, session);
    const stages = stageChoices(led, live.all("words"), live.all("round"));
    // What was dark is lit again by the same button.
    const light = stages.round ?? stages.item ?? stages.join;
    return (
        <div class="remote-grid" role="group" aria-label={say("screen_choose")}>
            {CHOOSABLE.map((screen) => {
                const isShown = shown === screen;
                const stage = isShown ? (screen === "blank" ? light : undefined) : stages[screen];
                const isOff = !mayStage || stages[screen] === undefined;
                return (
                    <ActButton key={screen} live={live} pressed={isShown} disabled={isOff} onAct={() => show(led, stage)}>
                        {say(`show_${nameOf(screen, round)}`)}
                    </ActButton>
                );
            })}
            <button type="button" class={view.screen === "entries" ? "is-shown" : ""} disabled={!mayStage} onClick={() => askList(true)}>
                {say("list")}
            </button>
        </div>
    );
}

// One of the lists of what is carried on.
export function ListChoice({ led }: Pick<ChoiceProps, "led">) {
    const { live, session } = led;
    const view = useShown(led);
    const { mayStage } = useSteering(live, session);
    return (
        <div class="remote-grid" role="group" aria-label={say("list_choose")}>
            {entryForms.map((form) => {
                const isShown = view.screen === "entries" && view.form === form;
                const choose = () => show(led, isShown ? undefined : stageOfList(led, form));
                return (
                    <ActButton key={form} live={live} pressed={isShown} disabled={!mayStage} onAct={choose}>
                        {sayCarried(`list_${form}`)}
                    </ActButton>
                );
            })}
        </div>
    );
}
