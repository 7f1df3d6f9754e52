// How a round's notes stand on the big screen: in calm pages, each note as large as its text asks for, and so that a new
// note changes the last page only. Pure: texts and a box in, places out. Lengths are those of a screen of 1920 × 1080.
export interface Box {
    width: number;
    height: number;
}

export interface Sheet {
    id: string;
    text: string;
    // Whether a line stands under it: which group or who wrote it.
    signed?: boolean;
    // And another one: how many support it.
    supported?: boolean;
}

// Where a note stands, from 0, and how many cells of the grid it takes.
export interface Placed {
    id: string;
    column: number;
    row: number;
    columns: number;
    rows: number;
    size: number; // of its text
}

export interface Grid {
    columns: number;
    rows: number;
    size: number; // of the text, where it is not a little smaller to be in fewer cells
}

export interface Wall {
    grid: Grid;
    // What the grid takes of its box: a few notes stay sheets of paper and do not become walls of colour.
    box: Box;
    pages: Placed[][];
}

const GAP = 28;
const PADDING = { across: 28, down: 20 };
const LINE = 1.2;
const LETTER = 0.45; // the width of one in the middle, of the text's size
const CELL = { width: 400, height: 215 }; // of the smallest grid
const SMALL = 38;
const A_LITTLE = 0.9;

// Grids that a few notes stand in, from the largest text on, which is smaller than a question's. `most`: what such a grid
// takes where that is enough.
const FEW: readonly (Grid & { most?: Box })[] = [
    { columns: 1, rows: 1, size: 80, most: { width: 1160, height: 420 } },
    { columns: 1, rows: 1, size: 76 },
    { columns: 2, rows: 1, size: 72, most: { width: 1760, height: 420 } },
    { columns: 2, rows: 1, size: 68 },
    { columns: 3, rows: 1, size: 64, most: { width: 1760, height: 380 } },
    { columns: 3, rows: 1, size: 60 },
    { columns: 3, rows: 2, size: 52 },
];

// The largest text in which all of it is one page; else pages of about twelve. `largest`: what no text is larger than.
export function wallOf(sheets: readonly Sheet[], box: Box, largest = 80): Wall {
    for (const { most, ...few } of FEW) {
        const grid = { ...few, size: Math.min(few.size, largest) };
        if (sheets.length > grid.columns * grid.rows) continue;
        const taken = most ? { width: Math.min(most.width, box.width), height: Math.min(most.height, box.height) } : box;
        const pages = place(sheets, grid, taken);
        if (pages.length <= 1 && sheets.every((sheet) => !most || isHeld(sheet, grid, taken))) return { grid, box: taken, pages: pages.slice(0, 1) };
    }
    const small = smallGrid(box);
    return { grid: small, box, pages: place(sheets, small, box) };
}

function isHeld(sheet: Sheet, grid: Grid, box: Box): boolean {
    return holds(spanOf(sheet, grid, box), sheet, grid, box);
}

function smallGrid({ width, height }: Box): Grid {
    const columns = within(1, Math.round(width / (CELL.width + GAP)), 6);
    return { columns, rows: within(1, Math.round((height + GAP) / (CELL.height + GAP)), 4), size: SMALL };
}

function within(least: number, value: number, most: number): number {
    return Math.max(least, Math.min(most, value));
}

// One after the other, each in the first place of the last page that is large enough; else on a page of its own.
function place(sheets: readonly Sheet[], grid: Grid, box: Box): Placed[][] {
    const pages: Placed[][] = [];
    let taken: boolean[] = [];
    for (const sheet of sheets) {
        const span = spanOf(sheet, grid, box);
        let at = pages.length > 0 ? freePlace(taken, span, grid) : undefined;
        if (!at) {
            pages.push([]);
            taken = Array.from({ length: grid.columns * grid.rows }, () => false);
            at = { column: 0, row: 0 };
        }
        const placed = { id: sheet.id, ...at, ...span };
        for (const cell of cellsOf(placed, grid)) taken[cell] = true;
        pages.at(-1)!.push(placed);
    }
    return pages;
}

type Span = Pick<Placed, "columns" | "rows" | "size">;

function freePlace(taken: readonly boolean[], span: Span, grid: Grid): Pick<Placed, "column" | "row"> | undefined {
    for (let row = 0; row + span.rows <= grid.rows; row++)
        for (let column = 0; column + span.columns <= grid.columns; column++)
            if (!cellsOf({ column, row, ...span }, grid).some((cell) => taken[cell])) return { column, row };
    return undefined;
}

function cellsOf({ column, row, columns, rows }: Omit<Placed, "id" | "size">, grid: Grid): number[] {
    const cells: number[] = [];
    for (let y = row; y < row + rows; y++) for (let x = column; x < column + columns; x++) cells.push(y * grid.columns + x);
    return cells;
}

// The fewest cells that hold a text: taller rather than wider, for short lines read better; its own size of letters rather
// than a smaller one. What nothing holds has the whole page.
export function spanOf(sheet: Sheet, grid: Grid, box: Box): Span {
    const spans: Span[] = [];
    for (let columns = 1; columns <= grid.columns; columns++)
        for (let rows = 1; rows <= grid.rows; rows++)
            for (const size of [grid.size, Math.round(grid.size * A_LITTLE)]) spans.push({ columns, rows, size });
    spans.sort((a, b) => a.columns * a.rows - b.columns * b.rows || a.columns - b.columns || b.size - a.size);
    return spans.find((span) => holds(span, sheet, grid, box)) ?? { columns: grid.columns, rows: grid.rows, size: Math.round(grid.size * A_LITTLE) };
}

function holds(span: Span, { text, signed, supported }: Sheet, grid: Grid, box: Box): boolean {
    const width = length(box.width, grid.columns, span.columns) - 2 * PADDING.across;
    const height = length(box.height, grid.rows, span.rows) - 2 * PADDING.down;
    const lines = linesOf(text, Math.max(1, Math.floor(width / (span.size * LETTER)))) + (signed ? 1 : 0) + (supported ? 1 : 0);
    return lines * span.size * LINE <= height;
}

function length(whole: number, cells: number, of: number): number {
    const cell = (whole - GAP * (cells - 1)) / cells;
    return cell * of + GAP * (of - 1);
}

// How many lines a text takes where so many letters stand on one.
export function linesOf(text: string, letters: number): number {
    return text.split("\n").reduce((sum, paragraph) => sum + linesOfParagraph(paragraph, letters), 0);
}

function linesOfParagraph(paragraph: string, letters: number): number {
    let lines = 1;
    let used = 0;
    for (const word of paragraph.split(" ")) {
        const size = [...word].length;
        if (used > 0 && used + 1 + size <= letters) {
            used += 1 + size;
            continue;
        }
        lines += (used > 0 ? 1 : 0) + Math.ceil(Math.max(0, size - letters) / letters);
        used = size > letters ? ((size - 1) % letters) + 1 : size;
    }
    return lines;
}

const SHORTEST_TURN = 12;
const LONGEST_TURN = 45;
const READ_MEANWHILE = 240; // letters
const LETTERS_A_SECOND = 18;

// How many seconds a page of so much text stays.
export function secondsFor(letters: number): number {
    const more = Math.max(0, letters - READ_MEANWHILE) / LETTERS_A_SECOND;
    return Math.min(LONGEST_TURN, Math.round(SHORTEST_TURN + more));
}

// A list of one line each, in pages of even length: 13 of at most 10 a page are 7 and 6.
export function evenPages<T>(rows: readonly T[], most: number): T[][] {
    const count = Math.ceil(rows.length / most);
    const each = Math.ceil(rows.length / Math.max(1, count));
    return Array.from({ length: count }, (_, i) => rows.slice(i * each, (i + 1) * each));
}
