// Taking pictures, one after the other, with the phone in the hand: the page shows little else. What is taken goes by itself.
import { hashOf } from "../../shared/host_route";
import type { Session } from "../../shared/meeting";
import { newestFirst, picturesOf } from "../../shared/pictures";
import type { Live } from "../../shared/view/live";
import { PictureImage } from "../../shared/view/picture";
import { say as sayPictures } from "../../shared/view/texts/pictures";
import { useTitle } from "../title";
import { useOwnUndo } from "../undo_button";
import { UndoLine } from "../undo_line";
import { say } from "./texts/pictures";
import { UploadBox } from "./upload_box";
import { UploadRows } from "./upload_rows";
import "./pictures.css";

const LAST = 6;

export function CameraPage({ live, session }: { live: Live; session: Session }) {
    useTitle(say("camera_title"));
    useOwnUndo(live, session.id);
    const pictures = picturesOf(live.all("picture"), session.id);
    const on = live.find("item", session.stage?.item);
    const plan = hashOf({ screen: "plan", process: live.process!.id, session: session.id, tab: "pictures" });
    return (
        <section class="pictures-desk pictures-camera">
            <h1>{say("camera_title")}</h1>
            <p class="meta">{say("camera_lead")}</p>
            <UploadBox live={live} session={session} item={session.state === "live" ? on?.id : undefined} isCamera />
            <UploadRows live={live} session={session.id} />
            <UndoLine live={live} />
            {pictures.length > 0 && <p>{sayPictures("count", { n: pictures.length })}</p>}
            <ul class="pictures-last">
                {newestFirst(pictures).slice(0, LAST).map((picture) => (
                    <li key={picture.id}>
                        <PictureImage live={live} picture={picture} small />
                    </li>
                ))}
            </ul>
            <p>
                <a href={plan}>{say("to_all")}</a>
            </p>
        </section>
    );
}
