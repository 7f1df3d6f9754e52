// Links to what is to be read: as people paste them, and as a page may follow them. Pure.
const LONGEST = 1_000;

// As the server takes it: http or https, escaped. People often leave the beginning out; undefined for what is no such link.
export function linkOf(text: string): string | undefined {
    const trimmed = text.trim();
    const isWhole = /^https?:\/\//i.test(trimmed);
    if (/\s/.test(trimmed) || (!isWhole && !/^[^/?#@:]+\.[^/?#@:]+([/?#:]|$)/.test(trimmed))) return undefined;
    try {
        const { href, hostname, username } = new URL(isWhole ? trimmed : `https://${trimmed}`);
        return hostname !== "" && username === "" && href.length <= LONGEST ? href : undefined;
    } catch {
        return undefined;
    }
}

// Whose page it is, for who decides whether to go there.
export function hostOf(url: string): string {
    try {
        return new URL(url).hostname.replace(/^www\./, "");
    } catch {
        return "";
    }
}
