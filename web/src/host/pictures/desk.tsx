// A session's pictures as those who lead have them: how they come in, what is on its way, and what is there.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { hashOf } from "../../shared/host_route";
import type { Session } from "../../shared/meeting";
import { picturesOf } from "../../shared/pictures";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { useKeptFocus } from "../kept_focus";
import { Gallery } from "./gallery";
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
