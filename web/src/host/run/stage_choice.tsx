// What the big screen shows of what is on: the way in, the item, the question, its words; what came since last time, a list of
// what is carried on; nothing.
import { useRef, useState } from "preact/hooks";
import type { EntryForm } from "../../generated/types";
import { entryForms, openCounts } from "../../shared/entries";
import { nameOf } from "../../shared/stage_choices";
import { say as sayCarried } from "../../shared/view/texts/carried";
import type { Led } from "./bar";
import { ActButton } from "./act_button";
import { useScreens, type MoreScreens, type NamedScreen, type Screens } from "./screens";
import { say } from "./texts/room";

export function StageChoice(led: Led) {
    const { live, on, round } = led;
    const choices = useScreens(led);
    const [showsMore, showMore] = useState(false);
    // (Where the room looks back, that is the item.)
    const apart = on?.item?.form === "since" ? "item" : "since";
    const isMore = choices.isList || [...choices.pictures, ...choices.more].some(({ isShown }) => isShown) || choices.screens.some(({ what, isShown }) => what === apart && isShown);
    return (
        <div class="stage-choice" role="group" aria-label={say("stage_choose")}>
            {choices.screens.map(
                ({ what, isShown, isOff, show }) =>
                    what !== apart && (
                        <ActButton key={what} live={live} pressed={isShown} disabled={isOff} onAct={show}>
                            {say(`stage_${nameOf(what, round)}`)}
                        </ActButton>
                    ),
            )}
            <button type="button" aria-expanded={showsMore} class={isMore ? "is-shown" : undefined} onClick={() => showMore(!showsMore)}>
                {say("stage_more")}
            </button>
            {showsMore && <MoreChoice live={live} choices={choices} hasSince={apart === "since"} leave={() => showMore(false)} />}
        </div>
    );
}

type MoreProps = Pick<Led, "live"> & { choices: Screens; hasSince: boolean; leave(): void };

// What the room has made, pictures, and what was carried from before: all that came since last time, or one list, with how much of it is not done yet.
function MoreChoice({ live, choices: { screens, list, pictures, more }, hasSince, leave }: MoreProps) {
    const counts = openCounts(live.all("entry"));
    const box = useRef<HTMLDivElement>(null);
    const key = (event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        box.current?.parentElement?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
        leave();
    };
    const since = screens.find(({ what }) => what === "since")!;
    return (
        <div class="stage-lists" ref={box} role="group" aria-label={say("stage_carried")} onKeyDown={key}>
            {hasSince && (
                <ActButton live={live} pressed={since.isShown} disabled={since.isOff} onAct={since.show}>
                    {say("stage_since")}
                </ActButton>
            )}
            {more.map((of) => (
                <MoreOf key={of.kind} live={live} of={of} />
            ))}
            {pictures.map(({ what, isShown, isOff, show }) => (
                <ActButton key={what} live={live} pressed={isShown} disabled={isOff} onAct={show}>
                    {say(`stage_${what}`)}
                </ActButton>
            ))}
            {entryForms.map(list).map(({ what, isShown, isOff, show }) => (
                <ActButton key={what} live={live} pressed={isShown} disabled={isOff} onAct={show}>
                    {sayCarried(`list_${what}`)} <span class="carry-count">{counts[what]}</span>
                </ActButton>
            ))}
        </div>
    );
}

// One by itself, or behind a button of its own those of one kind.
function MoreOf({ live, of: { kind, screens, isShown } }: Pick<Led, "live"> & { of: MoreScreens }) {
    const [isOpen, open] = useState(false);
    const [only] = screens;
    if (screens.length === 1 && only) return <Named live={live} screen={only} label={say(`stage_${kind}`)} />;
    return (
        <>
            <button type="button" aria-expanded={isOpen} class={isShown ? "is-shown" : undefined} onClick={() => open(!isOpen)}>
                {say(`more_${kind}`)}
            </button>
            {isOpen && (
                <div class="stage-lists stage-each" role="group" aria-label={say(`more_${kind}`)}>
                    {screens.map((screen) => (
                        <Named key={screen.what} live={live} screen={screen} label={screen.name ?? say(`stage_${kind}`)} isNamed={screen.name !== undefined} />
                    ))}
                </div>
            )}
        </>
    );
}

type NamedProps = Pick<Led, "live"> & { screen: NamedScreen; label: string; isNamed?: boolean };

export function Named({ live, screen: { isShown, isOff, show }, label, isNamed = false }: NamedProps) {
    return (
        <ActButton live={live} pressed={isShown} disabled={isOff} onAct={show}>
            <span lang={isNamed ? live.tongue : undefined}>{label}</span>
        </ActButton>
    );
}

// Where the lists are written: the one that is looked at.
export function StageList({ form, ...led }: Led & { form: EntryForm }) {
    const { isShown, isOff, show } = useScreens(led).list(form);
    if (led.session.state === "ended") return null;
    return (
        <ActButton live={led.live} class="quiet stage-list" pressed={isShown} disabled={isOff} onAct={show}>
            {say(isShown ? "list_is_shown" : "show_list")}
        </ActButton>
    );
}
