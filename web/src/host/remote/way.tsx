// From the page of who leads to the remote: on a phone there at once, elsewhere by a code that the phone reads.
import { useState } from "preact/hooks";
import { hashOf } from "../../shared/host_route";
import type { Live } from "../../shared/view/live";
import { RemoteDialog } from "./code";
import { say } from "./texts/code";

export function WayToRemote({ live, session }: { live: Live; session: string }) {
    const [isOpen, open] = useState(false);
    const where = { process: live.process!.id, session };
    const isThere = live.connectionState.value.state === "joined";
    return (
        <span class="remote-way">
            <button type="button" class="quiet slim is-elsewhere" disabled={!isThere} onClick={() => open(true)}>
                {say("open")}
            </button>
            <a class="button quiet slim is-here" href={hashOf({ screen: "remote", ...where })}>
                {say("here")}
            </a>
            {isOpen && <RemoteDialog live={live} where={where} close={() => open(false)} />}
        </span>
    );
}
