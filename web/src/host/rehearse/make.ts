// Making a rehearsal of a session: a process of its own, with a copy of the plan and nothing that anybody answered. The
// session itself is not touched.
import { signal } from "@preact/signals";
import { browserOptions } from "../../shared/browser_session";
import { copyOfSession, stepsOfCopy } from "../../shared/copy_session";
import { newId } from "../../shared/ids";
import { inOrder, type Session } from "../../shared/meeting";
import { MemoryStorage, onlyTab } from "../../shared/outbox_storage";
import type { Step } from "../../shared/template_steps";
import { Live } from "../../shared/view/live";
import { Refusal } from "../../shared/wire";
import { askHouse, device, refreshHouse } from "../house";
import { meetingOf } from "../reuse";
import { put } from "../saving";
import { openDoor } from "../way_in";
import { keepRehearsal, newRehearsal, type How, type KeptRehearsal } from "./kept";

// How far it is, while one is made.
export const making = signal<{ done: number; all: number } | undefined>(undefined);

const MINUTE = 60_000;

// All that is put into it. It begins now: what is said of times in the programme is as it will be on the day.
function stepsFor(live: Live, old: Session, session: string): Step[] {
    const starts = Math.floor(live.session.clock.now() / MINUTE) * MINUTE;
    const made = copyOfSession(old, { id: session, base: 0, title: old.title, starts }, newId);
    const seats = inOrder(live.all("seat")).map(({ title, role, level, organisation, position }) => {
        const named = { ...(role ? { role } : {}), ...(level ? { level } : {}), ...(organisation ? { organisation } : {}) };
        return { method: "seat.put" as const, params: { id: newId(), base: 0, title, position, ...named } };
    });
    const plan = stepsOfCopy(old, session, meetingOf(live, [old]), newId);
    return [...seats, { method: "session.put", params: made }, ...plan, ...materialSteps(live)];
}

// What people are given to read of the process; that of the session comes with its plan.
function materialSteps(live: Live): Step[] {
    const own = inOrder(live.all("material")).filter(({ session, item }) => session === undefined && item === undefined);
    return own.map(({ title, url, about, position }) => {
        return { method: "material.put" as const, params: { id: newId(), base: 0, title, url, position, ...(about ? { about } : {}) } };
    });
}

// A connection of its own: the page stays where it is until all is there.
async function openRehearsal(process: string): Promise<Live> {
    const alone = { ...(await device()), storage: new MemoryStorage() };
    const live = await Live.open({
        ...browserOptions(alone, `rehearsal ${process}`),
        tabs: onlyTab,
        introduce: () => ({ method: "attend", params: { as: "host", process } }),
    });
    live.session.start();
    return live;
}

async function fill(live: Live, steps: readonly Step[], session: string): Promise<void> {
    const advance = () => making.value && (making.value = { ...making.value, done: making.value.done + 1 });
    const puts = steps.map(async ({ method, params }) => {
        const outcome = await put(live, method, params as never);
        advance();
        return outcome.refused;
    });
    const refused = (await Promise.all(puts)).find((one) => one !== undefined) ?? (await openDoor(live, session)).refused;
    if (refused) throw new Refusal({ code: -32000, message: refused.message, data: { reason: refused.reason } });
}

// What was made; rejects with what the server refused, and then nothing of it stays.
export async function makeRehearsal(live: Live, old: Session, how: How): Promise<KeptRehearsal> {
    const process = newId();
    const session = newId();
    const steps = stepsFor(live, old, session);
    making.value = { done: 0, all: steps.length };
    let opened: Live | undefined;
    let isAdded = false;
    try {
        await askHouse("process.add", { id: process, profile: live.profile!, rehearsal: true });
        isAdded = true;
        opened = await openRehearsal(process);
        await fill(opened, steps, session);
        const made = newRehearsal({ process, session, title: old.title, of: { process: live.process!.id, session: old.id } }, how);
        await keepRehearsal(made);
        return made;
    } catch (error) {
        if (isAdded) await askHouse("process.remove", { process }).catch(() => {});
        throw error;
    } finally {
        opened?.session.close();
        making.value = undefined;
        void refreshHouse();
    }
}
