// How much something is, as people say it: "1,2 MB". Pure.
import type { LanguageTag } from "./texts";

export function sizeOf(bytes: number, language: LanguageTag): string {
    const say = (n: number, digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(n);
    if (bytes < 1_000) return `${say(bytes, 0)} B`;
    if (bytes < 999_500) return `${say(bytes / 1_000, 0)} kB`;
    return `${say(bytes / 1_000_000, 1)} MB`;
}
