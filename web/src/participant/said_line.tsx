// What is said to all groups, over the head: nothing moves under the hands of who is writing, and nothing that is written is lost.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Session } from "../shared/meeting";
import { saidIn } from "../shared/said";
import { shelve, shelved } from "../shared/shelf";
import { announce } from "../shared/view/announcer";
import { ticking } from "../shared/view/clock";
import type { Live } from "../shared/view/live";
import { sayBack } from "../shared/view/said_text";
import { say as sayShared } from "../shared/view/texts/said";
import { goOnInMain } from "./focus";
import { say } from "./texts/my_group";
import "./my_group.css";

const READ = "samskap read"; // also when the page is opened anew

export function SaidLine({ live, session }: { live: Live; session: Session }) {
    const now = ticking.value + live.session.clock.offset;
    const said = saidIn({ session, rounds: live.all("round"), items: live.all("item") }, now);
    // (What was read is gone; that the time is up is said once more.)
    const name = said && `${session.id} ${said.at} ${said.back && (said.until ?? 0) <= now}`;
    const [read, setRead] = useState(shelved(READ));
    const before = useRef<EventTarget | null>(null);
    const text = said && (said.back ? sayBack(said, now, live.zone) : said.text);
    useEffect(() => {
        if (text && name !== read) announce(said?.back ? text : `${sayShared("said")}: ${text}`);
    }, [name]);
    if (!said || read === name) return null;
    // (Whoever was writing goes on with it.)
    const leave = () => {
        shelve(READ, name!);
        setRead(name!);
        const { current } = before;
        if (current instanceof HTMLElement && current.isConnected) current.focus({ preventScroll: true });
        else requestAnimationFrame(goOnInMain);
    };
    return (
        <div class="over said-all" role="region" aria-label={sayShared("said")}>
            <div>
                <p>{text}</p>
                <button type="button" class="quiet" onFocus={(event) => (before.current = event.relatedTarget)} onClick={leave}>
                    {say("read")}
                </button>
            </div>
        </div>
    );
}
