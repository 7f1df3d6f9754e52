// How one voter's votes in a ballot stand: what the server knows, and what this device has said since. Pure.
import type { BallotSettings, EventVotePut, Reason } from "../generated/types";
import { castOf, type Cast, type Sent } from "./cast";
import type { Round, Votes } from "./meeting";

type Ballot = Pick<Round, "id" | "ballot">;

export interface CastVotes extends Cast {
    left: number;
}

export function myVotes(round: Ballot, known: Votes | undefined, commands: readonly Sent[]): CastVotes {
    const cells = (known?.choices ?? []).map(({ id, votes, rev }) => ({ id, value: votes, rev }));
    const cast = castOf(cells, commands.filter((command) => isVoteIn(command, round.id)), (params) => {
        const { choice, votes, rev } = params as EventVotePut;
        return { id: choice, value: votes, rev };
    });
    const used = (round.ballot?.choices ?? []).reduce((sum, { id }) => sum + cast.on(id), 0);
    return { ...cast, left: (round.ballot?.budget ?? 0) - used };
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
