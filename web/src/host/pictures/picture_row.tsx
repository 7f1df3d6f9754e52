// One picture of the session: seen small, its caption, the way to the big screen, and what is seldom changed.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Session } from "../../shared/meeting";
import { aboutOf, isSeenByAll, LONGEST_CAPTION, type Picture } from "../../shared/pictures";
import { Dialog } from "../../shared/view/dialog";
import type { Live } from "../../shared/view/live";
import { PictureImage } from "../../shared/view/picture";
import { say as sayPictures } from "../../shared/view/texts/pictures";
import { MoveButtons } from "../carry/move_buttons";
import { ActButton } from "../run/act_button";
import { useSteering } from "../run/steer_steps";
import { BelongsFields } from "./belongs_fields";
import { changePicture, movePicture, removePicture, shortName, showPictures } from "./picture_steps";
import { say } from "./texts/pictures";

// `n`: where it stands, from 1; `all`: how many there are.
type RowProps = { live: Live; session: Session; picture: Picture; n: number; all: number };

export function PictureRow({ live, session, picture, n, all }: RowProps) {
    const [isLarge, setLarge] = useState(false);
    const [showsMore, showMore] = useState(false);
    const name = shortName(live, picture);
    const isHosts = !isSeenByAll(picture, live.all("round"));
    return (
        <li class="pictures-row" data-picture={picture.id}>
            <button type="button" class="pictures-thumb" aria-label={say("enlarge", { name })} onClick={() => setLarge(true)}>
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

// Kept when it is left, or with Enter, which goes to the next one: a pile of pictures is written through without the mouse.
function CaptionField({ live, picture, n }: Pick<RowProps, "live" | "picture" | "n">) {
    const saved = picture.caption ?? "";
    const [text, setText] = useState(saved);
    const before = useRef(saved);
    useLayoutEffect(() => {
        // (What was written here and not kept yet stays.)
        if (text === before.current) setText(saved);
        before.current = saved;
    }, [saved]);
    const keep = () => {
        const caption = text.trim();
        const now = live.session.store.find("picture", picture.id);
        if (now && caption !== (now.caption ?? "")) void changePicture(live, now, { caption });
    };
    const key = (event: KeyboardEvent) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        keep();
        const all = [...(event.currentTarget as HTMLElement).closest("ol")!.querySelectorAll<HTMLInputElement>("input[data-caption]")];
        all[all.indexOf(event.currentTarget as HTMLInputElement) + 1]?.focus();
    };
    return (
        <input
            data-caption
            class={saved === "" ? "is-missing" : undefined}
            value={text}
            maxLength={LONGEST_CAPTION}
            enterKeyHint="next"
            autocomplete="off"
            aria-label={say("caption", { n })}
            placeholder={say("caption_empty")}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={key}
            onBlur={keep}
        />
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
    return (
        <div class="pictures-more">
            <BelongsFields live={live} session={session} belongs={{ drawn, item, round, group }} change={(to) => void changePicture(live, picture, to)} />
            <div class="pictures-tools">
                <MoveButtons title={name} isUp={n > 1} isDown={n < all} move={(step) => void movePicture(live, picture, n - 1 + step)} />
                <ActButton live={live} class="quiet small" label={say("remove_this", { name })} onAct={() => removePicture(live, picture)}>
                    {say("remove")}
                </ActButton>
            </div>
        </div>
    );
}
