// Reads XML as programs write their data: elements, attributes, texts, comments, CDATA and the characters that XML names itself.
// What defines names (a document type) is refused, so nothing is put in a name's place or fetched. (A browser's own parser draws
// what is wrong into the document that it gives, in a style that the page does not allow.) Pure.
export interface Element {
    name: string; // without a prefix
    attributes: ReadonlyMap<string, string>;
    children: readonly Element[];
    text: string; // its own
}

interface Open extends Element {
    whole: string; // with a prefix
    attributes: Map<string, string>;
    children: Element[];
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const NAME = "[\\p{L}_][\\p{L}\\p{N}_.:-]*";
const ATTRIBUTE = `\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
const PIECE = new RegExp(
    `<!--(?:(?!--)[^])*-->|<\\?[^]*?\\?>|<!\\[CDATA\\[([^]*?)\\]\\]>|</(${NAME})\\s*>|<(${NAME})((?:${ATTRIBUTE})*)\\s*(/?)>|([^<]+)`,
    "uy",
);
const ONE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "gu");

class Wrong extends Error {}

// Nothing where it is no XML, or not such.
export function readXml(text: string): Element | undefined {
    try {
        return read(text.replace(/^\ufeff/, ""));
    } catch (error) {
        if (error instanceof Wrong) return undefined;
        throw error;
    }
}

function read(text: string): Element {
    const root: Open = { name: "", whole: "", attributes: new Map(), children: [], text: "" };
    const open: Open[] = [root];
    for (let at = 0; at < text.length; at = PIECE.lastIndex) {
        PIECE.lastIndex = at;
        const piece = PIECE.exec(text);
        if (!piece) throw new Wrong();
        take(open, piece);
    }
    if (open.length !== 1 || root.children.length !== 1 || root.text.trim() !== "") throw new Wrong();
    return root.children[0]!;
}

function take(open: Open[], [, data, ended, begun, attributes, alone, characters]: RegExpExecArray): void {
    const inner = open.at(-1)!;
    if (data !== undefined) inner.text += data;
    else if (characters !== undefined) inner.text += plain(characters);
    else if (ended !== undefined) {
        if (open.pop()!.whole !== ended || open.length === 0) throw new Wrong();
    } else if (begun !== undefined) {
        const element: Open = { name: begun.replace(/^.*:/u, ""), whole: begun, attributes: attributesOf(attributes ?? ""), children: [], text: "" };
        inner.children.push(element);
        if (!alone) open.push(element);
    }
}

function attributesOf(text: string): Map<string, string> {
    const attributes = new Map<string, string>();
    for (const [, name = "", double, single] of text.matchAll(ONE)) {
        if (attributes.has(name)) throw new Wrong();
        attributes.set(name, plain((double ?? single ?? "").replace(/[\t\n\r]/g, " ")));
    }
    return attributes;
}

function plain(text: string): string {
    return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+))?;?/gi, (whole, hex?: string, decimal?: string, name?: string) => {
        if (!whole.endsWith(";")) throw new Wrong();
        if (name !== undefined) return NAMED[name] ?? fail();
        return character(hex !== undefined ? parseInt(hex, 16) : Number(decimal));
    });
}

function character(point: number): string {
    const isOne = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    return isOne ? String.fromCodePoint(point) : fail();
}

function fail(): never {
    throw new Wrong();
}
