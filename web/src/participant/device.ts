// This device, as the whole page uses it: what it keeps, who it is, which meetings it has joined, and the one that is open.
import { signal } from "@preact/signals";
import { browserHints, openSocket, socketUrl } from "../shared/browser";
import { browserOptions } from "../shared/browser_session";
import { deviceTimers } from "../shared/clock";
import { deviceSecrets, keepTokenAsCookie, openDevice, type Device, type Secrets } from "../shared/device";
import { Drafts, type Shelf } from "../shared/drafts";
import type { WayIn } from "../shared/invitation";
import { joinOnce, type Joined } from "../shared/joining";
import { keepStore } from "../shared/keeping";
import { changeMeetings, keptMeetings, meetingToOpen, scopeOf, toldOf, withMeeting, withoutMeeting, type KeptMeeting } from "../shared/meetings";
import type { ConnectionState, StopReason } from "../shared/connection";
import { roundsOf } from "../shared/meeting";
import { Live } from "../shared/view/live";
import { forgetSize } from "./group_size";
import { amendNote } from "./note_commands";
import { forgetTurns, turnsIn } from "./turns";
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

let device: Device;
let secrets: Secrets;
let endKeeping = () => {};
let opening = 0; // (which of the meetings that were chosen is the one)

const TAB = "samskap meeting"; // which of the meetings this tab is in

function shelf(name: "localStorage" | "sessionStorage"): Shelf | undefined {
    try {
        return window[name];
    } catch {
        return undefined; // (forbidden here)
    }
}

export const drafts = new Drafts(shelf("localStorage"));

export async function openParticipant(): Promise<void> {
    device = await openDevice();
    secrets = await deviceSecrets(device);
    keeps.value = device.keeps;
    meetings.value = await keptMeetings(device.values);
}

// The meeting that whoever opens the page anew means, if there is one.
export async function comeBack(): Promise<void> {
    const meeting = meetingToOpen(meetings.value, shelf("sessionStorage")?.getItem(TAB) ?? undefined, Date.now());
    if (meeting) await openMeeting(meeting);
}

export function join(way: WayIn): void {
    joining.value?.cancel();
    const cancel = joinOnce(way, secrets, {
        url: socketUrl(),
        openSocket,
        timers: deviceTimers,
        hints: browserHints,
        joined: (joined) => void enter(joined),
        refused: (refused) => changeJoining({ refused }),
        changed: ({ state }) => changeJoining({ connection: state }),
    });
    joining.value = { way, connection: "connecting", refused: undefined, cancel };
}

function changeJoining(how: Partial<Joining>): void {
    if (joining.value) joining.value = { ...joining.value, ...how };
}

export function cancelJoining(): void {
    joining.value?.cancel();
    joining.value = undefined;
}

async function enter({ process, session, snapshot }: Joined): Promise<void> {
    const held = snapshot?.shared.find(({ kind, id }) => kind === "session" && id === session);
    const title = held?.kind === "session" ? held.title : "";
    // (what is kept already may be newer, and is resumed from in any case)
    if (snapshot && !(await device.values.value(storeName({ process })).catch(() => undefined)))
        await device.values.keep(storeName({ process }), snapshot).catch(() => {});
    void keepTokenAsCookie(secrets);
    await openMeeting({ process, session, title, at: Date.now() });
    joining.value = undefined;
}

function storeName(meeting: Pick<KeptMeeting, "process">): string {
    return `store ${meeting.process}`;
}

// Somebody may press twice, or on another one, before it is open: the last one holds, and is the only one that connects.
export async function openMeeting(meeting: KeptMeeting): Promise<void> {
    closeMeeting();
    const mine = opening;
    await change((kept) => withMeeting(kept, { ...meeting, at: Date.now() }));
    const { session } = meeting;
    const introduce = () => ({ method: "join" as const, params: { session, token: secrets.token, author_secret: secrets.author_secret } });
    const build = keptBuild();
    const live: Live = await Live.open({
        ...browserOptions(device, scopeOf(meeting)),
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
        shelf("sessionStorage")?.setItem(TAB, session);
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
    // (Left in another tab: whoever is still in it here stays.)
    const isGone = (kept: readonly KeptMeeting[]) => here?.session === session && kept.every((one) => one.session !== session);
    return change((kept) => toldOf(here && isGone(kept) ? withMeeting(kept, here) : kept, session, more));
}

async function change(how: Parameters<typeof changeMeetings>[1]): Promise<void> {
    meetings.value = await changeMeetings(device.values, how, meetings.value);
}

function forgetBegun({ session }: KeptMeeting): void {
    const store = current.value?.live.session.store;
    forgetSize(session);
    for (const { id } of roundsOf(store?.all("round") ?? [], session)) {
        drafts.drop(`round ${id}`);
        for (const note of turnsIn(id).keys()) drafts.drop(`note ${note}`);
        forgetTurns(id);
    }
}

// This device knows nothing of the meeting any more: not what was written, and not what was still unsent.
export async function forgetMeeting(meeting: KeptMeeting): Promise<void> {
    forgetBegun(meeting);
    if (current.value?.meeting.session === meeting.session) closeMeeting();
    shelf("sessionStorage")?.removeItem(TAB);
    await change((kept) => withoutMeeting(kept, meeting.session));
    if (meetings.value.some(({ process }) => process === meeting.process)) return; // (another day of the same process)
    await device.values.keep(storeName(meeting), undefined).catch(() => {});
    const unsent = await device.storage.load(scopeOf(meeting)).catch(() => []);
    for (const { command } of unsent) await device.storage.remove(command).catch(() => {});
}
