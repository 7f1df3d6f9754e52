// The meetings that this device has joined, the latest first: what it takes to come back to each, also without a network.
// Pure but for keeping them.
import { oneTabAtOnce } from "./device";
import type { Values } from "./keeping";

export interface KeptMeeting {
    process: string;
    session: string;
    title: string;
    // When it was last gone into, by this device.
    at: number;
    // Whether who I am has been asked here.
    told?: boolean;
    // By which anybody comes in: for who has the device next. Of who came by a way of their own: nothing.
    way?: { code: string } | { secret: string };
}

const NAME = "meetings";
const MOST = 50;
// A meeting that was gone into within this time is the one that somebody means who opens the page again.
const LASTS = 16 * 3_600_000;

// Undefined: they cannot be read for once.
export async function keptMeetings(values: Values): Promise<KeptMeeting[] | undefined> {
    try {
        return (await values.value<KeptMeeting[]>(NAME)) ?? [];
    } catch {
        return undefined;
    }
}

// By which anybody comes into a session that one of several people on a device has joined, if any of them came by such a way.
export async function wayAmong(all: readonly Values[], session: string): Promise<KeptMeeting["way"]> {
    for (const values of all) {
        const way = (await keptMeetings(values))?.find((meeting) => meeting.session === session)?.way;
        if (way) return way;
    }
    return undefined;
}

type Change = (meetings: readonly KeptMeeting[]) => KeptMeeting[];

// Reads them again first: another tab may have joined or left one meanwhile. What cannot be read is not written over; then
// those that the page holds are changed for the page alone.
export function changeMeetings(values: Values, change: Change, held: readonly KeptMeeting[] = []): Promise<KeptMeeting[]> {
    return oneTabAtOnce(NAME, async () => {
        try {
            const meetings = change((await values.value<KeptMeeting[]>(NAME)) ?? []);
            await values.keep(NAME, meetings).catch(() => {});
            return meetings;
        } catch {
            return change(held);
        }
    });
}

// Gone into anew. A name that is not known yet does not take the place of one that was.
export function withMeeting(meetings: readonly KeptMeeting[], meeting: KeptMeeting): KeptMeeting[] {
    const before = meetings.find(({ session }) => session === meeting.session);
    const others = meetings.filter(({ session }) => session !== meeting.session);
    const title = meeting.title || (before?.title ?? "");
    return [{ ...before, ...meeting, title }, ...others].sort((a, b) => b.at - a.at).slice(0, MOST);
}

// What has become known of one of them; one that is not there (any more) does not come back by it.
export function toldOf(meetings: readonly KeptMeeting[], session: string, more: Partial<Pick<KeptMeeting, "title" | "told">>): KeptMeeting[] {
    return meetings.map((meeting) => (meeting.session === session ? { ...meeting, ...more } : meeting));
}

export function withoutMeeting(meetings: readonly KeptMeeting[], session: string): KeptMeeting[] {
    return meetings.filter((meeting) => meeting.session !== session);
}

// Whether the device is in another session of the same process: what is kept of the process stays then.
export function hasOtherDay(meetings: readonly KeptMeeting[], { process, session }: Pick<KeptMeeting, "process" | "session">): boolean {
    return meetings.some((other) => other.process === process && other.session !== session);
}

// The meeting of a page that is opened anew: the one this tab was in, else the last one if that was today.
export function meetingToOpen(meetings: readonly KeptMeeting[], inThisTab: string | undefined, now: number): KeptMeeting | undefined {
    const [latest] = meetings;
    return meetings.find(({ session }) => session === inThisTab) ?? (latest && now - latest.at < LASTS ? latest : undefined);
}

// Under which name a participant's commands and view of a process are kept.
export function scopeOf({ process }: Pick<KeptMeeting, "process">): string {
    return `participant ${process}`;
}
