// A newer page is there: it comes when nobody is in the middle of something here. What was written stands in drafts.
function isBusy(): boolean {
    return document.visibilityState === "visible" && document.activeElement?.matches("input, textarea, select") === true;
}

export function reloadWhenUnseen(): void {
    if (!isBusy()) return location.reload();
    const again = () => !isBusy() && location.reload();
    document.addEventListener("focusout", () => setTimeout(again, 0));
    document.addEventListener("visibilitychange", again);
}

// What the page is made of is kept on the device, so that it is there without a network. Only where the page came over
// TLS or from this machine; elsewhere it needs the network to be loaded, and works all the same.
export function keepShell(): void {
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    navigator.serviceWorker.register("/sw.js").catch(() => {}); // (a private window may forbid it)
}
