// What the columns of a comparison are called, and what has to be known of its figures.
import type { Comparison } from "../comparisons";
import type { Live } from "./live";
import { say } from "./texts/comparison";

export function columnNames(live: Live, { by, columns = [] }: Comparison): string[] {
    const { roles = [], levels = [] } = live.profile ?? {};
    const named = new Map([...roles, ...levels].map(({ id, name }) => [id, name]));
    return columns.map(({ id, type }) => {
        if (type !== undefined) return type;
        if (id === undefined) return say("others");
        return (by === "session" ? live.find("session", id)?.title : named.get(id)) ?? say("unnamed");
    });
}

export function rowName({ board }: Comparison): string {
    return say(board === undefined ? "word" : "theme");
}

// What is compared by what: "Orden efter roll".
export function comparisonKind({ board, by }: Comparison): string {
    return say(`${board === undefined ? "words" : "themes"}_${by}`);
}

const isWithheld = ({ rows = [] }: Comparison) => rows.some(({ cells }) => cells.includes(-1));

// `hasCells`: the cells stand there one by one, also those that are withheld.
export function comparisonNotes(comparison: Comparison, hasCells = true): string[] {
    const { board, by, few = 0, more = 0, withheld = 0, per_round: isSum } = comparison;
    const of = board === undefined ? "words" : "themes";
    const notes = [
        few > 0 && say(`few_${by}`, { n: few }),
        hasCells && isWithheld(comparison) && say("withheld_why"),
        withheld > 0 && say(`untold_${of}`, { n: withheld }),
        more > 0 && say(`more_${of}`, { n: more, shown: comparison.rows?.length ?? 0 }),
        isSum && say("sums"),
    ];
    return notes.filter((note) => note !== false && note !== undefined);
}

// How many wrote anything: what all figures are of.
export function comparisonBase({ persons = 0, per_round: isSum }: Comparison): string {
    return say(isSum ? "base_sums" : "base", { n: persons });
}

// Where there is nothing to see though it is told: why.
export function nothingToCompare({ columns = [], rows = [], board }: Comparison): string | undefined {
    if (columns.length === 0) return say("too_few");
    if (columns.length === 1) return say("one_column");
    return rows.length === 0 ? say(board === undefined ? "no_words" : "no_themes") : undefined;
}
