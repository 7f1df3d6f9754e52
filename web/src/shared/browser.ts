// What a browser gives, as the store's modules ask for it: the only one of them that names window or navigator.
import type { Hints } from "./connection";
import type { Frame } from "./notifier";
import { onlyTab, type TabMessage, type Tabs } from "./outbox_storage";

// The tabs of this device: they agree by Web Locks, which are there only on pages that came over TLS or from this machine.
export function browserTabs(): Tabs {
    if (typeof BroadcastChannel === "undefined" || !navigator.locks) return onlyTab;
    const channel = new BroadcastChannel("samskap outbox");
    const calls = new Set<(message: TabMessage) => void>();
    channel.onmessage = (event: MessageEvent<TabMessage>) => calls.forEach((call) => call(event.data));
    return {
        areHeard: true,
        post: (message) => channel.postMessage(message),
        listen(call) {
            calls.add(call);
            return () => void calls.delete(call);
        },
        lead(name, call) {
            const abort = new AbortController();
            let release = () => {};
            const held = new Promise<void>((resolve) => (release = resolve));
            const lead = () => {
                if (abort.signal.aborted) return;
                call();
                return held;
            };
            navigator.locks.request(name, { signal: abort.signal }, lead).catch(() => {}); // (aborted while it waited)
            return () => {
                abort.abort();
                release();
            };
        },
    };
}

export const browserHints: Hints = {
    listen(hint) {
        const online = () => hint("online");
        const offline = () => hint("offline");
        const visible = () => document.visibilityState === "visible" && hint("visible");
        addEventListener("online", online);
        addEventListener("offline", offline);
        addEventListener("pageshow", visible);
        document.addEventListener("visibilitychange", visible);
        return () => {
            removeEventListener("online", online);
            removeEventListener("offline", offline);
            removeEventListener("pageshow", visible);
            document.removeEventListener("visibilitychange", visible);
        };
    },
};

// A hidden page draws no frames, but has to go on all the same.
export const browserFrame: Frame = (call) => {
    if (document.visibilityState === "visible") requestAnimationFrame(() => call());
    else setTimeout(call, 0);
};

export function openSocket(url: string, subprotocol: string): WebSocket {
    return new WebSocket(url, subprotocol);
}

export function socketUrl(): string {
    return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;
}
