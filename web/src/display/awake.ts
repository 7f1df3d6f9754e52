// A big screen must not go dark while people look at it. Where the browser has no wake lock the device's settings decide.
export function stayAwake(): () => void {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async () => {
        if (document.visibilityState !== "visible" || !navigator.wakeLock) return;
        const got = await navigator.wakeLock.request("screen").catch(() => undefined); // (low battery, say)
        if (isOver) void got?.release();
        else lock = got;
    };
    void ask();
    document.addEventListener("visibilitychange", ask); // (the browser takes it back when the page is hidden)
    return () => {
        isOver = true;
        document.removeEventListener("visibilitychange", ask);
        void lock?.release();
    };
}
