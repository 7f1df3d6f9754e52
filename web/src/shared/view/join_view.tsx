// The way in, as large as it gets: for the big screen, and for whoever holds a screen up. All sizes are in em: the box
// around it says how large.
import { joinLink, typedAddress } from "../join_link";
import { spacedCode } from "../meeting";
import { Qr } from "./qr";
import { say } from "./texts/join_view";
import "./join_view.css";

export interface WayIn {
    code?: string | undefined;
    secret?: string | undefined;
}

export function JoinView({ code, secret }: WayIn) {
    if (!code || !secret) return <p class="join-closed">{say("closed")}</p>;
    return (
        <div class="join-view">
            <div class="join-qr">
                <Qr text={joinLink(location.origin, secret)} label={say("qr")} />
            </div>
            <div class="join-words">
                <p class="join-how">{say("scan")}</p>
                <p class="join-how">{say("or_type")}</p>
                <p class="join-address">{typedAddress(location.origin)}</p>
                <p class="join-how">{say("and_code")}</p>
                <p class="join-code code">{spacedCode(code)}</p>
            </div>
        </div>
    );
}

// The same small, for the foot of a screen that shows something else.
export function SmallWayIn({ code, secret }: WayIn) {
    if (!code || !secret) return null;
    return (
        <div class="join-small">
            <div class="join-small-qr">
                <Qr text={joinLink(location.origin, secret)} label={say("qr")} />
            </div>
            <p>
                <span class="join-small-code code">{spacedCode(code)}</span>
                <span class="join-small-address">{typedAddress(location.origin)}</span>
            </p>
        </div>
    );
}
