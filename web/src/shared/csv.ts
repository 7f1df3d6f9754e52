// A table as a spreadsheet takes it, written as the records are (server/transcript/csv.c, profile excel-sv). Pure.
const SEPARATOR = ";";
const LINE_END = "\r\n";
const BYTE_ORDER_MARK = "\ufeff";

// What a spreadsheet would take for a formula, also where it came from the phone of a stranger.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cellOf(text: string): string {
    const plain = FORMULA.test(text) ? `'${text}` : text;
    return /["\r\n;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export function csvOf(rows: readonly (readonly string[])[]): string {
    return BYTE_ORDER_MARK + rows.map((cells) => cells.map(cellOf).join(SEPARATOR) + LINE_END).join("");
}
