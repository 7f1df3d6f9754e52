// A ballot's result, as every screen says it. Pure.
import type { Round, Tally } from "./meeting";

export interface ResultRow {
    id: string;
    text: string;
    votes: number;
    // By phone: of hands only the votes are known.
    voters: number;
    // Of the votes, those by raised hands.
    hands: number;
    // 1 for the most votes. Equally many votes are the same place, and the next one is passed over.
    place: number;
    tied: boolean;
}

// While people vote in the ballot's own order, so that nothing moves; at the end by votes.
export function resultRows(round: Round, tally: Tally | undefined): ResultRow[] {
    const counted = new Map((tally?.choices ?? []).map((choice) => [choice.id, choice]));
    const choices = round.ballot?.choices ?? [];
    const votes = choices.map(({ id }) => counted.get(id)?.votes ?? 0);
    const rows = choices.map(({ id, text }, i) => ({
        id,
        text,
        votes: votes[i]!,
        voters: counted.get(id)?.voters ?? 0,
        hands: counted.get(id)?.hands ?? 0,
        place: 1 + votes.filter((other) => other > votes[i]!).length,
        tied: votes.filter((other) => other === votes[i]).length > 1,
    }));
    return round.state === "closed" ? rows.sort((a, b) => b.votes - a.votes) : rows;
}
