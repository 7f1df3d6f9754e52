// A session's pictures as those who lead have them: how they come in, what is on its way, and what is there.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { hashOf } from "../../shared/host_route";
import type { Session } from "../../shared/meeting";
import { picturesOf, roomPictures, withoutCaption, type Picture } from "../../shared/pictures";
import type { Live } from "../../shared/view/live";
import { ShowMore, useMost } from "../../shared/view/show_more";
import { sayReason } from "../../shared/view/texts/reasons";
import { useKeptFocus } from "../kept_focus";
import { useFocusAcrossMoves } from "../moving";
import { ActButton } from "../run/act_button";
import { useSteering } from "../run/steer_steps";
import { PictureRow } from "./picture_row";
import { showPictures } from "./picture_steps";
import { say } from "./texts/pictures";
import { UploadBox } from "./upload_box";
import { UploadRows } from "./upload_rows";
import "./pictures.css";

// `item`: what new pictures belong to.
type DeskProps = { live: Live; session: Session; item?: string | undefined; children?: ComponentChildren }; // (children: below all)

export function PicturesDesk({ live, session, item, children }: DeskProps) {
    const box = useRef<HTMLElement>(null);
    useKeptFocus(box);
    const pictures = picturesOf(live.all("picture"), session.id);
    const isAway = live.connectionState.value.state === "stopped";
    return (
        <section class="pictures-desk" aria-label={say("heading")} ref={box} tabIndex={-1}>
            <p class="meta">{say("lead")}</p>
            <UploadBox live={live} session={session} item={item}>
                <a href={hashOf({ screen: "camera", process: live.process!.id, session: session.id })}>{say("to_camera")}</a> {say("to_camera_hint")}
            </UploadBox>
            {isAway && <p class="said wrong">{sayReason("not_joined")}</p>}
            <UploadRows live={live} session={session.id} />
            {pictures.length === 0 ? <Empty /> : <Gallery live={live} session={session} pictures={pictures} />}
            {children}
        </section>
    );
}

function Empty() {
    return (
        <div class="empty">
            <p>{say("none")}</p>
            <p class="meta">{say("none_how")}</p>
        </div>
    );
}

const STEP = 40;

export function Gallery({ live, session, pictures }: { live: Live; session: Session; pictures: readonly Picture[] }) {
    const list = useRef<HTMLOListElement>(null);
    const { most, more } = useMost(STEP);
    useFocusAcrossMoves(list, pictures.map(({ id }) => id).join(), "button");
    const missing = withoutCaption(pictures).length;
    return (
        <>
            {session.state !== "ended" && <ShowSome live={live} session={session} />}
            {missing > 0 && (
                <p class="said pictures-missing">
                    <strong>{say("captions_missing", { n: missing })}</strong> {say("captions_why")}
                </p>
            )}
            <div class="pictures-all">
                <ol class="pictures-rows" ref={list} aria-label={say("list")}>
                    {pictures.slice(0, most).map((picture, i) => (
                        <PictureRow key={picture.id} live={live} session={session} picture={picture} n={i + 1} all={pictures.length} />
                    ))}
                </ol>
                <ShowMore left={pictures.length - most} more={() => more()} />
            </div>
            <p class="meta">{say("removed_for_good")}</p>
        </>
    );
}

// In one press: the one that came last, or all of them.
function ShowSome({ live, session }: { live: Live; session: Session }) {
    const { mayStage } = useSteering(live, session);
    const seen = roomPictures(live.all("picture"), live.all("round"), session.id);
    const newest = seen.at(-1);
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
