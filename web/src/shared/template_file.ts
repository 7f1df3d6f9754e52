// A template as a file, and as what a house keeps: its text, its name, its size. Pure.
import type { Language } from "../generated/types";
import { keyOf, wordsIn, type Template } from "./template";
import { readTemplate, type Read } from "./template_check";

// The most that a house takes of one: what a frame holds beside the rest of the command.
const LONGEST_BODY = 24_000; // code points
const LARGEST_BODY = 28_000; // octets, as they stand in the command
// More than that is no template, whatever else it is: it is not even looked at.
export const LARGEST_FILE = 1_000_000;

export function fileOf(template: Template): string {
    return `${JSON.stringify(template, null, 2)}\n`;
}

export function fileName(template: Pick<Template, "name">, language: Language): string {
    return `samskap-${keyOf(wordsIn(template.name, language))}.json`;
}

function fits(body: string): boolean {
    return [...body].length <= LONGEST_BODY && new TextEncoder().encode(JSON.stringify(body)).length <= LARGEST_BODY;
}

// JSON text that the house keeps. What is too long for it is packed; nothing where that does not help either, or cannot be
// done here.
export async function bodyOf(template: Template): Promise<string | undefined> {
    const plain = JSON.stringify(template);
    if (fits(plain)) return plain;
    if (typeof CompressionStream === "undefined") return undefined;
    const packed = JSON.stringify({ packed: base64(await through(new TextEncoder().encode(plain), new CompressionStream("deflate-raw"))) });
    return fits(packed) ? packed : undefined;
}

export async function readBody(body: string): Promise<Read> {
    const packed = packedIn(body);
    if (packed === undefined) return readTemplate(body);
    try {
        const plain = await through(octetsOf(packed), new DecompressionStream("deflate-raw"));
        return readTemplate(new TextDecoder().decode(plain));
    } catch {
        return { faults: [{ path: [], wrong: "not_json" }] };
    }
}

function packedIn(body: string): string | undefined {
    try {
        const { packed } = JSON.parse(body) as { packed?: unknown };
        return typeof packed === "string" ? packed : undefined;
    } catch {
        return undefined;
    }
}

// All that comes out of it, as far as it can be a template.
async function through(octets: Uint8Array<ArrayBuffer>, how: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
    const reader = new Blob([octets]).stream().pipeThrough(how).getReader();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let size = 0; ; ) {
        const { done, value } = await reader.read();
        if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
        parts.push(value);
        size += value.length;
        if (size > LARGEST_FILE) throw new RangeError("larger than any template");
    }
}

function base64(octets: Uint8Array): string {
    return btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(""));
}

function octetsOf(text: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
