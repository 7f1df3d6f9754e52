// What the big screen shows of what is on: the way in, the item, the question, its words; what came since last time; nothing.
import { CHOOSABLE, stageChoices, type Choosable } from "../../shared/stage_choices";
import { stageOf } from "../../shared/stage_of";
import { stagePartsOf } from "../../shared/view/stage_parts";
import type { Led } from "./bar";
import { ActButton } from "./act_button";
import { setStage } from "./stage_steps";
import { useSteering } from "./steer_steps";
import { say as sayRun } from "./texts/run";
import { say } from "./texts/room";

export function StageChoice(led: Led) {
    const { live, session } = led;
    const { mayStage } = useSteering(live, session);
    const shown = stageOf(stagePartsOf(live, session)).screen;
    const stages = stageChoices(led, live.all("words"), live.all("round"));
    return (
        <div class="stage-choice" role="group" aria-label={say("stage_choose")}>
            {CHOOSABLE.map((screen) => {
                const stage = stages[screen];
                const choose = async () => {
                    if (stage && shown !== screen) await setStage(live, stage, sayRun("done_stage"));
                };
                const is = { isShown: shown === screen, isPossible: mayStage && stage !== undefined };
                return <Choice key={screen} live={live} screen={screen} {...is} choose={choose} />;
            })}
        </div>
    );
}

type ChoiceProps = Pick<Led, "live"> & { screen: Choosable; isShown: boolean; isPossible: boolean; choose(): Promise<void> };

function Choice({ live, screen, isShown, isPossible, choose }: ChoiceProps) {
    return (
        <ActButton live={live} pressed={isShown} disabled={!isPossible} onAct={choose}>
            {say(`stage_${screen}`)}
        </ActButton>
    );
}
