// Making a process of a template: the process in the house, then what is in it, with how far that is.
import { signal } from "@preact/signals";
import { newId } from "../shared/ids";
import type { RefusedCommand } from "../shared/outbox_storage";
import type { Template } from "../shared/template";
import { profileOf, seatSteps, stepsOf, type Wishes } from "../shared/template_steps";
import { Refusal } from "../shared/wire";
import { askHouse, refreshHouse } from "./house";
import { enter, room } from "./room";
import { put } from "./saving";
import { openDoor } from "./way_in";

export interface Making {
    process: string;
    session: string;
    done: number;
    all: number;
    refused: string | undefined; // why, once it is refused
}

export const making = signal<Making | undefined>(undefined);

function advance(change: Partial<Making>): void {
    if (making.value) making.value = { ...making.value, ...change };
}

// Whether all of it was made.
export async function makeProcess(template: Template, wishes: Omit<Wishes, "newId">): Promise<boolean> {
    const all: Wishes = { ...wishes, newId };
    const process = newId();
    const profile = profileOf(template, all);
    const { session, steps: filling } = stepsOf(template, all);
    const steps = [...seatSteps(template, profile, all), ...filling];
    making.value = { process, session, done: 0, all: steps.length + 2, refused: undefined };
    try {
        await askHouse("process.add", { id: process, profile });
    } catch (error) {
        advance({ refused: error instanceof Refusal ? error.reason : "not_joined" });
        return false;
    }
    advance({ done: 1 });
    await refreshHouse();
    await enter(process);
    const live = room.value!.live;
    let refused: RefusedCommand | undefined;
    const puts = steps.map(async ({ method, params }) => {
        const outcome = await put(live, method, params as never);
        refused ??= outcome.refused;
        advance({ done: (making.value?.done ?? 0) + 1 });
    });
    await Promise.all(puts);
    // Last: the way in leads to a session that is there, and whole.
    refused ??= (await openDoor(live, session)).refused;
    if (refused) advance({ refused: refused.reason });
    return refused === undefined;
}
