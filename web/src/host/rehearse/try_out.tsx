// Beginning a rehearsal from the plan of a session: what it is, how many are simulated, and how fast they are.
import { useEffect, useState } from "preact/hooks";
import { hashOf } from "../../shared/host_route";
import type { Session } from "../../shared/meeting";
import { Dialog } from "../../shared/view/dialog";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { house, houseLive } from "../house";
import { go } from "../route";
import { say as sayHouse } from "../texts/house";
import { CrowdFields } from "./crowd_fields";
import { beginWith } from "./here";
import { asUsual, keptRehearsal, type KeptRehearsal } from "./kept";
import { makeRehearsal, making } from "./make";
import { reasonOf } from "../reason_of";
import "./rehearse.css";
import { say } from "./texts/rehearse";

export function TryOut({ live, session }: { live: Live; session: Session }) {
    const [isOpen, setOpen] = useState(false);
    if (live.process?.rehearsal) return null;
    return (
        <>
            <button type="button" onClick={() => setOpen(true)}>
                {say("try_out")}
            </button>
            {isOpen && <TryOutDialog live={live} session={session} close={() => setOpen(false)} />}
        </>
    );
}

const runOf = ({ process, session }: KeptRehearsal) => ({ screen: "run", process, session, tab: "" }) as const;

// One of the same session that this device still knows of, and that is still there.
function useEarlier(session: string): KeptRehearsal | undefined {
    const [earlier, setEarlier] = useState<KeptRehearsal>();
    const rows = (house.value?.processes ?? []).filter(({ rehearsal }) => rehearsal).map(({ process }) => process);
    useEffect(() => {
        let isHere = true;
        const known = Promise.all(rows.map(keptRehearsal));
        void known.then((all) => isHere && setEarlier(all.find((kept) => kept?.of?.session === session)));
        return () => void (isHere = false);
    }, [rows.join(" "), session]);
    return earlier;
}

function TryOutDialog({ live, session, close }: { live: Live; session: Session; close(): void }) {
    const [how, setHow] = useState(asUsual);
    const [refused, setRefused] = useState<string>();
    const earlier = useEarlier(session.id);
    const isBusy = making.value !== undefined;
    const mayAdd = house.value?.mayAdd !== false;
    const isOff = isBusy || !houseLive.value || !canAct(houseLive.value) || !live.isWhole;
    const isEmpty = live.isWhole && live.all("item").every((item) => item.session !== session.id || item.removed);
    const begin = (event: Event) => {
        event.preventDefault();
        if (isOff) return;
        setRefused(undefined);
        makeRehearsal(live, session, how).then(
            (made) => {
                beginWith(made);
                close();
                go(runOf(made));
            },
            (error: unknown) => setRefused(reasonOf(error)),
        );
    };
    return (
        <Dialog title={say("try_title")} close={isBusy ? undefined : close}>
            <p>{say("try_lead")}</p>
            <p>{say("try_wiped")}</p>
            {earlier && (
                <p class="said">
                    {say("try_earlier")} <a href={hashOf(runOf(earlier))}>{say("go_on_earlier")}</a>
                </p>
            )}
            {isEmpty && <p class="said wrong">{say("try_empty")}</p>}
            {mayAdd ? (
                <form class="stack" onSubmit={begin}>
                    <CrowdFields {...how} isOff={isBusy} change={(some) => setHow({ ...how, ...some })} />
                    {refused !== undefined && (
                        <p class="said wrong" role="alert">
                            {`${say("failed")} ${sayReason(refused)}`}
                        </p>
                    )}
                    <div class="dialog-foot">
                        <button class="primary" aria-disabled={isOff}>
                            {say("begin")}
                        </button>
                        {!isBusy && (
                            <button type="button" onClick={close}>
                                {say("cancel")}
                            </button>
                        )}
                        <span class="meta" role="status">
                            {making.value && say("making", { ...making.value })}
                        </span>
                    </div>
                </form>
            ) : (
                <p class="said">{sayHouse("new_denied")}</p>
            )}
        </Dialog>
    );
}
