// The participant's page: from the code to the last answer, with a network or without.
import "../shared/view/base.css";
import "./participant.css";
import { render } from "preact";
import { invitationOf, isInvitation } from "../shared/invitation";
import { App } from "./app";
import { comeBack, isReady, join, openParticipant, sendForOthers } from "./device";
import { invitedCode, sayThatLinkIsBroken } from "./enter";
import { fetchAll } from "./lazily";
import { keepShell } from "./renewal";
import { followRoute, hrefOf } from "./route";
import { followTabs } from "./tabs";

// A link is used up at once: its secret leaves the address bar and the history, and a reload comes back by what is kept.
async function begin(): Promise<void> {
    const way = invitationOf(location);
    const isInvited = isInvitation(location);
    if (isInvited) history.replaceState(null, "", `/${hrefOf("now")}`);
    await openParticipant();
    if (way && "code" in way) invitedCode.value = way.code;
    else if (way) join(way);
    else if (isInvited) sayThatLinkIsBroken();
    else await comeBack();
    isReady.value = true;
    await sendForOthers();
}

followRoute();
followTabs();
render(<App />, document.getElementById("page")!);
void begin().then(() => setTimeout(fetchAll, 3_000));
keepShell();
