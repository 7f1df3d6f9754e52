// What becomes of the code that is shown. Pure.
// The code by which a phone becomes the remote, as the page that shows it knows it.
export type Code = { is: "making" } | { is: "used" } | { is: "over" } | { is: "failed"; why: string } | { is: "shown"; secret: string; expires: number };

const SOON = 5_000; // by as much two clocks may differ

// The server says only that it waits no more: around its end it was its time that ended it, so far as anybody can tell.
export function codeNow(code: Code, secret: string, waits: boolean, now: number): Code {
    if (code.is !== "shown" || code.secret !== secret || waits) return code;
    return now >= code.expires - SOON ? { is: "over" } : { is: "used" };
}
