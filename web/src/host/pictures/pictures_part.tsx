// Pictures as a part of the session's page, where what was done last can be taken back.
import type { Session } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { useOwnUndo } from "../undo_button";
import { UndoLine } from "../undo_line";
import { PicturesDesk } from "./desk";

export function PicturesPart({ live, session }: { live: Live; session: Session }) {
    useOwnUndo(live, session.id);
    return (
        <PicturesDesk live={live} session={session}>
            <UndoLine live={live} isKept />
        </PicturesDesk>
    );
}
