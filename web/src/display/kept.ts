// By what this display is known to the server: its token, kept so that a reload, a crash and the next morning come back.
// A tab that was opened with a token of its own keeps that one; another tab of the device has the last that came.
import type { Device } from "../shared/device";

const NAME = "samskap display";

export interface Opened {
    token?: string;
    code?: string;
}

// What the address brought, which is then gone from the address bar, and from what the browser remembers of it.
export function openedWith(): Opened {
    const said = new URLSearchParams(location.hash.slice(1));
    const token = said.get("token") || undefined; // ("#code" alone asks for the code)
    const code = said.get("code") || undefined;
    if (location.hash) history.replaceState(null, "", location.pathname);
    return { ...(token === undefined ? {} : { token }), ...(code === undefined ? {} : { code }) };
}

export async function keptToken({ values }: Device): Promise<string | undefined> {
    return (ofTab() ?? (await values.value<string>(NAME).catch(() => undefined))) || undefined;
}

export async function keepToken({ values }: Device, token: string): Promise<void> {
    try {
        sessionStorage.setItem(NAME, token);
    } catch {
        // (then the device's own store has it, or this page alone)
    }
    await values.keep(NAME, token).catch(() => {});
}

// Only if it is still that one: another tab may have been paired anew meanwhile.
export async function forgetToken(device: Device, token: string): Promise<void> {
    try {
        sessionStorage.removeItem(NAME);
    } catch {
        // (nothing is kept there)
    }
    if ((await keptToken(device)) === token) await device.values.keep(NAME, "").catch(() => {});
}

function ofTab(): string | null {
    try {
        return sessionStorage.getItem(NAME);
    } catch {
        return null;
    }
}
