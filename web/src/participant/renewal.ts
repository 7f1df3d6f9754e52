// A newer page is there: it comes when nobody is in the middle of something here. What was written stands in drafts.
import { shelve, shelved } from "../shared/shelf";

const NAME = "samskap page";
const PAGE = import.meta.url; // (its name says what is in it)

// The server's build that this very page was last seen with: a page that came out of the device's keeping learns by it that
// the server has moved on.
export function keptBuild(): string | undefined {
    const [page, build] = (shelved(NAME) ?? "").split(" ");
    return page === PAGE ? build : undefined;
}

// Kept before the page is loaded anew, too: so that one that comes back the same is not loaded again and again.
export function keepBuild(build: string): void {
    shelve(NAME, `${PAGE} ${build}`);
}

function isBusy(): boolean {
    return document.visibilityState === "visible" && document.activeElement?.matches("input, textarea, select") === true;
}

const A_PRESS = 1_000; // takes less: what it does is in the outbox by then

// Whoever leaves a field perhaps presses a button the next moment: what comes of that must be there first, and be sent.
export function reloadWhenUnseen(isSent: () => boolean): void {
    if (!isBusy()) return location.reload();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
        if (isBusy()) return;
        if (isSent()) location.reload();
        else soon();
    };
    const soon = () => {
        clearTimeout(timer);
        timer = setTimeout(look, A_PRESS);
    };
    document.addEventListener("focusout", soon);
    document.addEventListener("visibilitychange", soon);
}

// What the page is made of is kept on the device, so that it is there without a network. Only where the page came over
// TLS or from this machine; elsewhere it needs the network to be loaded, and works all the same.
export function keepShell(): void {
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    navigator.serviceWorker.register("/sw.js").catch(() => {}); // (a private window may forbid it)
}
