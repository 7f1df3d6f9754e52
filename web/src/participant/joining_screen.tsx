// While the way in is tried, and what is said when it does not lead anywhere.
import { useLayoutEffect, useState } from "preact/hooks";
import type { StopReason } from "../shared/connection";
import type { WayIn } from "../shared/invitation";
import { spacedCode } from "../shared/meeting";
import { cancelJoining, current, handOver, join, keeps, type Joining } from "./device";
import { Door } from "./door";
import { invitedCode, sayThatCodeIsWrong } from "./enter";
import { joinTexts, say } from "./texts/join";

const passing: ReadonlySet<StopReason> = new Set(["loading", "not_stored", "read_only", "refused_process"]);

function sayWhyNot(reason: StopReason, way: WayIn): string {
    if (reason === "wrong_code" && "secret" in way) return say("wrong_link");
    if ("way" in way && way.way && (reason === "wrong_code" || reason === "id_taken")) return say(reason === "wrong_code" ? "used_way" : "taken_way");
    if ("session" in way && (reason === "wrong_code" || reason === "joining_closed")) return say("not_open_yet"); // (or it has no door yet)
    if (passing.has(reason)) return say("unavailable");
    const key = Object.keys(joinTexts.sv).find((key) => key === reason) as "wrong_code" | undefined;
    return key ? say(key) : say("other", { reason });
}

export function JoiningScreen({ joining }: { joining: Joining }) {
    const { way, refused, connection } = joining;
    const back = () => {
        cancelJoining();
        if (!("session" in way) || !current.value) invitedCode.value = "code" in way ? way.code : "";
    };
    const [isFull, setFull] = useState(false);
    const wrongCode = refused === "wrong_code" && "code" in way ? way.code : undefined;
    useLayoutEffect(() => {
        if (wrongCode === undefined) return;
        cancelJoining();
        sayThatCodeIsWrong(wrongCode);
    }, [wrongCode]);
    if (wrongCode !== undefined) return null;
    return (
        <Door>
            <h1>{refused ? say("refused") : say("joining")}</h1>
            {"code" in way && <p class="code">{spacedCode(way.code)}</p>}
            <p class={refused ? "said wrong" : "meta"} role={refused ? "alert" : "status"}>
                {refused ? sayWhyNot(refused, way) : connection === "offline" && say("joining_offline")}
            </p>
            {isFull && (
                <p class="said wrong" role="alert">
                    {say(keeps.value ? "phone_full" : "unkept")}
                </p>
            )}
            <div class="buttons">
                {refused === "id_taken" && "way" in way && (
                    <button type="button" class="primary" onClick={() => void handOver(undefined, way).then((is) => setFull(!is))}>
                        {say("be_them")}
                    </button>
                )}
                {refused && refused !== "wrong_code" && refused !== "id_taken" && (
                    <button type="button" class="primary" onClick={() => join(way)}>
                        {say("again")}
                    </button>
                )}
                <button type="button" class={refused === "wrong_code" ? "primary" : ""} onClick={back}>
                    {refused ? say("session" in way && current.value ? "back_here" : "back") : say("cancel")}
                </button>
            </div>
        </Door>
    );
}
