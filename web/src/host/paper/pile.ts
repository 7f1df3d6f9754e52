// The piles of paper that were entered on this computer: kept on it, the same in all its tabs.
import { signal, type Signal } from "@preact/signals";
import type { Round } from "../../shared/meeting";
import { Drafts } from "../../shared/drafts";
import { emptyPile, isOld, readPile, type Pile } from "../../shared/paper";
import { shelve, shelved, unshelve } from "../../shared/shelf";

const PREFIX = "samskap paper ";
const piles = new Map<string, Signal<Pile>>();

function shelfHere(): Storage | undefined {
    try {
        return localStorage;
    } catch {
        return undefined; // (forbidden: then it lasts as long as the page)
    }
}

// What is being written, of each question.
export const drafts = new Drafts(shelfHere());

export function pileName({ id, scope }: Pick<Round, "id" | "scope">): string {
    return scope ?? id;
}

export function pileOf(name: string): Signal<Pile> {
    let pile = piles.get(name);
    if (!pile) {
        if (piles.size === 0) forgetOld();
        piles.set(name, (pile = signal(readPile(shelved(PREFIX + name)))));
    }
    return pile;
}

// (Of what stands on the shelf: another tab may have entered something.)
export function changePile(name: string, change: (pile: Pile) => Pile): Pile {
    const pile = pileOf(name);
    const kept = shelved(PREFIX + name);
    const next = change(kept === undefined ? pile.peek() : readPile(kept));
    shelve(PREFIX + name, JSON.stringify(next));
    return (pile.value = next);
}

addEventListener("storage", ({ key }) => {
    if (!key?.startsWith(PREFIX)) return;
    const pile = piles.get(key.slice(PREFIX.length));
    if (pile) pile.value = readPile(shelved(key));
});

function forgetOld(): void {
    const names = Object.keys(shelfHere() ?? {}).filter((name) => name.startsWith(PREFIX));
    for (const name of names) if (isOld(readPile(shelved(name)) ?? emptyPile, Date.now())) unshelve(name);
}
