// What is said to a tab whose meeting was left in another one.
import type { KeptMeeting } from "../shared/meetings";
import { leftElsewhere } from "./device";
import { Door } from "./door";
import { say } from "./texts/shell";

export function LeftScreen({ meeting }: { meeting: KeptMeeting }) {
    return (
        <Door>
            <p class="meta">{meeting.title}</p>
            <h1>{say("left")}</h1>
            <p>{say("left_elsewhere")}</p>
            <div class="buttons">
                <button type="button" class="primary" onClick={() => (leftElsewhere.value = undefined)}>
                    {say("left_on")}
                </button>
            </div>
        </Door>
    );
}
