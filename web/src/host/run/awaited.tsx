// That the big screen was told to show what the room does not see (yet): it shows what is on meanwhile.
import type { Session } from "../../shared/meeting";
import { awaitedOn } from "../../shared/stage_of";
import type { Live } from "../../shared/view/live";
import { stagePartsOf } from "../../shared/view/stage_parts";
import { say } from "./texts/room";

export function Awaited({ live, session }: { live: Live; session: Session }) {
    const awaited = awaitedOn(stagePartsOf(live, session));
    return awaited ? <p class="meta">{say(`awaits_${awaited}`)}</p> : null;
}
