// Which meetings were left on this device: the other tabs that are in one of them leave it too, and a tab that was asleep
// when it wakes. Going into one again takes it off the list.
import { shelve, shelved } from "../shared/shelf";
import { ownName } from "./person";

export const LEFT = ownName("samskap left");
const MOST = 20;

export function leftSessions(): string[] {
    return (shelved(LEFT) ?? "").split(" ").filter((id) => id !== "");
}

export function markLeft(session: string): void {
    shelve(LEFT, [session, ...leftSessions().filter((id) => id !== session)].slice(0, MOST).join(" "));
}

export function unmarkLeft(session: string): void {
    const left = leftSessions();
    if (left.includes(session)) shelve(LEFT, left.filter((id) => id !== session).join(" "));
}
