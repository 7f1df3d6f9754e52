// Which entity a command is about. Commands about the same entity must reach the server in the order they were given;
// all about other entities may go at once.
import type { Method } from "./wire";

export function keyOf(method: Method, params: object): string {
    const { id, round, list, session, statement, note, study } = params as Record<string, string | undefined>;
    const subject = method.split(".")[0]!;
    if (subject === "vote") return `votes ${round}`; // (a vote that is moved is first taken, then given)
    if (method === "note.support") return `support ${note}`;
    if (method === "note.sort") return `sorting ${note}`;
    if (subject === "answer") return `answers ${round} ${statement}`;
    if (method === "participant.consent" && study !== undefined) return `consent ${study}`;
    if (subject === "word") return `words ${list}`;
    return [subject, id ?? session].filter((part) => part !== undefined).join(" ");
}

type Told = { key: string; method: Method };

// Whether what arrived says what an older one was refused for. (What I say of myself and what I say of research go in one
// line, and are two things.)
export function makesUpFor(newer: Told, older: Told): boolean {
    return newer.key === older.key && (newer.method === older.method || !newer.method.startsWith("participant."));
}
