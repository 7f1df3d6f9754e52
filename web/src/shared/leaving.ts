// What leaves a device together with one of the sessions it has joined. A process's commands wait in one line, whichever of
// its sessions they are of. Pure.
import type { EventNotePut } from "../generated/types";
import type { Note, Round } from "./meeting";
import type { Command } from "./outbox";

type Waiting = Pick<Command, "method" | "params">;

// Those about the session's rounds, and the next steps that were written in it. Who I am is said to the process, and what is of no known round is nobody's to drop.
export function commandsIn<C extends Waiting>(
    session: string,
    commands: readonly C[],
    rounds: readonly Pick<Round, "id" | "session">[],
    notes: readonly Pick<Note, "id" | "round">[],
): C[] {
    const inside = new Set(rounds.filter((round) => round.session === session).map(({ id }) => id));
    const roundOf = new Map(notes.map(({ id, round }) => [id, round]));
    for (const { method, params } of commands) if (method === "note.put") roundOf.set((params as EventNotePut).id, (params as EventNotePut).round);
    return commands.filter(({ method, params }) => {
        const { id = "", session: of, round = roundOf.get(id) } = params as { id?: string; session?: string; round?: string };
        return (round !== undefined && inside.has(round)) || (method === "step.put" && of === session);
    });
}
