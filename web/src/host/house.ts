// The house: who is logged in, and what may be entered. One connection, as long as the page is there.
import { signal } from "@preact/signals";
import type { GrantRole } from "../generated/types";
import type { ResultAttend } from "../generated/wire";
import { browserOptions } from "../shared/browser_session";
import { openDevice, type Device } from "../shared/device";
import { MemoryStorage, onlyTab } from "../shared/outbox_storage";
import type { Method, Params, Result } from "../shared/wire";
import { Live } from "../shared/view/live";
import { ask } from "./saving";

export interface Row {
    process: string;
    title: string;
    roles: readonly GrantRole[];
    // Whose material may be read, by their ids.
    studies?: readonly string[];
    rehearsal?: true;
}
export interface House {
    administrator: boolean;
    // Whether processes may be made.
    mayAdd: boolean;
    processes: readonly Row[];
    more: number; // that were not fetched yet
}
export interface Account {
    id: string;
    name: string;
}

export const account = signal<Account | undefined>(undefined);
export const house = signal<House | undefined>(undefined);
export const houseLive = signal<Live | undefined>(undefined);
let opened: Promise<Device> | undefined;

export function device(): Promise<Device> {
    return (opened ??= openDevice());
}

// What is made in the house is asked for and answered at once: nothing of it outlives the page.
export async function openHouse(): Promise<void> {
    const options = browserOptions({ ...(await device()), storage: new MemoryStorage() }, "house");
    const live = await Live.open({
        ...options,
        tabs: onlyTab,
        introduce: () => ({ method: "attend", params: { as: "host" } }),
        joined: (result) => welcome(result as ResultAttend),
    });
    houseLive.value = live;
    live.session.start();
}

function welcome({ account: id = "", name = "" }: ResultAttend): void {
    if (account.value?.id !== id) house.value = undefined;
    if (account.value?.id !== id || account.value.name !== name) account.value = { id, name };
    void refreshHouse();
}

let refreshes = 0;

// Without what is only tried out in.
export function realOnes(rows: readonly Row[]): Row[] {
    return rows.filter(({ rehearsal }) => !rehearsal);
}

// Quietly: what was known stays where the server does not answer, and the next connection asks again. The list comes in
// pages: the first time each is shown as it comes, later what was whole stays until the new one is.
export async function refreshHouse(): Promise<void> {
    const mine = ++refreshes;
    const pages: Row[] = [];
    for (let more = 1; more > 0; ) {
        const list = await houseLive.value?.session.connection.request("house.list", { skip: pages.length }).catch(() => undefined);
        if (!list || mine !== refreshes) return;
        pages.push(...list.processes);
        more = list.processes.length > 0 ? list.more : 0;
        if (more > 0 && house.value?.more === 0) continue;
        const mayAdd = list.may_add === true;
        house.value = { administrator: list.administrator === true, mayAdd, processes: distinct(pages), more };
    }
}

// What was given or taken back between two pages moves the others.
function distinct(rows: readonly Row[]): Row[] {
    return [...new Map(rows.map((row) => [row.process, row])).values()];
}

// Asks as often as it takes; rejects with what the server refused.
export function askHouse<M extends Method>(method: M, params: Params<M> & object): Promise<Result<M>> {
    return ask(houseLive.value!, method, params);
}

export async function logOut(leave = () => location.replace(location.pathname)): Promise<void> {
    const json = { "content-type": "application/json" };
    const answer = await fetch("/logout", { method: "POST", headers: json, body: "{}" }).catch(() => undefined);
    if (answer?.ok) leave();
}
