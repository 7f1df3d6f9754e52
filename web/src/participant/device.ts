// This device, as the whole page uses it: what it keeps, who it is, which meetings it has joined, and the one that is open.
import { signal } from "@preact/signals";
import { browserHints, openSocket, socketUrl } from "../shared/browser";
import { browserOptions } from "../shared/browser_session";
import { deviceTimers } from "../shared/clock";
import { deviceSecrets, keepTokenAsCookie, onceCookieIs, openDevice, SECRETS, type Device, type Secrets } from "../shared/device";
import { Drafts } from "../shared/drafts";
import type { WayIn } from "../shared/invitation";
import { joinOnce, type Joined } from "../shared/joining";
import { movedName } from "../shared/moved";
import { keepStore } from "../shared/keeping";
import { newId } from "../shared/ids";
import { commandsIn } from "../shared/leaving";
import {
    changeMeetings, hasOtherDay, keptMeetings, meetingToOpen, scopeOf, toldOf, wayAmong, withMeeting, withoutMeeting, type KeptMeeting,
} from "../shared/meetings";
import type { ConnectionState, StopReason } from "../shared/connection";
import { roundsOf } from "../shared/meeting";
import type { Command } from "../shared/outbox";
import { nameFor, shelfFor, valuesFor } from "../shared/people";
import { shelve, unshelve } from "../shared/shelf";
import { Live } from "../shared/view/live";
import { forgetSize } from "./group_size";
import { leftSessions, markLeft, unmarkLeft } from "./left";
import { amendNote } from "./note_commands";
import { forgetTurns, turnsIn } from "./turns";
import { sayMoved } from "./moved_as";
import { deviceShelf, me, ownName, people } from "./person";
import { keepBuild, keptBuild, reloadWhenUnseen } from "./renewal";

export interface Joining {
    way: WayIn;
    connection: ConnectionState["state"];
    refused: StopReason | undefined;
    cancel(): void;
}

export const isReady = signal(false);
export const keeps = signal(true);
export const meetings = signal<readonly KeptMeeting[]>([]);
export const joining = signal<Joining | undefined>(undefined);
export const current = signal<{ meeting: KeptMeeting; live: Live } | undefined>(undefined);
// This tab was in it when it was left in another one.
export const leftElsewhere = signal<KeptMeeting | undefined>(undefined);

let whole: Device; // of all who share it
let device: Device; // of who has it now
let secrets: Secrets;
let endKeeping = () => {};
let opening = 0; // (which of the meetings that were chosen is the one)

const HANDED = "handed"; // the way in that who had the device before has given to who has it now
const TAB = ownName("samskap meeting"); // which of the meetings this tab is in
export const MEETINGS = ownName("samskap meetings"); // changes whenever the list of them does, for other tabs to hear

const local = deviceShelf("localStorage");
export const drafts = new Drafts(local && shelfFor(me, local));

export async function openParticipant(): Promise<void> {
    whole = await openDevice();
    device = { ...whole, values: valuesFor(me, whole.values) };
    secrets = await deviceSecrets(device);
    keeps.value = device.keeps;
    await readMeetings();
}

export async function readMeetings(): Promise<void> {
    meetings.value = (await keptMeetings(device.values)) ?? meetings.value;
}

// The meeting that whoever opens the page anew means, if there is one.
export async function comeBack(): Promise<void> {
    const meeting = meetingToOpen(meetings.value, deviceShelf("sessionStorage")?.getItem(TAB) ?? undefined, Date.now());
    if (meeting) return openMeeting(meeting);
    const handed = await device.values.value<WayIn>(HANDED).catch(() => undefined);
    if (handed) join(handed);
}

export function join(way: WayIn): void {
    joining.value?.cancel();
    let cancel = () => {};
    const begin = () => (cancel = joinOnce(way, secrets, optionsFor(way)));
    if (people.wasShared) cancel = onceCookieIs(secrets, deviceTimers, begin, () => changeJoining({ connection: "offline" }));
    else begin();
    joining.value = { way, connection: "connecting", refused: undefined, cancel: () => cancel() };
}

function optionsFor(way: WayIn): Parameters<typeof joinOnce>[2] {
    return {
        url: socketUrl(),
        openSocket,
        timers: deviceTimers,
        hints: browserHints,
        joined: (joined) => void enter(joined, way),
        refused: (refused) => changeJoining({ refused }),
        changed: ({ state }) => changeJoining({ connection: state }),
    };
}

function changeJoining(how: Partial<Joining>): void {
    if (joining.value) joining.value = { ...joining.value, ...how };
}

export function cancelJoining(): void {
    joining.value?.cancel();
    void device.values.keep(HANDED, undefined).catch(() => {}); // (a way that led nowhere is not tried at every start)
    joining.value = undefined;
}

async function enter({ process, session, snapshot }: Joined, way: WayIn): Promise<void> {
    const held = snapshot?.shared.find(({ kind, id }) => kind === "session" && id === session);
    const title = held?.kind === "session" ? held.title : "";
    // (what is kept already may be newer, and is resumed from in any case)
    if (snapshot && !(await device.values.value(storeName({ process })).catch(() => undefined)))
        await device.values.keep(storeName({ process }), snapshot).catch(() => {});
    void keepTokenAsCookie(secrets);
    sayMoved("way" in way ? movedName(snapshot?.own ?? []) : undefined);
    await openMeeting({ process, session, title, at: Date.now(), ...("session" in way ? {} : { way }) });
    await device.values.keep(HANDED, undefined).catch(() => {});
    joining.value = undefined;
}

function storeName(meeting: Pick<KeptMeeting, "process">): string {
    return `store ${meeting.process}`;
}

function scopeFor(meeting: KeptMeeting): string {
    return nameFor(me, scopeOf(meeting));
}

// Somebody may press twice, or on another one, before it is open: the last one holds, and is the only one that connects.
export async function openMeeting(meeting: KeptMeeting): Promise<void> {
    closeMeeting();
    leftElsewhere.value = undefined;
    unmarkLeft(meeting.session);
    const mine = opening;
    await change((kept) => withMeeting(kept, { ...meeting, at: Date.now() }));
    const { session } = meeting;
    const introduce = () => ({ method: "join" as const, params: { session, token: secrets.token, author_secret: secrets.author_secret } });
    const build = keptBuild();
    const live: Live = await Live.open({
        ...browserOptions(device, scopeFor(meeting)),
        ...(build === undefined ? {} : { build }),
        introduce,
        amend: amendNote,
        joined: (result) => keepBuild(result.build),
        reload: () => reloadWhenUnseen(() => live.session.outbox.isEmpty),
    });
    const end = await keepStore(live.session.store, device.values, storeName(meeting), deviceTimers);
    if (mine !== opening) {
        end();
        return live.session.close();
    }
    endKeeping = end;
    live.session.start();
    try {
        deviceShelf("sessionStorage")?.setItem(TAB, session);
    } catch {
        // (then the latest meeting is the one that is meant)
    }
    current.value = { meeting, live };
}

export function closeMeeting(): void {
    opening++;
    endKeeping();
    endKeeping = () => {};
    current.value?.live.session.close();
    current.value = undefined;
}

// What is known of a meeting beside what the server says of it.
export function remember(session: string, more: Parameters<typeof toldOf>[2]): Promise<void> {
    const here = current.value?.meeting;
    // (A device that could not keep the list; what was left in another tab does not come back.)
    const isGone = (kept: readonly KeptMeeting[]) => here?.session === session && kept.every((one) => one.session !== session);
    const back = (kept: readonly KeptMeeting[]) => (here && isGone(kept) && !leftSessions().includes(session) ? withMeeting(kept, here) : kept);
    return change((kept) => toldOf(back(kept), session, more));
}

async function change(how: Parameters<typeof changeMeetings>[1]): Promise<void> {
    meetings.value = await changeMeetings(device.values, how, meetings.value);
    shelve(MEETINGS, newId());
}

function forgetBegun({ session }: KeptMeeting): void {
    const store = current.value?.live.session.store;
    forgetSize(session);
    drafts.drop(`step ${session}`);
    for (const { id, session: of } of store?.allMine("step") ?? []) if (of === session) drafts.drop(`step ${id}`);
    for (const { id } of roundsOf(store?.all("round") ?? [], session)) {
        drafts.drop(`round ${id}`);
        for (const note of turnsIn(id).keys()) drafts.drop(`note ${note}`);
        for (const entry of store?.allMine("diary") ?? []) if (entry.round === id) drafts.drop(`diary ${entry.id}`);
        unshelve(ownName(`samskap answers ${id}`));
        forgetTurns(id);
    }
}

// What goes along with a meeting that is left, of what has no answer: with the last day of a process all of it; else what was
// written and voted in this one.
export function goesAlong(live: Live, meeting: KeptMeeting): Command[] {
    return hasOtherDay(meetings.value, meeting) ? ofSession(live, meeting.session) : live.commands;
}

function ofSession(live: Live, session: string): Command[] {
    return commandsIn(session, live.commands, live.all("round"), live.allMine("note"));
}

function drop({ session }: Live, commands: readonly Command[]): Promise<unknown> {
    return Promise.all(commands.map(({ command }) => session.outbox.drop(command)));
}

// This device knows nothing of the meeting any more: not what was written, and not what was still unsent.
export async function forgetMeeting(meeting: KeptMeeting): Promise<void> {
    // (Before the connection is let go: the tab that sends next finds nothing of it on the device.)
    const live = current.value?.live;
    if (live) await drop(live, goesAlong(live, meeting));
    close(meeting);
    await change((kept) => withoutMeeting(kept, meeting.session));
    markLeft(meeting.session);
    await eraseProcess(meeting);
    if (meetings.value.length === 0 && people.all.length > 1) await leavePhone();
}

// What was left in another tab: whoever is in it here is not any more. Who is in another day of the process stays there.
export function leaveLeft(): void {
    const here = current.value;
    const left = leftSessions();
    if (!here) return;
    if (left.includes(here.meeting.session)) void followOut(here);
    else for (const session of left) void drop(here.live, ofSession(here.live, session));
}

async function followOut({ live, meeting }: { live: Live; meeting: KeptMeeting }): Promise<void> {
    await drop(live, goesAlong(live, meeting));
    if (current.value?.live !== live) return;
    close(meeting);
    leftElsewhere.value = meeting;
    await readMeetings();
    if (leftSessions().includes(meeting.session)) await eraseProcess(meeting); // (this tab may have kept something meanwhile)
}

function close(meeting: KeptMeeting): void {
    forgetBegun(meeting);
    if (current.value?.meeting.session === meeting.session) closeMeeting();
    meetings.value = withoutMeeting(meetings.value, meeting.session); // (at once: what is seen next offers no way back to it)
    deviceShelf("sessionStorage")?.removeItem(TAB);
}

// With the last of its days; whoever came in again meanwhile keeps it.
async function eraseProcess(meeting: KeptMeeting): Promise<void> {
    if (meetings.value.some(({ process }) => process === meeting.process)) return;
    await device.values.keep(storeName(meeting), undefined).catch(() => {});
    const unsent = await device.storage.load(scopeFor(meeting)).catch(() => []);
    for (const { command } of unsent) await device.storage.remove(command).catch(() => {});
}

// By which the next one comes in, as any of those who share the device came: who has it now may have come by a way of their own.
export const wayOfAny = (session: string) => wayAmong(people.all.map(({ id }) => valuesFor(id, whole.values)), session);

// The device goes to somebody else: to one who had it before, or (nothing) to somebody new, who has the way into the meeting along.
// The page begins anew, so that nothing of who had it stays in it. False: there is no room, or nothing can be kept.
export async function handOver(to?: string, way?: WayIn): Promise<boolean> {
    const id = to ?? people.add(newId())?.id;
    if (id === undefined || !keeps.value) return false;
    if (way) await whole.values.keep(nameFor(id, HANDED), way).catch(() => {});
    return people.switchTo(id) && beginAnew();
}

function beginAnew(): boolean {
    closeMeeting();
    history.replaceState(null, "", "/");
    location.reload();
    return true;
}

// Who has left their last meeting has no place on a shared phone any more.
async function leavePhone(): Promise<void> {
    await device.values.keep(SECRETS, undefined).catch(() => {});
    people.forget(me);
    people.switchTo(people.all[0]!.id);
    beginAnew();
}

// What the others on this device have written and could not send yet goes now, though they do not have it.
export async function sendForOthers(): Promise<void> {
    const others = people.all.filter(({ id }) => id !== me);
    if (others.length === 0) return;
    const { sendFor } = await import("./others");
    for (const { id } of others) await sendFor(id, whole);
}
