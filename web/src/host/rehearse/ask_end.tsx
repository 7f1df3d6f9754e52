// Asked before a rehearsal is wiped: there is no way back.
import { useState } from "preact/hooks";
import { Dialog } from "../../shared/view/dialog";
import { sayReason } from "../../shared/view/texts/reasons";
import { reasonOf } from "../reason_of";
import { say } from "./texts/rehearse";

export function AskEnd({ wipe, close }: { wipe(): Promise<void>; close(): void }) {
    const [isBusy, setBusy] = useState(false);
    const [refused, setRefused] = useState<string>();
    const end = () => {
        setBusy(true);
        setRefused(undefined);
        wipe().then(close, (error: unknown) => {
            setBusy(false);
            setRefused(reasonOf(error));
        });
    };
    return (
        <Dialog title={say("end_title")} close={isBusy ? undefined : close}>
            <p>{say("end_text")}</p>
            {refused !== undefined && (
                <p class="said wrong" role="alert">
                    {`${say("end_failed")} ${sayReason(refused)}`}
                </p>
            )}
            <div class="dialog-foot">
                <button type="button" class="primary" aria-disabled={isBusy} onClick={() => isBusy || end()}>
                    {say(isBusy ? "ending" : "end_yes")}
                </button>
                {!isBusy && (
                    <button type="button" onClick={close}>
                        {say("cancel")}
                    </button>
                )}
            </div>
        </Dialog>
    );
}
