// Who is in a session at this moment, and the way into it. Hosts are told that of each session; a display and a participant
// of their own alone.
import type { Now } from "../generated/wire";

export interface NowIn {
    // Undefined: not told.
    present?: number;
    // While joining is open.
    code?: string;
    secret?: string;
}

export function nowIn(now: Now, session: string): NowIn {
    if (now.sessions === undefined) return now;
    return { present: 0, ...now.sessions.find((row) => row.session === session) };
}
