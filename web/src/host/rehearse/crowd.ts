// The simulated participants of the rehearsal that is open on this page: called, hurried, paused and sent home. They live in a
// worker as long as the page is in their process. Of several tabs of a device one has them.
import { signal } from "@preact/signals";
import { browserTabs, socketUrl } from "../../shared/browser";
import type { StopReason } from "../../shared/connection";
import { inOrder } from "../../shared/meeting";
import type { Pace, Report } from "../../shared/rehearsal/crowd";
import type { FromCrowd, ToCrowd } from "../../shared/rehearsal/messages";
import type { Live } from "../../shared/view/live";
import { put } from "../saving";
import { keepRehearsal, moreIdentities, type KeptRehearsal } from "./kept";

export interface CrowdState {
    is: "away" | "elsewhere" | "here" | "paused";
    report: Report;
    refused: StopReason | undefined;
}

const nobody: Report = { here: 0, of: 0, refused: undefined };
export const crowdState = signal<CrowdState>({ is: "away", report: nobody, refused: undefined });

const tabs = browserTabs();
let worker: Worker | undefined;
let endLead = () => {};

function become(change: Partial<CrowdState>): void {
    crowdState.value = { ...crowdState.value, ...change };
}

function tell(message: ToCrowd): void {
    worker?.postMessage(message);
}

// As many as are wanted; those whom the process does not know yet get a slip each.
async function provide(live: Live, kept: KeptRehearsal): Promise<boolean> {
    const more = moreIdentities(kept.identities, kept.count);
    if (more.length === 0) return true;
    const { refused } = await put(live, "slips.put", { session: kept.session, secrets: more.map(({ slip }) => slip) });
    become({ refused: refused?.reason });
    if (refused) return false;
    kept.identities.push(...more);
    await keepRehearsal(kept);
    return true;
}

function call({ identities, count }: KeptRehearsal): void {
    tell({ what: "call", identities: structuredClone(identities), wanted: count });
}

function begin(live: Live, kept: KeptRehearsal): void {
    const { session, seed, pace } = kept;
    const tables = live.find("session", session)?.tables ?? [];
    const where = { session, profile: live.profile!, tables, seats: inOrder(live.all("seat")) };
    worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<FromCrowd>) => become({ report: data });
    tell({ what: "begin", seed, where: structuredClone(where), url: socketUrl(), pace });
    become({ is: "here", report: { ...nobody, of: kept.count } });
    call(kept);
}

// They come; those who were there before as the same ones.
export function startCrowd(live: Live, kept: KeptRehearsal): void {
    if (crowdState.value.is !== "away") return;
    become({ is: "elsewhere", refused: undefined });
    endLead = tabs.lead(`rehearsal ${kept.process}`, () => void provide(live, kept).then((may) => {
        if (may && crowdState.value.is === "elsewhere") begin(live, kept);
        else stopCrowd();
    }));
}

export async function changeCount(live: Live, kept: KeptRehearsal, count: number): Promise<void> {
    kept.count = count;
    await keepRehearsal(kept);
    if (worker && (await provide(live, kept))) call(kept);
}

export async function changePace(kept: KeptRehearsal, pace: Pace): Promise<void> {
    kept.pace = pace;
    tell({ what: "pace", pace });
    await keepRehearsal(kept);
}

export function pauseCrowd(isPaused: boolean): void {
    tell({ what: "pause", isPaused });
    become({ is: isPaused ? "paused" : "here" });
}

export function stopCrowd(): void {
    worker?.terminate();
    worker = undefined;
    endLead();
    endLead = () => {};
    become({ is: "away", report: nobody });
}
