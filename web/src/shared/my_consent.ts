// What one said about research, as it stands on this device. Pure.
import type { EventParticipantConsent, EventParticipantPut } from "../generated/types";
import type { Participant } from "./meeting";
import type { Command } from "./outbox";

type Sent = Pick<Command, "method" | "params" | "state">;

export interface MyConsent {
    // Not answered is no.
    consent: boolean;
    nextRev: number;
    way: "saved" | "sending" | "arrived" | "refused";
}

// The rev counts all that one says of oneself, so that name and consent never overtake each other.
export function myConsent(me: Participant | undefined, commands: readonly Sent[]): MyConsent {
    const mine: MyConsent = { consent: me?.consent === true, nextRev: (me?.rev ?? 0) + 1, way: "arrived" };
    for (const { method, params, state } of commands) {
        if (method !== "participant.consent" && method !== "participant.put") continue;
        mine.nextRev = Math.max(mine.nextRev, (params as EventParticipantPut).rev + 1);
        if (method !== "participant.consent") continue;
        mine.way = state;
        if (state !== "refused") mine.consent = (params as EventParticipantConsent).consent;
    }
    return mine;
}
