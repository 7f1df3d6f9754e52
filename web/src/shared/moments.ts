// Times as people read them: "10.40", "7 min". By the zone of the meeting, not of the phone.
import type { LanguageTag } from "./texts";

const locales: Record<LanguageTag, string> = { sv: "sv-SE", en: "en-GB" };

export function clockTime(time: number, zone: string, language: LanguageTag): string {
    const parts = new Intl.DateTimeFormat(locales[language], { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(time);
    return language === "sv" ? parts.replace(":", ".") : parts;
}

export function dayOf(time: number, zone: string, language: LanguageTag): string {
    const how = { weekday: "long", day: "numeric", month: "long", timeZone: zone } as const;
    return new Intl.DateTimeFormat(locales[language], how).format(time);
}

const SLACK = 999; // so well do two clocks agree: ten minutes that were just given are ten, and not eleven

// Whole minutes that are left, the last one begun counts: 0 only when the time is out.
export function minutesLeft(deadline: number, now: number): number {
    const left = deadline - now;
    return left > 0 ? Math.max(1, Math.ceil((left - SLACK) / 60_000)) : 0;
}

export function secondsLeft(deadline: number, now: number): number {
    return Math.max(0, Math.ceil((deadline - now) / 1_000));
}
