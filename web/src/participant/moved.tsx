// The greeting for who came by a return link, with what has come along and what has not.
import { movedAs, sayMoved } from "./moved_as";
import { say } from "./texts/return_link";

export function MovedLine() {
    const name = movedAs.value;
    if (name === undefined) return null;
    const leave = () => {
        document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
        sayMoved(undefined);
    };
    return (
        <div class="said stopped" role="status">
            <p>
                <strong>{name ? say("welcome_name", { name }) : say("welcome")}</strong>
            </p>
            <p>{say("welcome_stays")}</p>
            <div class="buttons">
                <button type="button" onClick={leave}>
                    {say("understood")}
                </button>
            </div>
        </div>
    );
}
