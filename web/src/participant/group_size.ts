// Of how many our group is: said once in a session, and held until it is changed.
import { signal } from "@preact/signals";
import { shelve, shelved, unshelve } from "../shared/shelf";
import { ownName } from "./person";

export const FEWEST = 2;
export const MOST = 100;
const USUAL = 5;

const sizes = signal<Readonly<Record<string, number>>>({});
const PREFIX = "samskap group ";
const nameOf = (session: string) => ownName(`${PREFIX}${session}`);

// `standing`: how many stand in it, where that is known.
export function groupSizeOf(session: string, standing = USUAL): number {
    return sizes.value[session] ?? keptSize(session) ?? Math.max(FEWEST, standing);
}

function keptSize(session: string): number | undefined {
    const size = Number(shelved(nameOf(session)));
    return size >= FEWEST && size <= MOST ? size : undefined;
}

export function setSize(session: string, size: number): void {
    const within = Math.min(MOST, Math.max(FEWEST, size));
    sizes.value = { ...sizes.value, [session]: within };
    shelve(nameOf(session), String(within));
}

// It was said in another tab.
export function hearSize(name: string | null): void {
    if (name !== null && !name.startsWith(PREFIX)) return;
    sizes.value = {};
}

export function forgetSize(session: string): void {
    unshelve(nameOf(session));
}
