// Opening the display: in a window of its own, or on the projector's computer by a short code.
import { useState } from "preact/hooks";
import type { ResultDisplayAdd } from "../generated/wire";
import { Dialog } from "../shared/view/dialog";
import type { Live } from "../shared/view/live";
import { sayReason } from "../shared/view/texts/reasons";
import { reasonOf } from "./reason_of";
import { ask } from "./saving";
import { say } from "./texts/frame";

const wayIn = (live: Live, session: string): Promise<ResultDisplayAdd> => ask(live, "display.add", { session });

// The window is opened while the click lasts, or browsers take it for one that nobody asked for.
async function openWindow(live: Live, session: string): Promise<string | undefined> {
    const opened = window.open("about:blank", "_blank");
    if (!opened) return say("display_blocked");
    try {
        const { token } = await wayIn(live, session);
        opened.location.href = new URL(`/display#token=${token}`, location.href).href;
        return undefined;
    } catch (error) {
        opened.close();
        return `${say("display_failed")} ${sayReason(reasonOf(error))}`;
    }
}

// Eight digits in two groups: they are read off one screen and typed into another.
export function readableCode(code: string): string {
    return code.replace(/^(\d{4})(\d{4})$/, "$1 $2");
}

function Pairing({ code, close }: { code: string; close(): void }) {
    return (
        <Dialog title={say("pair_title")} close={close}>
            <p>{say("pair_how")}</p>
            <p class="pair-address">{`${location.host}/display`}</p>
            <p class="pair-code code">{readableCode(code)}</p>
            <p class="meta">{say("pair_once")}</p>
        </Dialog>
    );
}

export function OpenDisplay({ live, session }: { live: Live; session: string }) {
    const [said, setSaid] = useState<string>();
    const [code, setCode] = useState<string>();
    const isThere = live.connectionState.value.state === "joined";
    const pair = () =>
        wayIn(live, session).then(
            (way) => setCode(way.code),
            (error: unknown) => setSaid(`${say("display_failed")} ${sayReason(reasonOf(error))}`),
        );
    return (
        <span class="display-link">
            <button type="button" class="quiet" disabled={!isThere} onClick={() => void openWindow(live, session).then(setSaid)}>
                {say("open_display")}
            </button>
            <button type="button" class="quiet slim" disabled={!isThere} onClick={pair}>
                {say("other_computer")}
            </button>
            {said && (
                <span class="display-said said wrong" role="alert">
                    {said}
                </span>
            )}
            {code !== undefined && <Pairing code={code} close={() => setCode(undefined)} />}
        </span>
    );
}
