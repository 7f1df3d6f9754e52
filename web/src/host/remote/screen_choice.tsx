// What the room sees, in choices that are large enough to be pressed without looking twice.
import { entryForms } from "../../shared/entries";
import { nameOf } from "../../shared/stage_choices";
import { say as sayCarried } from "../../shared/view/texts/carried";
import { ActButton } from "../run/act_button";
import type { Led } from "../run/bar";
import { useScreens } from "../run/screens";
import { say } from "./texts/remote";

type ChoiceProps = { led: Led; askList(asks: boolean): void };

export function ScreenChoice({ led, askList }: ChoiceProps) {
    const { screens, isList, mayStage } = useScreens(led);
    return (
        <div class="remote-grid" role="group" aria-label={say("screen_choose")}>
            {screens.map(({ what, isShown, isOff, show }) => (
                <ActButton key={what} live={led.live} pressed={isShown} disabled={isOff} onAct={show}>
                    {say(`show_${nameOf(what, led.round)}`)}
                </ActButton>
            ))}
            <button type="button" class={isList ? "is-shown" : ""} disabled={!mayStage} onClick={() => askList(true)}>
                {say("list")}
            </button>
        </div>
    );
}

// One of the lists of what is carried on.
export function ListChoice({ led }: Pick<ChoiceProps, "led">) {
    const { list, pictures } = useScreens(led);
    return (
        <div class="remote-grid" role="group" aria-label={say("list_choose")}>
            {pictures.map(({ what, isShown, isOff, show }) => (
                <ActButton key={what} live={led.live} pressed={isShown} disabled={isOff} onAct={show}>
                    {say(`show_${what}`)}
                </ActButton>
            ))}
            {entryForms.map(list).map(({ what, isShown, isOff, show }) => (
                <ActButton key={what} live={led.live} pressed={isShown} disabled={isOff} onAct={show}>
                    {sayCarried(`list_${what}`)}
                </ActButton>
            ))}
        </div>
    );
}
