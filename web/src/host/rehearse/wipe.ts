// The end of a rehearsal: it is removed for good, and what was removed is said where one goes on.
import { signal } from "@preact/signals";
import type { Live } from "../../shared/view/live";
import { askHouse, refreshHouse } from "../house";
import { goInstead } from "../route";
import { stopCrowd } from "./crowd";
import { forgetRehearsal, keptRehearsal } from "./kept";

export interface Wiped {
    at: string; // the session that was rehearsed; empty: the house says it
    people?: number;
    notes?: number;
}

export const wiped = signal<Wiped | undefined>(undefined);

async function remove(process: string): Promise<void> {
    await askHouse("process.remove", { process });
    await forgetRehearsal(process);
    void refreshHouse();
}

// Rejects with what the server refused.
export async function wipeFromHouse(process: string): Promise<void> {
    await remove(process);
    wiped.value = { at: "" };
}

// From inside: back to where it was begun from.
export async function wipeHere(live: Live): Promise<void> {
    const process = live.process!.id;
    const of = (await keptRehearsal(process))?.of;
    const figures = { people: live.session.store.all("participant").length, notes: live.session.store.all("note").length };
    stopCrowd();
    await remove(process);
    wiped.value = { at: of?.session ?? "", ...figures };
    goInstead(of ? { screen: "plan", ...of, tab: "programme" } : { screen: "house" });
}
