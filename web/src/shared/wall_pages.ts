// How the walls of several groups stand beside each other on the big screen: so many groups a page that they are read from the back,
// each in a column of its own; what does not go into a column comes on the next page of the same groups. Pure: lengths are those of
// a screen of 1920 × 1080.
import { linesOf, type Box } from "./paging";

export interface WallSheets {
    id: string;
    sheets: readonly { id: string; text: string; signed?: boolean }[];
}

export interface WallColumn {
    wall: string;
    // Of its notes: those that stand here.
    notes: string[];
}

export interface WallPages {
    // How many columns every page has, and how large the text is.
    columns: number;
    size: number;
    pages: WallColumn[][];
}

export const COLUMN_GAP = 40;
const HEAD = 76; // the name of the group
const BETWEEN = 16; // two notes of a column
const PADDING = { across: 22, down: 14 };
const LINE = 1.2;
const LETTER = 0.46;
const MOST_COLUMNS = 4;
// The largest first; nothing is smaller than the last.
const SIZES = [48, 44, 40, 36];

// As few pages as may be: all in the largest text that holds them, else the smallest, on more pages.
export function wallPages(walls: readonly WallSheets[], box: Box): WallPages {
    const columns = columnsFor(walls.length);
    const rows = chunks(walls, columns);
    for (const size of SIZES) {
        const pages = rows.flatMap((row) => pagesOf(row, { columns, size }, box));
        if (pages.length <= rows.length || size === SIZES.at(-1)) return { columns, size, pages };
    }
    return { columns, size: SIZES[0]!, pages: [] };
}

// Of even pages: six are three and three, not four and two.
export function columnsFor(walls: number): number {
    const pages = Math.ceil(walls / MOST_COLUMNS);
    return Math.max(1, Math.ceil(walls / Math.max(1, pages)));
}

function chunks<T>(all: readonly T[], size: number): T[][] {
    return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

type Type = { columns: number; size: number };

function pagesOf(walls: readonly WallSheets[], type: Type, box: Box): WallColumn[][] {
    const columns = walls.map((wall) => columnsOf(wall, type, box));
    const count = Math.max(1, ...columns.map(({ length }) => length));
    return Array.from({ length: count }, (_, page) => walls.map(({ id }, i) => ({ wall: id, notes: columns[i]![page] ?? [] })));
}

// One after the other from the top; a note that is longer than a column has one alone.
function columnsOf({ sheets }: WallSheets, type: Type, box: Box): string[][] {
    const columns: string[][] = [];
    let left = 0;
    for (const sheet of sheets) {
        const height = heightOf(sheet, type, box) + BETWEEN;
        if (columns.length === 0 || height > left) {
            columns.push([]);
            left = box.height - HEAD;
        }
        columns.at(-1)!.push(sheet.id);
        left -= height;
    }
    return columns;
}

function heightOf({ text, signed }: WallSheets["sheets"][number], { columns, size }: Type, { width }: Box): number {
    const wide = (width - COLUMN_GAP * (columns - 1)) / columns - 2 * PADDING.across;
    const lines = linesOf(text, Math.max(1, Math.floor(wide / (size * LETTER))));
    return lines * size * LINE + (signed ? size : 0) + 2 * PADDING.down;
}
