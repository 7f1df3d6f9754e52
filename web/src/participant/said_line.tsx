// What is said to all groups, over the head: nothing moves under the hands of who is writing, and nothing that is written is lost.
import { useEffect, useState } from "preact/hooks";
import type { Session } from "../shared/meeting";
import { saidAt } from "../shared/said";
import { announce } from "../shared/view/announcer";
import { ticking } from "../shared/view/clock";
import type { Live } from "../shared/view/live";
import { sayBack } from "../shared/view/said_text";
import { say as sayShared } from "../shared/view/texts/said";
import { say } from "./texts/my_group";
import "./my_group.css";

export function SaidLine({ live, session }: { live: Live; session: Session }) {
    const now = ticking.value + live.session.clock.offset;
    const said = saidAt(session.said, now);
    // (What was read is gone; that the time is up is said once more.)
    const name = said && `${said.at} ${said.back && (said.until ?? 0) <= now}`;
    const [read, setRead] = useState<string>();
    const text = said && (said.back ? sayBack(said, now, live.zone) : said.text);
    useEffect(() => {
        if (text) announce(said?.back ? text : `${sayShared("said")}: ${text}`);
    }, [name]);
    if (!said || read === name) return null;
    return (
        <div class="over said-all" role="region" aria-label={sayShared("said")}>
            <div>
                <p>{text}</p>
                <button type="button" class="quiet" onClick={() => setRead(name)}>
                    {say("read")}
                </button>
            </div>
        </div>
    );
}
