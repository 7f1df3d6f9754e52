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

// Without the day of the week: "12 mars".
export function dateOf(time: number, zone: string, language: LanguageTag): string {
    return new Intl.DateTimeFormat(locales[language], { day: "numeric", month: "long", timeZone: zone }).format(time);
}

const SLACK = 999; // so well do two clocks agree: ten minutes that were just given are ten, and not eleven

// Whole minutes that are left, the last one begun counts: 0 only when the time is out.
export function minutesLeft(deadline: number, now: number): number {
    const left = deadline - now;
    return left > 0 ? Math.max(1, Math.ceil((left - SLACK) / 60_000)) : 0;
}

// With what a wait that long is counted: days and hours that are whole, minutes and seconds of which the last one begun counts.
export type Left = { unit: "days" | "hours" | "minutes" | "seconds"; n: number };

export function timeLeft(deadline: number, now: number): Left {
    const seconds = secondsLeft(deadline, now);
    const hours = Math.floor((seconds + 1) / 3_600);
    if (hours >= 24) return { unit: "days", n: Math.floor(hours / 24) };
    if (hours >= 3) return { unit: "hours", n: hours };
    return seconds < 60 ? { unit: "seconds", n: seconds } : { unit: "minutes", n: minutesLeft(deadline, now) };
}

export function dayAndTime(time: number, zone: string, language: LanguageTag): string {
    return `${dayOf(time, zone, language)} ${clockTime(time, zone, language)}`;
}

export function secondsLeft(deadline: number, now: number): number {
    return Math.max(0, Math.ceil((deadline - now) / 1_000));
}
