// Lines that are pasted into a list of names. They take the place of the row where they are pasted, if that is empty, and of those
// that were only proposed; what is left of them comes behind. Pure.

interface Row {
    id: string;
    name: string;
}

interface Pasting<R extends Row> {
    rows: readonly R[];
    // Where they are pasted.
    at: number;
    lines: readonly string[];
    most: number;
    make(name: string, id?: string): R;
    // Nobody has written it.
    isProposed(row: R): boolean;
    // In use: it stays, though lines may name it anew.
    isLocked(row: R): boolean;
}

export function pastedInto<R extends Row>({ rows, at, lines, most, make, isProposed, isLocked }: Pasting<R>): R[] {
    const free = rows.filter((row, i) => (i === at && row.name === "") || isProposed(row));
    const named = new Map(free.slice(0, lines.length).map(({ id }, i) => [id, make(lines[i]!, id)]));
    const gone = new Set(free.filter((row) => !named.has(row.id) && !isLocked(row)).map(({ id }) => id));
    const kept = rows.flatMap((row) => (gone.has(row.id) ? [] : (named.get(row.id) ?? row)));
    const last = kept.map(({ id }) => named.has(id)).lastIndexOf(true);
    const behind = (last >= 0 ? last : kept.findIndex(({ id }) => id === rows[at]!.id)) + 1;
    const more = lines.slice(named.size, named.size + Math.max(0, most - kept.length)).map((line) => make(line));
    return [...kept.slice(0, behind), ...more, ...kept.slice(behind)];
}
