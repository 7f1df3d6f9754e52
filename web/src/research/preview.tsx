// The tables of a record, one at a time: narrowed to a session or a question, and searched. A table scrolls inside itself.
import { useState } from "preact/hooks";
import { SelectField, TextField } from "../host/field";
import { dayAndTime } from "../shared/moments";
import { language } from "../shared/view/language";
import { ShowMore, useMost } from "../shared/view/show_more";
import { isId, KEPT, roundsIn, sessionsIn, wantedRows, type Named, type Reading, type Row, type Table, type Value, type Wanted } from "./reading";
import { sayTable } from "./texts/tables";
import { say } from "./texts/research";

const STEP = 100; // rows at a time
const ALL: Wanted = { session: "", round: "", search: "" };

export function Preview({ reading }: { reading: Reading }) {
    const tables = [...reading.tables.values()];
    const [name, setName] = useState(reading.tables.has("notes") ? "notes" : (tables[0]?.name ?? ""));
    const [wanted, setWanted] = useState(ALL);
    const table = reading.tables.get(name);
    if (!table) return <p>{say("nothing")}</p>;
    const sessions = sessionsIn(reading);
    const all = (label: string, named: readonly Named[]) => [{ value: "", label }, ...named.map(({ id, name }) => ({ value: id, label: name || id }))];
    return (
        <section class="stack">
            <h2>{say("tables")}</h2>
            <div class="research-filters">
                <SelectField
                    label={say("table")}
                    value={name}
                    options={tables.map(({ name, count }) => ({ value: name, label: say("table_of", { name: sayTable(name), n: count }) }))}
                    change={setName}
                />
                {sessions.length > 1 && table.columns.includes("session") && (
                    <SelectField label={say("session")} value={wanted.session} options={all(say("all_sessions"), sessions)} change={(session) => setWanted({ ...wanted, session, round: "" })} />
                )}
                {table.columns.includes("round") && (
                    <SelectField label={say("round")} value={wanted.round} options={all(say("all_rounds"), roundsIn(reading, wanted.session))} change={(round) => setWanted({ ...wanted, round })} />
                )}
                <TextField label={say("search")} type="search" value={wanted.search} change={(search) => setWanted({ ...wanted, search })} />
            </div>
            <Rows key={JSON.stringify([name, wanted])} table={table} wanted={wanted} zone={reading.header?.zone} clear={() => setWanted(ALL)} />
        </section>
    );
}

type RowsProps = { table: Table; wanted: Wanted; zone: string | undefined; clear(): void };

function Rows({ table, wanted, zone, clear }: RowsProps) {
    const { most, more } = useMost(STEP);
    const found = wantedRows(table, wanted);
    const isWhole = found.length === table.rows.length;
    return (
        <div class="stack">
            <p class="meta research-found">
                <span role="status">{isWhole ? say("rows", { n: table.count }) : say("rows_of", { n: found.length, all: table.rows.length })}</span>
                {!isWhole && (
                    <button type="button" class="quiet" onClick={clear}>
                        {say("clear")}
                    </button>
                )}
            </p>
            {table.count > table.rows.length && <p class="said">{say("kept", { n: KEPT })}</p>}
            {found.length > 0 && (
                <div class="research-scroll" role="region" aria-label={sayTable(table.name)} tabIndex={0}>
                    <table class="research-table">
                        <caption class="unseen">{sayTable(table.name)}</caption>
                        <thead>
                            <tr>
                                {table.columns.map((column) => (
                                    <th key={column} scope="col" class={isOfNumbers(table, column) ? "is-number" : undefined}>
                                        {column}
                                    </th>
                                ))}
                            </tr>
                        </thead>
                        <tbody>
                            {found.slice(0, most).map((row, i) => (
                                <Line key={i} row={row} columns={table.columns} zone={zone} />
                            ))}
                        </tbody>
                    </table>
                </div>
            )}
            <ShowMore left={found.length - most} more={more} />
        </div>
    );
}

function isOfNumbers({ rows }: Table, column: string): boolean {
    return typeof rows.find((row) => row[column] !== null)?.[column] === "number";
}

function Line({ row, columns, zone }: { row: Row; columns: readonly string[]; zone: string | undefined }) {
    return (
        <tr>
            {columns.map((column) => {
                const value = row[column] ?? null;
                return (
                    <td key={column} class={classOf(value)} title={isId(value) ? String(value) : undefined}>
                        {shown(value, zone)}
                    </td>
                );
            })}
        </tr>
    );
}

function classOf(value: Value): string | undefined {
    if (value === null) return "is-nothing";
    if (isId(value)) return "is-id";
    if (typeof value === "number") return "is-number";
    return typeof value === "string" && value.length > 40 ? "is-long" : undefined;
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

// As the files have it, but for what only programs read: an id by its beginning, a time by the process's clock.
function shown(value: Value, zone: string | undefined): string {
    if (value === null) return "–";
    if (isId(value)) return `${String(value).slice(0, 8)}…`;
    if (typeof value === "boolean") return say(value ? "yes" : "no");
    if (typeof value === "string" && TIME.test(value) && zone) return dayAndTime(Date.parse(value), zone, language.value);
    return String(value);
}
