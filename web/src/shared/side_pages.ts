// A comparison in calm pages for the big screen: of two, so many rows of each list as are read from the back. Pure.
import { pairOf, sidesOf, type Compared, type Comparison, type Pair } from "./comparisons";
import { evenPages } from "./paging";

export interface SidePages {
    // Nothing: all columns stand in one table.
    pair: Pair | undefined;
    pages: Compared[][];
}

// `most`: of each list; `mostAll`: of a table.
export function sidePages({ columns = [] }: Pick<Comparison, "columns">, rows: readonly Compared[], most: number, mostAll: number): SidePages {
    const pair = pairOf(columns);
    if (!pair) return { pair, pages: evenPages(rows, mostAll) };
    const { both, first, second } = sidesOf(rows, pair);
    const lists = [both, first, second].map((list) => evenPages(list, most));
    const count = Math.max(1, ...lists.map((pages) => pages.length));
    return { pair, pages: Array.from({ length: count }, (_, i) => lists.flatMap((pages) => pages[i] ?? [])) };
}
