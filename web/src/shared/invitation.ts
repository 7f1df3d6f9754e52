// The ways into a meeting, as they come: a code that is typed or pasted, a link in the address bar, in a QR code or on the
// clipboard. Pure.

// `session` alone: for who is known in its process already; with `way`: by a return link or a slip, which let in once.
export type WayIn = { code: string } | { secret: string } | { session: string; way?: string };

const LENGTH = 10;

// What was typed as far as it is a code: its digits, at most ten.
export function codeDigits(text: string): string {
    return text.replace(/\D/g, "").slice(0, LENGTH);
}

export function isWholeCode(digits: string): boolean {
    return digits.length === LENGTH;
}

// As people read it, also while it is being typed: 123 456 7890.
export function spacedDigits(digits: string): string {
    return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].filter((part) => part !== "").join(" ");
}

// The link's secret stands in the fragment, so that no server log ever holds it.
export function secretOf(fragment: string): string | undefined {
    return /^#?([0-9a-f]{32})$/.exec(fragment)?.[1];
}

// A return link or a slip, likewise: which session, and the secret that lets in once.
export function returnOf(fragment: string): { session: string; way: string } | undefined {
    const [, session, way] = /^#?way=([0-9a-f-]{36})\.([0-9a-f]{32})$/.exec(fragment) ?? [];
    return session && way ? { session, way } : undefined;
}

type Address = { pathname: string; hash: string };

// Whether a page's address is a link that somebody was sent, whole or not.
export function isInvitation({ pathname }: Pick<Address, "pathname">): boolean {
    return pathname.startsWith("/j/");
}

// What it invites to; nothing where it is no invitation, or not a whole one.
export function invitationOf({ pathname, hash }: Address): WayIn | undefined {
    if (!isInvitation({ pathname })) return undefined;
    const back = returnOf(hash);
    if (back) return back;
    const secret = secretOf(hash);
    if (secret !== undefined) return { secret };
    const code = codeDigits(pathname.slice("/j/".length));
    return code === "" ? undefined : { code };
}

// Of what somebody pasted where the code is asked for: a whole link will do.
export function pastedWay(text: string): WayIn | undefined {
    const link = /\/j\/(\d*)(#(?:way=[0-9a-f-]{36}\.)?[0-9a-f]{32})?/.exec(text.trim());
    if (link) return invitationOf({ pathname: `/j/${link[1]}`, hash: link[2] ?? "" });
    const digits = text.replace(/\D/g, "");
    return isWholeCode(digits) ? { code: digits } : undefined;
}
