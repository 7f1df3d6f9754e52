// What is done with a picture that is there: said, moved, removed, shown; each with how it is taken back.
import type { EventPicturePut } from "../../generated/types";
import type { Session } from "../../shared/meeting";
import { cut } from "../../shared/lines";
import { picturesOf, type Picture } from "../../shared/pictures";
import { stageOfPicturesBeside } from "../../shared/stage_choices";
import type { Live } from "../../shared/view/live";
import { altOf } from "../../shared/view/picture";
import { rememberAt, tryBack } from "../act";
import { changeThing, contentOf, moveThing, removeThing } from "../carry/things";
import { orSay } from "../refusals";
import { setStage } from "../run/stage_steps";
import { say as sayRun } from "../run/texts/run";
import { say } from "./texts/pictures";

// (It stands on a button.)
export function shortName(live: Live, picture: Picture): string {
    const name = altOf(live, picture);
    return name.length <= 40 ? name : `${cut(name, 38).trimEnd()}…`;
}

export type Change = Partial<Pick<EventPicturePut, "item" | "round" | "group" | "caption" | "drawn">>;

export function changePicture(live: Live, old: Picture, change: Change): Promise<boolean> {
    const content = { ...contentOf("picture", old), ...change };
    return orSay(changeThing(live, "picture", old, content, say("done_changed", { name: shortName(live, old) })));
}

export function removePicture(live: Live, old: Picture): Promise<boolean> {
    return orSay(removeThing(live, "picture", old, say("done_removed", { name: shortName(live, old) })));
}

export function movePicture(live: Live, old: Picture, to: number): Promise<boolean> {
    const list = () => picturesOf(live.session.store.all("picture"), old.session);
    return orSay(moveThing(live, { kind: "picture", list, id: old.id, to, title: shortName(live, old) }));
}

// One that was uploaded here can be taken away as what was done last.
export function rememberAdded(live: Live, params: EventPicturePut, seq: number): void {
    const now = () => live.session.store.find("picture", params.id);
    rememberAt(live, seq, {
        done: say("done_added"),
        takeBack: async () => {
            const picture = now();
            if (!picture) return false;
            const { id, seq: base, position = 0 } = picture;
            return orSay(tryBack(live, "picture.put", { ...params, ...contentOf("picture", picture), id, base, position, removed: true }));
        },
        holds: () => now() !== undefined,
    });
}

// What is on stays on beside it. What is shown already gives way to what is on.
export function showPictures(live: Live, session: Session, picture: Picture | undefined): Promise<boolean> {
    const { item, round, screen, picture: shown } = session.stage ?? {};
    const beside = { id: session.id, ...(item === undefined ? {} : { item }), ...(round === undefined ? {} : { round }) };
    const isShown = picture ? screen === "picture" && shown === picture.id : screen === "pictures";
    const stage = isShown ? ({ ...beside, screen: round === undefined ? "item" : "round" } as const) : stageOfPicturesBeside(beside, picture?.id);
    return setStage(live, stage, sayRun("done_stage"));
}
