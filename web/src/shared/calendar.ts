// Sessions as a calendar takes them: an iCalendar file (RFC 5545). Times are in UTC, so that no rules of a zone have to go
// along; the same session has the same UID each time, and a SEQUENCE that grows when it is changed, so that a calendar that
// takes the file again moves what it has. Lines are folded by octets, in front of a whole character (the libraries that were
// looked at count letters, and let å, ä and ö run over). Pure.
export interface CalendarEvent {
    id: string;
    sequence: number;
    starts: number; // ms UTC
    minutes: number; // 0: not known
    title: string;
    about: string;
    place: string;
    link: string;
}

const LONGEST_LINE = 75; // octets, without the line's end
const LINE_END = "\r\n";

export function calendarOf(name: string, events: readonly CalendarEvent[], now: number): string {
    const lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Samskap//Samskap//SV",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        text("X-WR-CALNAME", name),
        ...events.filter(({ starts }) => starts > 0).flatMap((event) => eventLines(event, now)),
        "END:VCALENDAR",
    ];
    return lines.map((line) => folded(line) + LINE_END).join("");
}

function eventLines({ id, sequence, starts, minutes, title, about, place, link }: CalendarEvent, now: number): string[] {
    return [
        "BEGIN:VEVENT",
        `UID:${id}`,
        `DTSTAMP:${utc(now)}`,
        `SEQUENCE:${Math.min(sequence, 2_147_483_647)}`,
        `DTSTART:${utc(starts)}`,
        ...(minutes > 0 ? [`DTEND:${utc(starts + minutes * 60_000)}`] : []),
        text("SUMMARY", title),
        ...(place === "" ? [] : [text("LOCATION", place)]),
        ...(about === "" ? [] : [text("DESCRIPTION", about)]),
        ...uri("URL", link),
        "END:VEVENT",
    ];
}

function utc(time: number): string {
    return new Date(time).toISOString().replace(/\.\d{3}/, "").replace(/[-:]/g, "");
}

// What somebody wrote: nothing in it begins a line of its own, or another property.
function text(name: string, value: string): string {
    const whole = value.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");
    return `${name}:${whole.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n")}`;
}

function uri(name: string, value: string): string[] {
    try {
        const { protocol, href } = new URL(value);
        return protocol === "https:" || protocol === "http:" ? [`${name}:${href}`] : [];
    } catch {
        return [];
    }
}

function folded(line: string): string {
    const parts: string[] = [];
    let part = "";
    let octets = 0;
    for (const letter of line) {
        const more = octetsOf(letter);
        if (octets + more > LONGEST_LINE) {
            parts.push(part);
            part = " "; // (it counts)
            octets = 1;
        }
        part += letter;
        octets += more;
    }
    return [...parts, part].join(LINE_END);
}

// In UTF-8.
function octetsOf(letter: string): number {
    const code = letter.codePointAt(0)!;
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
