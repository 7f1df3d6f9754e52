// Why nothing can be changed now. What others see must not change by itself minutes later. (Short gaps need no words.)
import type { Live } from "../../shared/view/live";
import { say } from "./texts/things";

export function WhyOff({ live }: { live: Live }) {
    const { state } = live.connectionState.value;
    return (
        <p class="said wrong" role="status">
            {state === "read_only" ? say("read_only") : state === "offline" ? say("offline") : ""}
        </p>
    );
}
