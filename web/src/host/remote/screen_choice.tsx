// What the room sees, in choices that are large enough to be pressed without looking twice.
import { entryForms } from "../../shared/entries";
import { nameOf } from "../../shared/stage_choices";
import type { MoreKind } from "../../shared/stage_more";
import { say as sayCarried } from "../../shared/view/texts/carried";
import { ActButton } from "../run/act_button";
import type { Led } from "../run/bar";
import { useScreens } from "../run/screens";
import { Named } from "../run/stage_choice";
import { say as sayRoom } from "../run/texts/room";
import { say } from "./texts/remote";

type ChoiceProps = { led: Led; askList(asks: boolean): void };

export function ScreenChoice({ led, askList }: ChoiceProps) {
    const { screens, isList, more, mayStage } = useScreens(led);
    const isMore = isList || more.some(({ isShown }) => isShown);
    return (
        <div class="remote-grid" role="group" aria-label={say("screen_choose")}>
            {screens.map(({ what, isShown, isOff, show }) => (
                <ActButton key={what} live={led.live} pressed={isShown} disabled={isOff} onAct={show}>
                    {say(`show_${nameOf(what, led.round)}`)}
                </ActButton>
            ))}
            <button type="button" class={isMore ? "is-shown" : ""} disabled={!mayStage} onClick={() => askList(true)}>
                {say("list")}
            </button>
        </div>
    );
}

type ListProps = Pick<ChoiceProps, "led"> & { askKind(kind: MoreKind): void };

// What the room has made, and the lists of what is carried on.
export function ListChoice({ led, askKind }: ListProps) {
    const { list, pictures, more, mayStage } = useScreens(led);
    return (
        <div class="remote-grid" role="group" aria-label={say("list_choose")}>
            {more.map(({ kind, screens, isShown }) =>
                screens.length === 1 ? (
                    <Named key={kind} live={led.live} screen={screens[0]!} label={sayRoom(`stage_${kind}`)} />
                ) : (
                    <button key={kind} type="button" class={isShown ? "is-shown" : ""} disabled={!mayStage} onClick={() => askKind(kind)}>
                        {sayRoom(`more_${kind}`)}
                    </button>
                ),
            )}
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

// All of one kind, and each by itself. What was taken away meanwhile leaves the others.
export function KindChoice({ led, kind, askKind }: ListProps & { kind: MoreKind }) {
    const of = useScreens(led).more.find((one) => one.kind === kind);
    if (!of) return <ListChoice led={led} askKind={askKind} />;
    return (
        <div class="remote-grid" role="group" aria-label={sayRoom(`more_${kind}`)}>
            {of.screens.map((screen) => (
                <Named key={screen.what} live={led.live} screen={screen} label={screen.name ?? sayRoom(`stage_${kind}`)} isNamed={screen.name !== undefined} />
            ))}
        </div>
    );
}
