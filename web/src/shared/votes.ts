// How one voter's votes in a ballot stand: what the server knows, and what this device has said since. Pure.
import type { BallotSettings, EventVotePut, Reason } from "../generated/types";
import type { Round, Votes } from "./meeting";
import type { Command } from "./outbox";

type Sent = Pick<Command, "command" | "method" | "params" | "state" | "isStored" | "refused">;
type Ballot = Pick<Round, "id" | "ballot">;

export interface CastVotes {
    // My votes on a choice, as I left them last.
    on(choice: string): number;
    // Of the next command about that choice: above all that were used.
    nextRev(choice: string): number;
    left: number;
    // What has no answer yet.
    waiting: readonly Sent[];
    // What was refused, the last of it at the end.
    refused: readonly Sent[];
}

// A refused command counts for nothing: what the server knows is shown again.
export function myVotes(round: Ballot, known: Votes | undefined, commands: readonly Sent[]): CastVotes {
    const votes = new Map((known?.choices ?? []).map((choice) => [choice.id, choice.votes]));
    const revs = new Map((known?.choices ?? []).map((choice) => [choice.id, choice.rev]));
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
        waiting: own.filter(({ state }) => state !== "refused"),
        refused: own.filter(({ state }) => state === "refused"),
    };
}

function isVoteIn({ method, params }: Sent, round: string): boolean {
    return method === "vote.put" && (params as EventVotePut).round === round;
}

// Why no vote more can be given to a choice; undefined: one can.
export type NoMore = "no_votes_left" | "choice_is_full";

export function whyNoMore(ballot: Pick<BallotSettings, "budget" | "cap">, cast: CastVotes, choice: string): NoMore | undefined {
    if (cast.on(choice) >= (ballot.cap || ballot.budget)) return "choice_is_full";
    return cast.left > 0 ? undefined : "no_votes_left";
}

export function nextVote(round: string, choice: string, votes: number, cast: CastVotes): EventVotePut {
    return { round, choice, rev: cast.nextRev(choice), votes };
}

export type RefusedVote = "vote_elsewhere" | "vote_too_late" | "vote_not_open" | "vote_refused";

// What a refusal means to who voted. The page offers nothing above budget or cap, so another device was quicker.
export function refusedVote(reason: Reason): RefusedVote {
    if (reason === "over_budget" || reason === "over_choice_cap" || reason === "stale") return "vote_elsewhere";
    if (reason === "closed") return "vote_too_late";
    return reason === "not_open" ? "vote_not_open" : "vote_refused";
}
