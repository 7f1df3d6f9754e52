// Which of the people who share this device has the page. It stays so as long as the page is loaded: who takes over begins with
// a page of their own.
import { nameFor, People, plainName } from "../shared/people";
import type { Shelf } from "../shared/drafts";

export function deviceShelf(name: "localStorage" | "sessionStorage"): Shelf | undefined {
    try {
        return window[name];
    } catch {
        return undefined; // (forbidden here)
    }
}

export const people = new People(deviceShelf("localStorage"));
export const me = people.current.id;

// Whether the device has gone to somebody else since this page began.
export const isSomebodyElses = () => people.current.id !== me;

export const ownName = (name: string) => nameFor(me, name);
export const plainOf = (name: string | null) => (name === null ? null : plainName(me, name));
