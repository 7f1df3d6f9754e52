// The session of a page in a browser: the options that are the same on all three.
import { browserFrame, browserHints, browserTabs, openSocket, socketUrl } from "./browser";
import { deviceTimers } from "./clock";
import type { Device } from "./device";
import type { SessionOptions } from "./session";

export function browserOptions(device: Device, scope: string): Omit<SessionOptions, "introduce"> {
    return {
        url: socketUrl(),
        openSocket,
        scope,
        storage: device.storage,
        timers: deviceTimers,
        tabs: browserTabs(),
        hints: browserHints,
        frame: browserFrame,
        reload: () => location.reload(),
    };
}
