// Raised hands in a ballot: how many people vote so, and for what. What does not go together is told before it is sent. Pure.
import type { BallotSettings } from "../generated/types";
import type { EntityOf } from "./store";

export interface Hands {
    people: number;
    // By choice; one without a figure has none.
    votes: Readonly<Record<string, number>>;
}

export const MOST_PEOPLE = 2_000;

export function handsOf(known: Pick<EntityOf<"hands">, "people" | "choices"> | undefined): Hands {
    const choices = known?.choices ?? [];
    return { people: known?.people ?? 0, votes: Object.fromEntries(choices.filter(({ votes }) => votes > 0).map(({ id, votes }) => [id, votes])) };
}

export function withVotes(hands: Hands, choice: string, votes: number): Hands {
    const { [choice]: _, ...others } = hands.votes;
    return { ...hands, votes: votes > 0 ? { ...others, [choice]: votes } : others };
}

export function sameHands(a: Hands, b: Hands): boolean {
    const ids = new Set([...Object.keys(a.votes), ...Object.keys(b.votes)]);
    return a.people === b.people && [...ids].every((id) => (a.votes[id] ?? 0) === (b.votes[id] ?? 0));
}

// What was counted here since `from`, on top of what others have counted since: each figure is its last counter's.
export function recounted(from: Hands, mine: Hands, now: Hands): Hands {
    const ids = new Set([from, mine, now].flatMap(({ votes }) => Object.keys(votes)));
    const own = [...ids].filter((id) => (mine.votes[id] ?? 0) !== (from.votes[id] ?? 0));
    const people = mine.people === from.people ? now.people : mine.people;
    return own.reduce((hands, id) => withVotes(hands, id, mine.votes[id] ?? 0), { ...now, people });
}

export function votesIn({ votes }: Hands): number {
    return Object.values(votes).reduce((sum, n) => sum + n, 0);
}

type Bounds = Pick<BallotSettings, "budget" | "cap">;

// How many votes one person may lay on one choice.
export function capOf({ budget, cap = 0 }: Bounds): number {
    return cap > 0 ? Math.min(cap, budget) : budget;
}

// As few people as can have laid these votes.
export function leastPeople(ballot: Bounds, hands: Hands): number {
    const most = Math.max(0, ...Object.values(hands.votes));
    return Math.max(Math.ceil(votesIn(hands) / ballot.budget), Math.ceil(most / capOf(ballot)));
}

// Why so many votes cannot be from so few people.
export type HandsFault = "over_budget" | "over_cap";

export function faultOf(ballot: Bounds, hands: Hands): HandsFault | undefined {
    if (votesIn(hands) > hands.people * ballot.budget) return "over_budget";
    const isOver = Object.values(hands.votes).some((votes) => votes > hands.people * capOf(ballot));
    return isOver ? "over_cap" : undefined;
}

// As it is sent: whole, and what has no votes is left out.
export function choicesOf({ votes }: Hands): { id: string; votes: number }[] {
    return Object.entries(votes).map(([id, n]) => ({ id, votes: n }));
}
