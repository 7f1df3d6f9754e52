// For who goes by keyboard: past the line on top.
import { say } from "./texts/frame";

export function SkipLink() {
    return (
        <a class="skip" href="#main" onClick={toMain}>
            {say("skip")}
        </a>
    );
}

// (The fragment is the page's own: a link to a place in the page would be taken for a screen.)
function toMain(event: Event): void {
    event.preventDefault();
    document.getElementById("main")?.focus();
}
