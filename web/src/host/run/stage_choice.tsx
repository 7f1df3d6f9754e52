// What the big screen shows of what is on: the way in, the item, the question, its words; what came since last time; nothing.
import type { EventSessionStage, StageScreen } from "../../generated/types";
import type { Round, Words } from "../../shared/meeting";
import { wasOpened } from "../../shared/run_of";
import { stageOf } from "../../shared/stage_of";
import { stagePartsOf } from "../../shared/view/stage_parts";
import type { Led } from "./bar";
import { ActButton } from "./act_button";
import { setStage } from "./stage_steps";
import { useSteering } from "./steer_steps";
import { say as sayRun } from "./texts/run";
import { say } from "./texts/room";

const CHOOSABLE = ["join", "item", "round", "words", "since", "blank"] as const satisfies readonly StageScreen[];
type Choosable = (typeof CHOOSABLE)[number];

export function StageChoice({ live, session, on, round }: Led) {
    const { mayStage } = useSteering(live, session);
    const shown = stageOf(stagePartsOf(live, session)).screen;
    const list = listOf(live.all("words"), session.id, live.all("round"), round?.id);
    const item = on?.item === undefined ? {} : { item: on.item.id };
    const of = round === undefined ? {} : { round: round.id };
    const stages: Record<Choosable, Omit<EventSessionStage, "id"> | undefined> = {
        join: { screen: "join", ...item, ...of },
        item: on?.item === undefined ? undefined : { screen: "item", ...item, ...of },
        round: round !== undefined && wasOpened(round) ? { screen: "round", ...item, ...of } : undefined,
        since: { screen: "since", ...item, ...of },
        blank: { screen: "blank", ...item, ...of },
        words: list === undefined ? undefined : { screen: "words", ...item, ...of, list: list.id },
    };
    return (
        <div class="stage-choice" role="group" aria-label={say("stage_choose")}>
            {CHOOSABLE.map((screen) => {
                const stage = stages[screen];
                const choose = async () => {
                    if (stage && shown !== screen) await setStage(live, { id: session.id, ...stage }, sayRun("done_stage"));
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

// The list that the room may see: of the round that is on first, else any of the session's.
function listOf(lists: readonly Words[], session: string, rounds: readonly Round[], round: string | undefined) {
    const own = new Set(rounds.filter((one) => one.session === session).map(({ id }) => id));
    const shown = lists.filter((list) => list.shown && list.rounds.some((id) => own.has(id)));
    return shown.find((list) => round !== undefined && list.rounds.includes(round)) ?? shown.at(-1);
}
