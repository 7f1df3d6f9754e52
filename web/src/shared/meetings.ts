// The meetings that this device has joined, the latest first: what it takes to come back to each, also without a network.
// Pure but for keeping them.
import type { Values } from "./keeping";

export interface KeptMeeting {
    process: string;
    session: string;
    title: string;
    // When it was last gone into, by this device.
    at: number;
    // Whether who I am has been asked here.
    told?: boolean;
}

const NAME = "meetings";
const MOST = 50;
// A meeting that was gone into within this time is the one that somebody means who opens the page again.
const LASTS = 16 * 3_600_000;

export async function keptMeetings(values: Values): Promise<KeptMeeting[]> {
    return (await values.value<KeptMeeting[]>(NAME).catch(() => undefined)) ?? [];
}

// Reads them again first: another tab may have joined or left one meanwhile.
export async function changeMeetings(values: Values, change: (meetings: KeptMeeting[]) => KeptMeeting[]): Promise<KeptMeeting[]> {
    const meetings = change(await keptMeetings(values));
    await values.keep(NAME, meetings).catch(() => {});
    return meetings;
}

export function withMeeting(meetings: readonly KeptMeeting[], meeting: KeptMeeting): KeptMeeting[] {
    const before = meetings.find(({ session }) => session === meeting.session);
    const others = meetings.filter(({ session }) => session !== meeting.session);
    return [{ ...before, ...meeting }, ...others].sort((a, b) => b.at - a.at).slice(0, MOST);
}

export function withoutMeeting(meetings: readonly KeptMeeting[], session: string): KeptMeeting[] {
    return meetings.filter((meeting) => meeting.session !== session);
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
