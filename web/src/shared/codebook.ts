// A codebook of a program for qualitative analysis (REFI-QDA, .qdc) as themes: each code with its description. A code within
// another is called "Parent / child"; headings, which nothing is coded with, are told apart, and stand in front of a name
// only where two would else have the same. Pure.
import { readXml, type Element } from "./plain_xml";

export interface Code {
    title: string;
    definition: string;
    // The uppermost heading that it stands under; "": none.
    heading: string;
}

export type Codebook = { codes: readonly Code[]; shortened: number } | { wrong: "too_large" | "not_xml" | "not_codebook" | "project" | "no_codes" };

export const LARGEST_CODEBOOK = 2_000_000; // bytes
const DEEPEST = 50;
const MOST_TITLE = 80;
const MOST_DEFINITION = 1_000;

export function readCodebook(text: string): Codebook {
    if (text.length > LARGEST_CODEBOOK) return { wrong: "too_large" };
    const root = readXml(text);
    if (!root) return { wrong: "not_xml" };
    if (root.name === "Project") return { wrong: "project" };
    if (root.name !== "CodeBook") return { wrong: "not_codebook" };
    const found = childrenOf(root, "Codes").flatMap((codes) => codesIn(codes, [], [], 0));
    return found.length === 0 ? { wrong: "no_codes" } : named(found);
}

const childrenOf = (element: Element, name: string) => element.children.filter((child) => child.name === name);

interface Found {
    path: readonly string[]; // of codes
    headings: readonly string[];
    definition: string;
}

function codesIn(parent: Element, path: readonly string[], headings: readonly string[], depth: number): Found[] {
    if (depth > DEEPEST) return [];
    return childrenOf(parent, "Code").flatMap((code) => {
        const name = (code.attributes.get("name") ?? "").replace(/\s+/g, " ").trim();
        if (name === "") return codesIn(code, path, headings, depth + 1);
        if (code.attributes.get("isCodable") === "false") return codesIn(code, path, [...headings, name], depth + 1);
        const definition = (childrenOf(code, "Description")[0]?.text ?? "").replace(/\r\n?/g, "\n").trim();
        const within = [...path, name];
        return [{ path: within, headings, definition }, ...codesIn(code, within, headings, depth + 1)];
    });
}

const SEPARATOR = " / ";
const folded = (name: string) => name.toLocaleLowerCase("sv");

function named(found: readonly Found[]): Codebook {
    const count = new Map<string, number>();
    const short = found.map(({ path }) => path.join(SEPARATOR));
    for (const name of short) count.set(folded(name), (count.get(folded(name)) ?? 0) + 1);
    const taken = new Set<string>();
    let shortened = 0;
    const codes = found.flatMap(({ path, headings, definition }, i): Code[] => {
        const isAlone = count.get(folded(short[i]!)) === 1;
        const title = cut(isAlone ? short[i]! : [...headings, ...path].join(SEPARATOR), MOST_TITLE);
        const whatBelongs = cut(definition, MOST_DEFINITION);
        if (taken.has(folded(title))) return []; // (the same code twice)
        taken.add(folded(title));
        if (title.endsWith(CUT) || whatBelongs.endsWith(CUT)) shortened++;
        return [{ title, definition: whatBelongs, heading: headings[0] ?? "" }];
    });
    return { codes, shortened };
}

const CUT = "…";

function cut(text: string, most: number): string {
    const points = [...text];
    return points.length <= most ? text : `${points.slice(0, most - 1).join("").trimEnd()}${CUT}`;
}

// Those chosen where somebody has not chosen yet: of the first heading, for others may be of other things; not those that
// the board has; and no more than it has room for.
export function proposed(codes: readonly Code[], has: (title: string) => boolean, room: number): Set<string> {
    const first = codes[0]?.heading;
    const fitting = codes.filter(({ heading, title }) => heading === first && !has(title));
    return new Set(fitting.slice(0, Math.max(0, room)).map(({ title }) => title));
}
