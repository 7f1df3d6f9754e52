// How a session keeps its programme: when each item was to begin, when it did, when it will at this pace. Pure.
import { startsOf, type Item, type Session } from "./meeting";

const MINUTE = 60_000;
// A session that is led on another day than it was planned for is neither late nor early.
const OTHER_DAY = 4 * 60 * MINUTE;

export interface ItemTimes {
    planned: number | undefined;
    started: number | undefined;
    ended: number | undefined;
    // When it begins at this pace: what is still to come, while the session goes on.
    expected: number | undefined;
}

export interface Pace {
    times: ReadonlyMap<string, ItemTimes>;
    // Whole minutes behind the plan, below 0 ahead of it; nothing where there is nothing to compare.
    late: number | undefined;
    // When all is over, at this pace.
    ends: number | undefined;
    // When it is to be over.
    due: number | undefined;
}

type Led = Pick<Session, "state" | "starts" | "minutes">;
type Planned = ReadonlyMap<string, number>;

const lengthOf = ({ minutes = 0 }: Item) => minutes * MINUTE;

// What is left of an item's time once it has been on; what was skipped takes none.
function restOf(item: Item): number {
    if (item.skipped && !item.started) return 0;
    const used = item.started && item.ended ? item.ended - item.started : 0;
    return Math.max(0, lengthOf(item) - used);
}

// When what is on is over: not before its minutes are, and no sooner than now.
function overAt(on: Item | undefined, now: number): number {
    return on?.started ? Math.max(now, on.started + lengthOf(on)) : now;
}

// `on`: what is on, if it is an item of the programme. What stands before it comes no more.
export function paceOf(session: Led, programme: readonly Item[], on: Item | undefined, now: number): Pace {
    const planned = startsOf(programme, session.starts);
    const isLive = session.state === "live";
    const expected = new Map<string, number>();
    let at = overAt(on, now);
    for (const item of isLive ? programme.slice(programme.findIndex(({ id }) => id === on?.id) + 1) : []) {
        if (!item.skipped && !item.started) expected.set(item.id, at);
        at += restOf(item);
    }
    const timesOf = (item: Item): ItemTimes => ({
        planned: planned.get(item.id),
        started: item.started || undefined,
        ended: item.ended || undefined,
        expected: expected.get(item.id),
    });
    const due = dueOf(session, programme, planned);
    const isOn = isLive && on !== undefined;
    return { times: new Map(programme.map((item) => [item.id, timesOf(item)])), late: isOn ? lateOf(on, planned, now) : undefined, ends: isOn ? at : undefined, due };
}

function lateOf(on: Item, planned: Planned, now: number): number | undefined {
    const begins = planned.get(on.id);
    if (begins === undefined) return undefined;
    const late = overAt(on, now) - begins - lengthOf(on);
    return Math.abs(late) > OTHER_DAY ? undefined : Math.trunc(late / MINUTE) || 0;
}

// By the session's own length, else by the minutes of its items.
function dueOf({ starts, minutes }: Led, programme: readonly Item[], planned: Planned): number | undefined {
    if (!starts) return undefined;
    if (minutes) return starts + minutes * MINUTE;
    const last = programme.at(-1);
    return last && planned.get(last.id)! + lengthOf(last);
}

export interface ToldTime {
    at: number;
    // Not when it was or is to be, but when it will begin at this pace.
    isAbout: boolean;
}

// The one time of an item: when it began, or when it will where that is so many minutes from the plan.
export function toldTime({ planned, started, expected }: ItemTimes, minutes = 1): ToldTime | undefined {
    const isAbout = started === undefined && (planned === undefined ? expected !== undefined : differs(planned, expected, minutes));
    const at = started ?? (isAbout ? expected : planned);
    return at === undefined ? undefined : { at, isAbout };
}

// A programme's times as the room reads them, none against another. What the room went past has none; nothing has where no
// start was planned.
export function toldTimes(session: Led, programme: readonly Item[], on: Item | undefined, now: number): Map<string, ToldTime | undefined> {
    const { times } = paceOf(session, programme, on, now);
    const isLed = session.state === "live" && on !== undefined;
    const at = isLed ? programme.findIndex(({ id }) => id === on.id) : -1;
    const told = ({ id, started }: Item, i: number) => {
        const known = times.get(id)!;
        if (known.planned === undefined || (i < at && !started)) return undefined;
        return toldTime(isLed ? known : { ...known, expected: undefined });
    };
    return new Map(programme.map((item, i) => [item.id, told(item, i)]));
}

// Whether two times are so far from each other that it is worth a word.
export function differs(a: number | undefined, b: number | undefined, minutes = 1): boolean {
    return a !== undefined && b !== undefined && Math.abs(Math.floor(a / MINUTE) - Math.floor(b / MINUTE)) >= minutes;
}

// How many whole minutes something has been on.
export function minutesOn(started: number, now: number): number {
    return Math.max(0, Math.floor((now - started) / MINUTE));
}
