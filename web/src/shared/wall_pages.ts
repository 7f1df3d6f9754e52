// How the walls of several groups stand beside each other on the big screen: so many columns a page that they are read from the back.
// Few groups stay side by side: what does not go into a column comes on the next page of all of them. Of many each takes the columns
// that it needs, one after the other. Pure: lengths are those of a screen of 1920 × 1080.
import { linesOf, type Box } from "./paging";

export interface WallSheets {
    id: string;
    name: string;
    sheets: readonly { id: string; text: string; signed?: boolean }[];
}

export interface WallColumn {
    wall: string;
    // Of its notes: those that stand here.
    notes: string[];
    // Others of it stand before them.
    goesOn: boolean;
}

export interface WallPages {
    // How many columns every page has, and how large the text is.
    columns: number;
    size: number;
    pages: WallColumn[][];
}

export const COLUMN_GAP = 40;
const HEAD = { one: 76, two: 130 }; // the name of the group, in one line or two
const NAME = 46 * 0.56; // the width of one of its letters
const COUNT = 90;
const BETWEEN = 16; // two notes of a column
const PADDING = { across: 22, down: 14 };
const LINE = 1.2;
const LETTER = 0.46;
const MOST_COLUMNS = 4;
// The largest first; nothing is smaller than the last.
const SIZES = [48, 44, 40, 36];

// As few pages as may be: all in the largest text that holds them, else the smallest, on more pages.
export function wallPages(walls: readonly WallSheets[], box: Box): WallPages {
    const isMany = walls.length > MOST_COLUMNS;
    // (Where they are many, an empty wall tells nothing that is worth a column.)
    const shown = isMany ? walls.filter(({ sheets }) => sheets.length > 0) : walls;
    const columns = columnsFor(shown.length);
    const head = shown.some(({ name }) => name.length * NAME > widthOf(columns, box) - COUNT) ? HEAD.two : HEAD.one;
    const least = Math.ceil(shown.length / columns);
    for (const size of SIZES) {
        const type = { columns, size, head };
        const pages = isMany ? pagesInTurn(shown, type, box) : pagesOf(shown, type, box);
        if (pages.length <= least || size === SIZES.at(-1)) return { columns, size, pages };
    }
    return { columns, size: SIZES[0]!, pages: [] };
}

function widthOf(columns: number, { width }: Box): number {
    return (width - COLUMN_GAP * (columns - 1)) / columns;
}

// Of even pages: six are three and three, not four and two.
export function columnsFor(walls: number): number {
    const pages = Math.ceil(walls / MOST_COLUMNS);
    return Math.max(1, Math.ceil(walls / Math.max(1, pages)));
}

function chunks<T>(all: readonly T[], size: number): T[][] {
    return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

type Type = { columns: number; size: number; head: number };

function pagesInTurn(walls: readonly WallSheets[], type: Type, box: Box): WallColumn[][] {
    const all = walls.flatMap((wall) => columnsOf(wall, type, box).map((notes, i) => ({ wall: wall.id, notes, goesOn: i > 0 })));
    return chunks(all, type.columns);
}

function pagesOf(walls: readonly WallSheets[], type: Type, box: Box): WallColumn[][] {
    const columns = walls.map((wall) => columnsOf(wall, type, box));
    const count = Math.max(1, ...columns.map(({ length }) => length));
    return Array.from({ length: count }, (_, page) => walls.map(({ id }, i) => ({ wall: id, notes: columns[i]![page] ?? [], goesOn: page > 0 })));
}

// One after the other from the top; a note that is longer than a column has one alone.
function columnsOf({ sheets }: WallSheets, type: Type, box: Box): string[][] {
    const columns: string[][] = [];
    let left = 0;
    for (const sheet of sheets) {
        const height = heightOf(sheet, type, box) + BETWEEN;
        if (columns.length === 0 || height > left) {
            columns.push([]);
            left = box.height - type.head;
        }
        columns.at(-1)!.push(sheet.id);
        left -= height;
    }
    return columns;
}

function heightOf({ text, signed }: WallSheets["sheets"][number], { columns, size }: Type, box: Box): number {
    const wide = widthOf(columns, box) - 2 * PADDING.across;
    const lines = linesOf(text, Math.max(1, Math.floor(wide / (size * LETTER))));
    return lines * size * LINE + (signed ? size : 0) + 2 * PADDING.down;
}
