// The way in, as it is printed, shown and pasted. The secret stands in the fragment, which no server and no log sees.
export function joinLink(origin: string, secret: string): string {
    return `${origin}/j/#${secret}`;
}

// What takes a person to another phone, or in by a slip: it lets in once.
export function wayLink(origin: string, session: string, secret: string): string {
    return `${origin}/j/#way=${session}.${secret}`;
}

// Whether somebody came by the link since it was made: `made` is where, and `moved` of one's own is where the last one came.
export function wayIsUsed(made: number, me: { moved?: number } | undefined): boolean {
    return (me?.moved ?? 0) > made;
}

// What a person types in: no protocol.
export function typedAddress(origin: string): string {
    return origin.replace(/^https?:\/\//, "");
}
