// What a scale came to, statement by statement. Pure.
import type { Round } from "../../shared/meeting";
import type { EntityOf } from "../../shared/store";

export interface ScaleRow {
    id: string;
    text: string;
    answered: number;
    // How many chose each step, from the first; nothing where too few have answered to say.
    counts: readonly number[] | undefined;
    mean: number | undefined;
}

// In the order in which they were asked.
export function scaleRows(round: Round, tally: EntityOf<"scale_tally"> | undefined): ScaleRow[] {
    const counted = new Map((tally?.statements ?? []).map((statement) => [statement.id, statement]));
    return (round.scale?.statements ?? []).map(({ id, text }) => {
        const { answered = 0, counts } = counted.get(id) ?? {};
        return { id, text, answered, counts, mean: counts && meanOf(counts) };
    });
}

function meanOf(counts: readonly number[]): number | undefined {
    const all = counts.reduce((sum, count) => sum + count, 0);
    const sum = counts.reduce((before, count, i) => before + count * (i + 1), 0);
    return all > 0 ? sum / all : undefined;
}

// What is hidden until the end is in no tally before.
export function isScaleShown({ state, scale }: Round): boolean {
    return state === "closed" || (scale?.result === "open" && state !== "planned");
}
