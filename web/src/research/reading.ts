// A record as it is read in the page: the rows of each table, as the lines of its JSON come. Pure.
import type { RecordView } from "../generated/types";

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

export interface Table {
    name: string;
    columns: readonly string[];
    // At most KEPT of them.
    rows: Row[];
    count: number;
}

export interface Header {
    view: RecordView;
    at: string;
    title?: string;
    zone?: string;
}

export interface Reading {
    header: Header | undefined;
    tables: Map<string, Table>;
    // The rows of all tables.
    count: number;
}

// What a page can hold and search in: the files have the rest.
export const KEPT = 20_000;

export function emptyReading(): Reading {
    return { header: undefined, tables: new Map(), count: 0 };
}

// Lines out of pieces of text that end anywhere.
export class Lines {
    private rest = "";

    take(piece: string): string[] {
        const lines = (this.rest + piece).split("\n");
        this.rest = lines.pop()!;
        return lines.filter((line) => line !== "");
    }

    // Whether it broke off in the middle of a line.
    get isBroken(): boolean {
        return this.rest !== "";
    }
}

export function takeLine(reading: Reading, line: string): void {
    const { table: name, ...row } = JSON.parse(line) as Row;
    if (typeof name !== "string") {
        reading.header = row as unknown as Header;
        return;
    }
    let table = reading.tables.get(name);
    if (!table) reading.tables.set(name, (table = { name, columns: Object.keys(row), rows: [], count: 0 }));
    table.count++;
    reading.count++;
    if (table.rows.length < KEPT) table.rows.push(row);
}

export interface Wanted {
    // Of which session and round, where a table tells; "": of all.
    session: string;
    round: string;
    search: string;
}

export function wantedRows({ columns, rows }: Table, { session, round, search }: Wanted): readonly Row[] {
    const sought = search.trim().toLocaleLowerCase("sv");
    // (A table that tells no session is not narrowed by one.)
    const isOf = (row: Row, column: string, id: string) => id === "" || !columns.includes(column) || row[column] === id;
    return rows.filter(
        (row) =>
            isOf(row, "session", session) &&
            isOf(row, "round", round) &&
            (sought === "" || columns.some((column) => String(row[column] ?? "").toLocaleLowerCase("sv").includes(sought))),
    );
}

export interface Named {
    id: string;
    name: string;
}

const namedIn = (reading: Reading, table: string, id: string, name: string): Named[] =>
    (reading.tables.get(table)?.rows ?? []).map((row) => ({ id: String(row[id]), name: String(row[name] ?? "") }));

export const studiesIn = (reading: Reading): Named[] => namedIn(reading, "studies", "study", "title");
export const sessionsIn = (reading: Reading): Named[] => namedIn(reading, "sessions", "session", "title");

export function roundsIn(reading: Reading, session: string): Named[] {
    const rounds = reading.tables.get("rounds");
    return rounds ? wantedRows(rounds, { session, round: "", search: "" }).map((row) => ({ id: String(row.round), name: String(row.question ?? "") })) : [];
}

// A number of the whole, and how much of it stands in what is read.
export interface Total {
    table: string;
    what: string;
    of: string;
    total: number;
    included: number;
    withheld: number;
    // What should be the whole is not.
    isOff: boolean;
}

export function totalsOf(reading: Reading): Total[] {
    const names = new Map([...sessionsIn(reading), ...roundsIn(reading, "")].map(({ id, name }) => [id, name]));
    return (reading.tables.get("totals")?.rows ?? []).map((row) => {
        const [total, included, withheld] = [row.total, row.included, row.withheld].map((value) => Number(value ?? 0)) as [number, number, number];
        const of = names.get(String(row.round)) ?? names.get(String(row.session)) ?? "";
        return { table: String(row.in_table), what: String(row.what), of, total, included, withheld, isOff: included + withheld !== total };
    });
}

// For programs, and told apart from what people read.
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(value: Value | undefined): boolean {
    return typeof value === "string" && ID.test(value);
}
