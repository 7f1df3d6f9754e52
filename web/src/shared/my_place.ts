// In which group I am: what the server knows, with what this device has chosen since. Pure.
import type { EventGroupChoose } from "../generated/types";
import type { Group, Grouping, Place } from "./grouping";
import type { Command } from "./outbox";

export interface MyPlace {
    group: Group | undefined;
    // Of the next choice.
    nextRev: number;
    // Chosen here, and not arrived yet.
    isWaiting: boolean;
    // The last choice that was refused, and not made up for.
    refused: Pick<Command, "command" | "refused"> | undefined;
}

type Waiting = Pick<Command, "command" | "method" | "params" | "state" | "refused">;

export function myPlaceIn({ id, groups = [] }: Pick<Grouping, "id" | "groups">, known: Place | undefined, commands: readonly Waiting[]): MyPlace {
    let chosen = known?.group;
    const place: MyPlace = { group: undefined, nextRev: (known?.rev ?? 0) + 1, isWaiting: false, refused: undefined };
    for (const command of commands) {
        const { grouping, group, rev } = command.params as EventGroupChoose;
        if (command.method !== "group.choose" || grouping !== id) continue;
        place.nextRev = Math.max(place.nextRev, rev + 1);
        place.refused = command.state === "refused" ? command : undefined;
        if (command.state === "refused") continue;
        chosen = group;
        place.isWaiting = true;
    }
    return { ...place, group: groups.find((one) => one.id === chosen) };
}
