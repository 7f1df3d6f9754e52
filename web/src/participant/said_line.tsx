// What is said to all groups, over the head.
import { useEffect, useState } from "preact/hooks";
import type { Session } from "../shared/meeting";
import { saidIn } from "../shared/said";
import { shelve, shelved } from "../shared/shelf";
import { announce } from "../shared/view/announcer";
import { ticking } from "../shared/view/clock";
import type { Live } from "../shared/view/live";
import { sayBack } from "../shared/view/said_text";
import { say as sayShared } from "../shared/view/texts/said";
import { OverLine } from "./over_line";

const READ = "samskap read"; // also when the page is opened anew

export function SaidLine({ live, session }: { live: Live; session: Session }) {
    const now = ticking.value + live.session.clock.offset;
    const said = saidIn({ session, rounds: live.all("round"), items: live.all("item") }, now);
    // (What was read is gone; that the time is up is said once more.)
    const name = said && `${session.id} ${said.at} ${said.back && (said.until ?? 0) <= now}`;
    const [read, setRead] = useState(shelved(READ));
    const text = said && (said.back ? sayBack(said, now, live.zone) : said.text);
    useEffect(() => {
        if (text && name !== read) announce(said?.back ? text : `${sayShared("said")}: ${text}`);
    }, [name]);
    if (!said || read === name) return null;
    const leave = () => {
        shelve(READ, name!);
        setRead(name!);
    };
    return <OverLine label={sayShared("said")} text={text!} class="said-all" leave={leave} />;
}
