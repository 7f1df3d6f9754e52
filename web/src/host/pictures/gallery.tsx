// The session's pictures as a list that is put into order, by dragging, by keyboard and by buttons, and given words.
import { useRef, useState } from "preact/hooks";
import type { Session } from "../../shared/meeting";
import { newestFirst, picturesOf, roomPictures, withoutCaption, type Picture } from "../../shared/pictures";
import type { Live } from "../../shared/view/live";
import { ShowMore, useMost } from "../../shared/view/show_more";
import { landing, useFocusAcrossMoves, type Edge } from "../moving";
import { ActButton } from "../run/act_button";
import { useSteering } from "../run/steer_steps";
import { PictureRow } from "./picture_row";
import { movePicture, showPictures } from "./picture_steps";
import { say } from "./texts/pictures";

const STEP = 40;

type GalleryProps = { live: Live; session: Session; pictures: readonly Picture[] };

export function Gallery({ live, session, pictures }: GalleryProps) {
    const list = useRef<HTMLOListElement>(null);
    const { most, more } = useMost(STEP);
    useFocusAcrossMoves(list, pictures.map(({ id }) => id).join(), "button");
    // (The same function each time, or every row would be made draggable anew while somebody drags.)
    const [drop] = useState(() => (id: string, edge: Edge, beside: string) => {
        const order = picturesOf(live.session.store.all("picture"), session.id);
        const dragged = order.find((one) => one.id === id);
        if (dragged) void movePicture(live, dragged, landing(order.map((one) => one.id), id, edge, beside));
    });
    return (
        <>
            {session.state !== "ended" && <ShowSome live={live} session={session} />}
            <Missing list={list} pictures={pictures} most={most} more={more} />
            <p id="pictures-keys" class="unseen">
                {say("keys")}
            </p>
            <div class="pictures-all">
                <ol class="pictures-rows" ref={list} aria-label={say("list")}>
                    {pictures.slice(0, most).map((picture, i) => (
                        <PictureRow key={picture.id} live={live} session={session} picture={picture} n={i + 1} all={pictures.length} drop={drop} />
                    ))}
                </ol>
                <ShowMore left={pictures.length - most} more={() => more()} />
            </div>
            <p class="meta">{say("removed_for_good")}</p>
        </>
    );
}

type MissingProps = { list: { current: HTMLElement | null }; pictures: readonly Picture[]; most: number; more(shown?: number): void };

// How many have no words yet, and the way to the first of them, which may be far down.
function Missing({ list, pictures, most, more }: MissingProps) {
    const missing = withoutCaption(pictures);
    const [first] = missing;
    if (!first) return null;
    const goThere = () => {
        const at = pictures.indexOf(first);
        if (at >= most) more(at);
        requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-picture="${first.id}"] input[data-caption]`)?.focus());
    };
    return (
        <div class="said pictures-missing">
            <p>
                <strong>{say("captions_missing", { n: missing.length })}</strong> {say("captions_why")}
            </p>
            <button type="button" class="quiet small" onClick={goThere}>
                {say("to_first_missing")}
            </button>
        </div>
    );
}

// In one press: the one that came last, or all of them.
function ShowSome({ live, session }: { live: Live; session: Session }) {
    const { mayStage } = useSteering(live, session);
    const seen = roomPictures(live.all("picture"), live.all("round"), session.id);
    const [newest] = newestFirst(seen);
    const { screen, picture } = session.stage ?? {};
    if (!newest) return null;
    return (
        <div class="pictures-show">
            <ActButton live={live} pressed={screen === "picture" && picture === newest.id} disabled={!mayStage} onAct={() => showPictures(live, session, newest)}>
                {say("show_newest")}
            </ActButton>
            {seen.length > 1 && (
                <ActButton live={live} pressed={screen === "pictures"} disabled={!mayStage} onAct={() => showPictures(live, session, undefined)}>
                    {say("show_all")}
                </ActButton>
            )}
        </div>
    );
}
