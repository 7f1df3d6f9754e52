// What the big screen may be told to show beside what is on, as whoever leads chooses it: on the page, and on the remote.
import type { EntryForm, EventSessionStage } from "../../generated/types";
import { CHOOSABLE, stageChoices, stageOfList, stageOfPictures, type Choosable } from "../../shared/stage_choices";
import { newestFirst, roomPictures, type Picture } from "../../shared/pictures";
import { moreChoices, type MoreChoice, type MoreKind } from "../../shared/stage_more";
import { stageOf } from "../../shared/stage_of";
import type { Live } from "../../shared/view/live";
import { stagePartsOf } from "../../shared/view/stage_parts";
import type { Led } from "./bar";
import { setStage } from "./stage_steps";
import { useSteering } from "./steer_steps";
import { say } from "./texts/run";

export interface ScreenOf<What> {
    what: What;
    isShown: boolean;
    isOff: boolean;
    show(): Promise<unknown>;
}

// Of what has a name of its own; nothing: all of its kind together.
export type NamedScreen = ScreenOf<string> & { name: string | undefined };

// What there is several of: walls, themes, comparisons.
export interface MoreScreens {
    kind: MoreKind;
    screens: NamedScreen[];
    // Whether one of them is shown, whichever.
    isShown: boolean;
}

export interface Screens {
    screens: ScreenOf<Choosable>[];
    list(form: EntryForm): ScreenOf<EntryForm>;
    // The one that came last, and all of them; empty where there are none.
    pictures: ScreenOf<"picture" | "pictures">[];
    // Those kinds of which there is something that the room may see.
    more: MoreScreens[];
    // Whether one of the lists is shown, whichever.
    isList: boolean;
    mayStage: boolean;
}

export function useScreens(led: Led): Screens {
    const { live, session, round } = led;
    const view = stageOf(stagePartsOf(live, session));
    const { mayStage } = useSteering(live, session);
    // (The result of another question is another thing than the question that is on.)
    const shown = view.screen === "round" && view.round.id !== round?.id ? undefined : view.screen;
    const stages = stageChoices(led, live.all("words"), live.all("round"));
    // What was dark is lit again by the same button.
    const light = stages.round ?? stages.item ?? (led.on?.item ? stages.since : stages.join);
    const screenOf = (what: Choosable): ScreenOf<Choosable> => {
        const isShown = shown === what;
        const stage = isShown ? (what === "blank" ? light : undefined) : stages[what];
        return { what, isShown, isOff: !mayStage || stages[what] === undefined, show: () => showing(led, stage) };
    };
    const list = (form: EntryForm): ScreenOf<EntryForm> => {
        const isShown = view.screen === "entries" && view.form === form;
        return { what: form, isShown, isOff: !mayStage, show: () => showing(led, isShown ? undefined : stageOfList(led, form)) };
    };
    const [newest] = newestFirst(roomPictures(live.all("picture"), live.all("round"), session.id));
    const pictureOf = (what: "picture" | "pictures", picture: Picture | undefined): ScreenOf<"picture" | "pictures"> => {
        const isShown = view.screen === what && (view.screen !== "picture" || view.picture.id === picture?.id);
        return { what, isShown, isOff: !mayStage, show: () => showing(led, isShown ? undefined : stageOfPictures(led, picture?.id)) };
    };
    const pictures = newest ? [pictureOf("picture", newest), pictureOf("pictures", undefined)] : [];
    const more = moreScreens(led, moreChoices(led, view, madeHere(live)), mayStage);
    return { pictures, more, screens: CHOOSABLE.map(screenOf), list, isList: view.screen === "entries", mayStage };
}

function madeHere(live: Live) {
    return { rounds: live.all("round"), groupings: live.all("grouping"), boards: live.all("board"), themes: live.all("theme"), comparisons: live.all("comparison") };
}

const KINDS: readonly MoreKind[] = ["walls", "themes", "comparisons"];

function moreScreens(led: Led, choices: Record<MoreKind, MoreChoice[]>, mayStage: boolean): MoreScreens[] {
    const screenOf = ({ id, name, isShown, stage }: MoreChoice) => ({ what: id, name, isShown, isOff: !mayStage, show: () => showing(led, isShown ? undefined : stage) });
    return KINDS.filter((kind) => choices[kind].length > 0).map((kind) => {
        return { kind, screens: choices[kind].map(screenOf), isShown: choices[kind].some(({ isShown }) => isShown) };
    });
}

async function showing({ live }: Led, stage: EventSessionStage | undefined): Promise<void> {
    if (stage) await setStage(live, stage, say("done_stage"));
}
