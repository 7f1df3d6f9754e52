// How one voter's votes in a ballot stand: what the server knows, and what the device has said since. Pure.
import type { EventVotePut } from "../generated/types";
import type { Round, Votes } from "./meeting";
import type { Command } from "./outbox";

export interface CastVotes {
    // My votes on a choice, as I left them last.
    on(choice: string): number;
    // Of the next command about that choice.
    nextRev(choice: string): number;
    left: number;
    // Some of it has not been answered yet.
    isWaiting: boolean;
    refused: Command | undefined;
}

type Waiting = Pick<Command, "method" | "params" | "state">;

export function myVotes(round: Pick<Round, "id" | "ballot">, known: Votes | undefined, commands: readonly Waiting[]): CastVotes {
    const votes = new Map((known?.choices ?? []).map(({ id, votes }) => [id, votes]));
    const revs = new Map((known?.choices ?? []).map(({ id, rev }) => [id, rev]));
    const own = commands.filter((command) => isVoteIn(command, round.id));
    for (const { params, state } of own) {
        const vote = params as EventVotePut;
        revs.set(vote.choice, Math.max(vote.rev, revs.get(vote.choice) ?? 0));
        if (state !== "refused") votes.set(vote.choice, vote.votes);
    }
    const used = (round.ballot?.choices ?? []).reduce((sum, { id }) => sum + (votes.get(id) ?? 0), 0);
    return {
        on: (choice) => votes.get(choice) ?? 0,
        nextRev: (choice) => (revs.get(choice) ?? 0) + 1,
        left: (round.ballot?.budget ?? 0) - used,
        isWaiting: own.some(({ state }) => state !== "refused"),
        refused: own.filter(({ state }) => state === "refused").pop() as Command | undefined,
    };
}

function isVoteIn({ method, params }: Waiting, round: string): boolean {
    return method === "vote.put" && (params as EventVotePut).round === round;
}

export function canGive(round: Pick<Round, "ballot">, cast: CastVotes, choice: string): boolean {
    const { cap, budget } = round.ballot ?? { cap: 0, budget: 0 };
    return cast.left > 0 && cast.on(choice) < (cap || budget);
}

export function nextVote(round: string, choice: string, votes: number, cast: CastVotes): EventVotePut {
    return { round, choice, rev: cast.nextRev(choice), votes };
}
