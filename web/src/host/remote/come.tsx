// A phone that comes by the code on the facilitator's screen: it is logged in, or told what to do instead.
import { useEffect, useState } from "preact/hooks";
import { sayReason } from "../../shared/view/texts/reasons";
import { account } from "../house";
import { EntryPage, knock } from "../log_in";
import { goInstead } from "../route";
import { say as sayEnter } from "../texts/enter";
import { say } from "./texts/code";

type Coming = { secret: string; to: { process: string; session: string } };
const NO_SERVER = "no_server";

// The page begins anew as whoever it is now: the address says the remote already, and no connection of before is left.
async function comeIn(secret: string): Promise<string | undefined> {
    const reason = await knock({ secret }).catch(() => NO_SERVER);
    if (reason === undefined) location.reload();
    return reason;
}

export function Come({ secret, to }: Coming) {
    const [reason, setReason] = useState<string>();
    const knockAgain = () => {
        setReason(undefined);
        void comeIn(secret).then(setReason);
    };
    useEffect(knockAgain, [secret]);
    if (reason === undefined) {
        return (
            <EntryPage title={say("coming")}>
                <p role="status">{say("coming_lead")}</p>
            </EntryPage>
        );
    }
    if (reason === "denied") return <Denied to={to} />;
    return (
        <EntryPage title={say("not_in_title")}>
            <p role="alert">{reason === NO_SERVER ? sayEnter("no_server") : sayReason(reason)}</p>
            <button type="button" class="primary" onClick={knockAgain}>
                {say("again")}
            </button>
        </EntryPage>
    );
}

// Used, too old, or never made. (Whoever has come by it on this phone before is in already.)
function Denied({ to }: Pick<Coming, "to">) {
    const name = account.value?.name;
    return (
        <EntryPage title={say("denied_title")}>
            <p role="alert">{say("denied")}</p>
            {name !== undefined && <p>{say("known", { name })}</p>}
            <button type="button" class={name === undefined ? "" : "primary"} onClick={() => goInstead({ screen: "remote", ...to })}>
                {say(name === undefined ? "with_password" : "known_go")}
            </button>
        </EntryPage>
    );
}
