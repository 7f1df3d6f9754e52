// Words or themes side by side: what both wrote, and what only one did. A figure that is withheld stays unknown in all that is
// made of the table: it is never taken for 0. Pure.
import type { ComparisonBy, ComparisonColumn } from "../generated/types";
import type { Round } from "./meeting";
import type { EntityOf } from "./store";

export type Comparison = EntityOf<"comparison">;

const WITHHELD = -1;

// Persons of a column; none where that is withheld.
export type Cell = number | undefined;

export interface Compared {
    key: string;
    label: string;
    cells: readonly Cell[];
    // Of those of the column who wrote anything.
    shares: readonly Cell[];
    // Between the largest share and the smallest, of those that are told; none where fewer than two are.
    difference: Cell;
    // The columns with the largest share and with the smallest; none where several have it.
    most: number | undefined;
    least: number | undefined;
}

export function comparedRows({ columns = [], rows = [] }: Pick<Comparison, "columns" | "rows">): Compared[] {
    return rows.map(({ word, theme, label, cells: figures }) => {
        const cells = columns.map((_, i) => (figures[i] === WITHHELD ? undefined : figures[i]));
        const shares = cells.map((cell, i) => (cell === undefined ? undefined : shareOf(cell, columns[i]!)));
        const told = shares.filter((share) => share !== undefined);
        const [largest, smallest] = [Math.max(...told), Math.min(...told)];
        const alone = (share: number) => (told.filter((one) => one === share).length === 1 ? shares.indexOf(share) : undefined);
        const compared = told.length > 1 && { difference: largest - smallest, most: alone(largest), least: alone(smallest) };
        return { key: theme ?? word ?? label, label, cells, shares, ...(compared || { difference: undefined, most: undefined, least: undefined }) };
    });
}

function shareOf(cell: number, { persons }: ComparisonColumn): number {
    return persons > 0 ? cell / persons : 0;
}

export const percentOf = (share: number) => Math.round(100 * share);

// How strongly a cell is drawn, in even steps of the share: 0 where nobody wrote it.
export const STEPS = 5;
export function stepOf(share: number): number {
    return Math.min(STEPS, Math.ceil(STEPS * share));
}

// ---- the order of a table ----

// A column by its number; "own": as the list or the board has them.
export type OrderBy = "own" | "label" | "difference" | number;
export interface Order {
    by: OrderBy;
    descending: boolean;
}

export const OWN_ORDER: Order = { by: "own", descending: false };

// What a press on a head gives: figures begin with the largest and names with A, then the reverse, then as it stood.
export function nextOrder(order: Order, by: OrderBy): Order {
    const first = by !== "label";
    if (order.by !== by) return { by, descending: first };
    return order.descending === first ? { by, descending: !first } : OWN_ORDER;
}

// What is withheld comes last in either direction, and equal ones stand as they stood.
export function inOrderOf(rows: readonly Compared[], { by, descending }: Order): Compared[] {
    if (by === "own") return [...rows];
    const sign = descending ? -1 : 1;
    if (by === "label") return [...rows].sort((a, b) => sign * a.label.localeCompare(b.label, "sv"));
    const value = (row: Compared) => (by === "difference" ? row.difference : row.cells[by]);
    return [...rows].sort((a, b) => {
        const [left, right] = [value(a), value(b)];
        if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
        return sign * (left - right);
    });
}

// ---- two of the columns ----

export type Pair = readonly [number, number];

// Those that a picture sets against each other: where there are but two, or two beside all others.
export function pairOf(columns: readonly ComparisonColumn[]): Pair | undefined {
    if (columns.length === 2) return [0, 1];
    const named = columns.flatMap((column, i) => (isOthers(column) ? [] : [i]));
    return named.length === 2 ? [named[0]!, named[1]!] : undefined;
}

export function isOthers({ id, type }: ComparisonColumn): boolean {
    return id === undefined && type === undefined;
}

export interface Sides {
    both: Compared[];
    first: Compared[];
    second: Compared[];
    // Of how many it cannot be told.
    untold: number;
}

// What neither wrote is in none. First what the most of both wrote, and of what only one wrote what the most of these did.
export function sidesOf(rows: readonly Compared[], [a, b]: Pair): Sides {
    const told = rows.filter(({ cells }) => cells[a] !== undefined && cells[b] !== undefined);
    const has = ({ cells }: Compared, column: number) => cells[column]! > 0;
    const inBoth = ({ shares }: Compared) => Math.min(shares[a]!, shares[b]!);
    const byShare = (share: (row: Compared) => number) => (x: Compared, y: Compared) => share(y) - share(x);
    return {
        both: told.filter((row) => has(row, a) && has(row, b)).sort(byShare(inBoth)),
        first: told.filter((row) => has(row, a) && !has(row, b)).sort(byShare(({ shares }) => shares[a]!)),
        second: told.filter((row) => !has(row, a) && has(row, b)).sort(byShare(({ shares }) => shares[b]!)),
        untold: rows.length - told.length,
    };
}

// ---- why nothing is told ----

export type Awaited = { round: Round; awaits: "closing" | "showing" };

// Which rounds are still waited for, and for what. Those that were taken away are waited for no more.
export function awaitedRounds(rounds: readonly Round[]): Awaited[] {
    return rounds.flatMap<Awaited>((round) => {
        if (round.removed) return [];
        if (round.state !== "closed") return [{ round, awaits: "closing" }];
        return round.revealed || round.visibility === "all" ? [] : [{ round, awaits: "showing" }];
    });
}

type Bound = Pick<Comparison, "id" | "by" | "rounds">;

// A comparison by the same that was told of some of these rounds, and not of all of them and no others: what stands in the way.
export function overlapped<C extends Bound>(others: readonly C[], rounds: readonly string[], by: ComparisonBy): C | undefined {
    if (by === "session") return undefined;
    return others.find(({ by: of, rounds: told = [] }) => {
        const common = told.filter((id) => rounds.includes(id)).length;
        return of === by && common > 0 && (common < told.length || common < rounds.length);
    });
}

// ---- to be taken along ----

export interface Heads {
    title: string;
    // What stands over the words or the themes, and in the row of all who wrote.
    row: string;
    all: string;
    columns: readonly string[];
    withheld: string;
}

export function comparisonAsTable(comparison: Comparison, { row, all, columns, withheld }: Heads): string[][] {
    const bases = (comparison.columns ?? []).map(({ persons }) => String(persons));
    const rows = comparedRows(comparison).map(({ label, cells }) => [label, ...cells.map((cell) => (cell === undefined ? withheld : String(cell)))]);
    return [[row, ...columns], [all, ...bases], ...rows];
}

// `notes`: what has to be known of the figures.
export function comparisonAsText(comparison: Comparison, heads: Heads, notes: readonly string[]): string {
    const [, ...rows] = comparisonAsTable(comparison, heads);
    const lines = rows.map(([label, ...cells]) => `${label}: ${cells.map((cell, i) => `${heads.columns[i]} ${cell}`).join(", ")}`);
    return [heads.title, "", ...lines, "", ...notes].join("\n").trimEnd();
}
