// The walls on the big screen: side by side, or one group's alone. Only what the room may read anyway.
import type { Group } from "../../shared/grouping";
import { stageOfWalls } from "../../shared/stage_choices";
import { showsNotes } from "../../shared/stage_of";
import { ActButton } from "../run/act_button";
import { setStage } from "../run/stage_steps";
import { useSteering } from "../run/steer_steps";
import { say as sayRun } from "../run/texts/run";
import type { Desk } from "./desk";
import { say } from "./texts/desk";

function shownOf({ led: { session }, round }: Desk): string | undefined {
    const { stage } = session;
    return stage?.screen === "walls" && stage.round === round.id ? (stage.group ?? "") : undefined;
}

export function WallsButton(desk: Desk) {
    const { live, led, round } = desk;
    const { mayStage } = useSteering(live, led.session);
    if (led.session.state !== "live") return null;
    if (!showsNotes(round)) return <p class="meta groups-wait">{say("stage_wait")}</p>;
    const isOn = shownOf(desk) === "";
    return (
        <ActButton live={live} class="slim" pressed={isOn} disabled={!mayStage} onAct={() => setStage(live, stageOfWalls(led, round, undefined), sayRun("done_stage"))}>
            {say(isOn ? "stage_walls_on" : "stage_walls")}
        </ActButton>
    );
}

export function StageOne({ group, ...desk }: Desk & { group: Group }) {
    const { live, led, round } = desk;
    const { mayStage } = useSteering(live, led.session);
    if (led.session.state !== "live") return null;
    const isOn = shownOf(desk) === group.id;
    const label = isOn ? undefined : say("stage_one_of", { name: group.name });
    return (
        <ActButton live={live} class="quiet slim" pressed={isOn} label={label} disabled={!mayStage} onAct={() => setStage(live, stageOfWalls(led, round, group.id), sayRun("done_stage"))}>
            {say(isOn ? "stage_one_on" : "stage_one")}
        </ActButton>
    );
}
