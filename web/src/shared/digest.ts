// The digest of the shared view, as the server answers `digest`: how a test knows that nothing was lost.
import type { Entity } from "../generated/types";

function sorted(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== "object") return value;
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

function line(entity: Entity): string {
    const { kind, id, seq: _, ...members } = entity;
    return `${JSON.stringify([kind, id, sorted(members)])}\n`;
}

// SHA-256, hexadecimal. Needs a page that came over TLS or from this machine (WebCrypto).
export async function digestOf(entities: readonly Entity[]): Promise<string> {
    const key = ({ kind, id }: Entity) => `${kind} ${id}`; // ASCII: sorted like bytes
    const lines = [...entities].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(line);
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines.join("")));
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
