// That somebody came to this device by a return link, until they say that they have read what moved with them.
import { signal } from "@preact/signals";
import { shelve, shelved, unshelve } from "../shared/shelf";
import { ownName } from "./person";

const MOVED = ownName("samskap moved");

// The name, perhaps an empty one; nothing where nobody did, or where it was read.
export const movedAs = signal<string | undefined>(shelved(MOVED));

export function sayMoved(name: string | undefined): void {
    movedAs.value = name;
    if (name === undefined) unshelve(MOVED);
    else shelve(MOVED, name);
}
