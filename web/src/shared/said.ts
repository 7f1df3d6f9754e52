// What is said to all groups: a line, or that they are called back. Pure.
import type { Said } from "../generated/types";
import { isInGroups } from "./grouping";
import { isRunning, type Item, type Round, type Session } from "./meeting";

const MINUTE = 60_000;
const LONGEST = 30 * MINUTE; // a line that says no end
const CALLED_FOR = 5 * MINUTE; // from when they are to be back: then they are, or it is not heeded

// What is said at that moment; nothing where it was taken away, or its time is over.
export function saidAt(said: Said | undefined, now: number): Said | undefined {
    if (!said) return undefined;
    const { text = "", at = 0, until = 0, back = false } = said;
    if (back) return now < Math.max(at, until) + CALLED_FOR ? said : undefined;
    return text !== "" && now < (until || at + LONGEST) ? said : undefined;
}

interface Meeting {
    session: Session;
    rounds: readonly Round[];
    items: readonly Item[];
}

// What is said in a meeting at that moment. A call back is over when plenum has begun, though its time may not be.
export function saidIn(meeting: Meeting, now: number): Said | undefined {
    const { state, said: last } = meeting.session;
    const said = state === "live" ? saidAt(last, now) : undefined;
    return said?.back && hasPlenumBegun(meeting, said.at ?? 0) ? undefined : said;
}

// Since the call the groups' question has closed, or something else is on. (What the big screen shows may have stood there before.)
function hasPlenumBegun({ session, rounds, items }: Meeting, called: number): boolean {
    if (session.stage?.screen === "walls") return true;
    const here = rounds.filter((round) => round.session === session.id && !round.homework);
    const work = here.filter(isInGroups);
    // (What is closed has its end as its deadline, however it was closed.)
    const isDone = work.some(({ state, deadline = 0 }) => state === "closed" && deadline > called) && !work.some(isRunning);
    const goesOn = items.some(({ session: of, started = 0, ended = 0 }) => of === session.id && Math.max(started, ended) > called);
    return isDone || goesOn || here.some(({ opened = 0 }) => opened > called);
}

// How many minutes there are until they are to be back, a begun one counted; 0: now.
export function minutesToBack({ until = 0 }: Said, now: number): number {
    return until > now ? Math.ceil((until - now) / MINUTE) : 0;
}
