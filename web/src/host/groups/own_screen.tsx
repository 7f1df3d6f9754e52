// A group's own screen, in its room: paired by a code, or opened by a link that is sent to whoever sits there.
import { useState } from "preact/hooks";
import type { ResultDisplayAdd } from "../../generated/wire";
import type { Group, Grouping } from "../../shared/grouping";
import { Dialog } from "../../shared/view/dialog";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { CopyButton } from "../copy";
import { readableCode } from "../display_link";
import { reasonOf } from "../reason_of";
import { ask } from "../saving";
import type { Desk } from "./desk";
import { say } from "./texts/desk";
import { say as sayFrame } from "../texts/frame";

export function OwnScreen({ live, round, grouping, group }: Desk & { grouping: Grouping; group: Group }) {
    const [way, setWay] = useState<ResultDisplayAdd>();
    const [said, setSaid] = useState("");
    const pair = () => {
        setSaid("");
        ask(live, "display.add", { session: round.session, group: { grouping: grouping.id, group: group.id } }).then(setWay, (error: unknown) =>
            setSaid(`${say("screen_failed")} ${sayReason(reasonOf(error))}`),
        );
    };
    return (
        <>
            <button type="button" class="quiet slim" aria-label={say("screen_of", { name: group.name })} disabled={!canAct(live)} onClick={pair}>
                {say("screen")}
            </button>
            {said && (
                <span class="said wrong" role="alert">
                    {said}
                </span>
            )}
            {way && <Pairing way={way} name={group.name} close={() => setWay(undefined)} />}
        </>
    );
}

function Pairing({ way, name, close }: { way: ResultDisplayAdd; name: string; close(): void }) {
    const link = new URL(`/display#token=${way.token}`, location.href).href;
    return (
        <Dialog title={say("screen_of", { name })} close={close}>
            <p>{say("screen_how")}</p>
            <p class="pair-address">{`${location.host}/display`}</p>
            <p class="pair-code code">{readableCode(way.code)}</p>
            <p class="meta">{sayFrame("pair_once")}</p>
            <div class="dialog-foot">
                <CopyButton text={link} label={say("screen_link")} copied={say("screen_link_copied")} name={say("screen_link")} rows={2} />
            </div>
        </Dialog>
    );
}
