// A day and a time of day on the wall clock of a zone, and the moment that they mean. Pure.
export interface WallTime {
    date: string; // 2021-02-12, as a date field has it
    time: string; // 09:00
}

export function wallTimeOf(moment: number, zone: string): WallTime {
    const how = {
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone: zone,
    } as const;
    const parts = new Intl.DateTimeFormat("en", how).formatToParts(moment);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
    return {
        date: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
        time: `${part("hour")}:${part("minute")}`,
    };
}

// 0 where no day is said. A time that a change of clocks leaves out is the one that long after midnight.
export function momentOf({ date, time }: WallTime, zone: string): number {
    const wanted = Date.parse(`${date}T${time || "00:00"}:00Z`);
    if (date === "" || Number.isNaN(wanted)) return 0;
    const shift = (moment: number) => {
        const there = wallTimeOf(moment, zone);
        return Date.parse(`${there.date}T${there.time}:00Z`) - moment;
    };
    const guess = wanted - shift(wanted);
    return wanted - shift(guess);
}

// Whether the zone is one that is known here.
export function isZone(zone: string): boolean {
    try {
        new Intl.DateTimeFormat("en", { timeZone: zone });
        return zone !== "";
    } catch {
        return false;
    }
}
