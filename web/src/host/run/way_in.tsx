// The way in: the code to say aloud, the invitation to paste, the QR code, and the door.
import { useEffect, useRef, useState } from "preact/hooks";
import { spacedCode, type Session } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { Qr } from "../../shared/view/qr";
import { canAct } from "../act";
import { CopyButton } from "../copy";
import { invitationText } from "../invitation";
import { linkOf, wayInto, type WayIn as Way } from "../way_in";
import { ActButton } from "./act_button";
import { setDoor } from "./steps";
import { say } from "./texts/room";

export function WayIn({ live, session }: { live: Live; session: Session }) {
    const way = wayInto(live, session.id);
    if (way?.open) return <OpenDoor live={live} session={session} way={way} />;
    if (!canAct(live)) return <p class="meta">{say("code_offline")}</p>;
    return (
        <>
            <p class="meta">{say("no_code")}</p>
            <ActButton key="door" live={live} class="quiet" onAct={() => setDoor(live, session.id, true)}>
                {say("open_door")}
            </ActButton>
        </>
    );
}

function OpenDoor({ live, session, way }: { live: Live; session: Session; way: Way }) {
    const [showsQr, setShowsQr] = useState(false);
    const link = linkOf(way);
    const { profile } = live;
    const text = profile ? invitationText(profile.language, session, profile, way) : link;
    return (
        <>
            <p class="code room-code">{spacedCode(way.code)}</p>
            <div class="room-doors">
                <CopyButton class="quiet" text={text} label={say("copy")} copied={say("copied")} name={say("invitation")} />
                <button type="button" class="quiet" aria-expanded={showsQr} onClick={() => setShowsQr(!showsQr)}>
                    {say(showsQr ? "hide_qr" : "show_qr")}
                </button>
                <ActButton key="door" live={live} class="quiet" onAct={() => setDoor(live, session.id, false)}>
                    {say("close_door")}
                </ActButton>
            </div>
            {showsQr && <ShownQr link={link} />}
        </>
    );
}

function ShownQr({ link }: { link: string }) {
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), []);
    return (
        <div class="room-qr" ref={box}>
            <Qr text={link} label={say("qr_label", { link })} />
        </div>
    );
}
