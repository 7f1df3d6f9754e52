// The process that is open on this page: at most one, with what this account has not got through yet.
import { signal } from "@preact/signals";
import { browserOptions } from "../shared/browser_session";
import { Live } from "../shared/view/live";
import { account, device, refreshHouse } from "./house";
import { forgetUndoables } from "./undo";

export interface Room {
    account: string;
    process: string;
    live: Live;
}

export const room = signal<Room | undefined>(undefined);
let wanted = "";

async function openRoom(who: string, process: string): Promise<Room> {
    const live = await Live.open({
        ...browserOptions(await device(), `host ${who} ${process}`),
        introduce: () => ({ method: "attend", params: { as: "host", process } }),
    });
    return { account: who, process, live };
}

// Opens the process, or leaves the one that is open. The same again only sees to it that it is connected.
export async function enter(process: string | undefined): Promise<void> {
    const who = account.value?.id ?? "";
    const key = process === undefined ? "" : `${who} ${process}`;
    if (key === wanted) return;
    wanted = key;
    forgetUndoables();
    room.value?.live.session.close();
    room.value = undefined;
    if (process === undefined) return void refreshHouse();
    const opened = await openRoom(who, process);
    if (wanted !== key) return opened.live.session.close();
    room.value = opened;
    opened.live.session.start();
}

// After somebody logged in again.
export function resume(): void {
    const state = room.value?.live.connectionState.value.state;
    if (state === "stopped") room.value?.live.session.start();
}
