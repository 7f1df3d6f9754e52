// One picture of the session: seen small, its caption, the way to the big screen, and what is seldom changed.
import { useState } from "preact/hooks";
import type { Session } from "../../shared/meeting";
import { aboutOf, isSeenByAll, type Picture } from "../../shared/pictures";
import { Dialog } from "../../shared/view/dialog";
import type { Live } from "../../shared/view/live";
import { PictureImage } from "../../shared/view/picture";
import { say as sayPictures } from "../../shared/view/texts/pictures";
import { canAct } from "../act";
import { MoveButtons } from "../carry/move_buttons";
import { useDragging, type Drop } from "../moving";
import { ActButton } from "../run/act_button";
import { useSteering } from "../run/steer_steps";
import { BelongsFields } from "./belongs_fields";
import { CaptionField } from "./caption_field";
import { changePicture, movePicture, removePicture, shortName, showPictures } from "./picture_steps";
import { say } from "./texts/pictures";

// `n`: where it stands, from 1; `all`: how many there are.
type RowProps = { live: Live; session: Session; picture: Picture; n: number; all: number };

export function PictureRow({ live, session, picture, n, all, drop }: RowProps & { drop: Drop }) {
    const [isLarge, setLarge] = useState(false);
    const [showsMore, showMore] = useState(false);
    const name = shortName(live, picture);
    const isHosts = !isSeenByAll(picture, live.all("round"));
    const isOff = !canAct(live);
    const { row, grip, edge } = useDragging({ kind: `picture ${session.id}`, id: picture.id, isOff, drop });
    const keyDown = (event: KeyboardEvent) => {
        const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
        // (In a list of choices it opens them.)
        if (!event.altKey || step === 0 || event.target instanceof HTMLSelectElement) return;
        event.preventDefault();
        if (!isOff) void movePicture(live, picture, n - 1 + step);
    };
    return (
        <li ref={row} class={`pictures-row ${edge ?? ""}`} data-picture={picture.id} onKeyDown={keyDown}>
            <span ref={grip} class={isOff ? "grip is-off" : "grip"} title={say("drag", { name })} aria-hidden="true">
                ⋮⋮
            </span>
            <button type="button" class="pictures-thumb" aria-label={say("enlarge", { name })} aria-describedby="pictures-keys" onClick={() => setLarge(true)}>
                <PictureImage live={live} picture={picture} small isLazy />
            </button>
            <div class="pictures-said">
                <CaptionField key={picture.id} live={live} picture={picture} n={n} />
                <p class="meta">{[sayPictures(picture.drawn ? "drawn" : "paper"), placeOf(live, session, picture), isHosts && say("only_hosts")].filter(Boolean).join(" · ")}</p>
            </div>
            <span class="pictures-tools">
                <ShowButton live={live} session={session} picture={picture} name={name} isOff={isHosts} />
                <button type="button" class="quiet small" aria-expanded={showsMore} aria-label={say(showsMore ? "less_this" : "more_this", { name })} onClick={() => showMore(!showsMore)}>
                    {say(showsMore ? "less" : "more")}
                </button>
            </span>
            {showsMore && <More live={live} session={session} picture={picture} n={n} all={all} name={name} />}
            {isLarge && (
                <Dialog title={say("large", { n })} close={() => setLarge(false)} class="pictures-large">
                    <PictureImage live={live} picture={picture} />
                </Dialog>
            )}
        </li>
    );
}

function placeOf(live: Live, session: Session, picture: Picture): string | undefined {
    const groups = live.all("grouping").flatMap(({ groups = [] }) => groups);
    const { item, round, group } = aboutOf(picture, { session, items: live.all("item"), rounds: live.all("round"), groups });
    return [round?.question ?? item?.title, group].filter(Boolean).join(", ") || undefined;
}

type ShowProps = { live: Live; session: Session; picture: Picture; name: string; isOff: boolean };

function ShowButton({ live, session, picture, name, isOff }: ShowProps) {
    const { mayStage } = useSteering(live, session);
    const isShown = session.stage?.screen === "picture" && session.stage.picture === picture.id;
    if (session.state === "ended") return null;
    return (
        <ActButton
            live={live}
            class="small"
            pressed={isShown}
            disabled={!mayStage || isOff}
            label={say(isShown ? "shown_this" : "show_this", { name })}
            onAct={() => showPictures(live, session, picture)}
        >
            {say(isShown ? "shown" : "show")}
        </ActButton>
    );
}

function More({ live, session, picture, n, all, name }: RowProps & { name: string }) {
    const { drawn = false, item, round, group } = picture;
    const isOff = !canAct(live);
    return (
        <div class="pictures-more">
            <BelongsFields live={live} session={session} belongs={{ drawn, item, round, group }} isOff={isOff} change={(to) => void changePicture(live, picture, to)} />
            <div class="pictures-tools">
                <MoveButtons title={name} isUp={!isOff && n > 1} isDown={!isOff && n < all} move={(step) => void movePicture(live, picture, n - 1 + step)} />
                <ActButton live={live} class="quiet small" label={say("remove_this", { name })} onAct={() => removePicture(live, picture)}>
                    {say("remove")}
                </ActButton>
            </div>
        </div>
    );
}
