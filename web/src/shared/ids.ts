// Names and secrets that this device makes. Made of getRandomValues, which (unlike randomUUID) is also there on a
// page that came without TLS, as in a room with a server of its own.

function randomBytes(count: number): Uint8Array {
    return crypto.getRandomValues(new Uint8Array(count));
}

function hexadecimal(bytes: Uint8Array): string {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A random UUID, version 4, lower case: of an entity, or of a command.
export function newId(): string {
    const bytes = randomBytes(16);
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return hexadecimal(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// 128 random bits as 32 hexadecimal digits: a participant's token, or an author secret.
export function newSecret(): string {
    return hexadecimal(randomBytes(16));
}
