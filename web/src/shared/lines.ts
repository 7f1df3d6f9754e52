// Lists as people paste them: a thing a line, perhaps with dashes, dots or numbers in front. Pure.
const MARK = /^\s*(?:[-–—•*·◦‣]|\d{1,3}[.)])\s+/;

// Each once, without what marks it as one of a list; no longer than `longest` characters.
export function linesOf(text: string, longest: number): string[] {
    const lines = text.split(/\r\n|\r|\n/).map((line) => cut(line.replace(MARK, "").replace(/\s+/g, " ").trim(), longest));
    const seen = new Set<string>();
    return lines.filter((line) => {
        const key = line.toLowerCase();
        return line !== "" && !seen.has(key) && seen.add(key);
    });
}

// By characters as the server counts them, none cut in half.
export function cut(text: string, longest: number): string {
    return [...text].slice(0, longest).join("");
}

// Enough to know a text by.
export function startOf(text: string): string {
    const line = text.replace(/\s+/g, " ").trim();
    return line.length <= 60 ? line : `${line.slice(0, 60)}…`;
}
