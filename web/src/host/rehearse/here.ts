// The rehearsal that is open on this page: what the device keeps of it, and its simulated participants as long as somebody is
// in its process here.
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Live } from "../../shared/view/live";
import { startCrowd, stopCrowd } from "./crowd";
import { asUsual, keptRehearsal, newRehearsal, type KeptRehearsal } from "./kept";

export const rehearsalHere = signal<KeptRehearsal | undefined>(undefined);

// What was begun just now: its participants come without being called.
let isBegun = "";

export function beginWith({ process }: KeptRehearsal): void {
    isBegun = process;
}

// One that was made on another device has the simulated participants of that, and those of this one.
async function find(live: Live, process: string): Promise<KeptRehearsal | undefined> {
    const kept = await keptRehearsal(process);
    const session = live.all("session").sort((a, b) => (b.number ?? 0) - (a.number ?? 0))[0]?.id;
    return kept ?? (session === undefined ? undefined : newRehearsal({ process, session }, asUsual));
}

export function useRehearsal(live: Live): void {
    // (Once all of it has come; what comes anew after the server was away sends nobody home.)
    const whole = useRef<Live>();
    if (live.isWhole) whole.current = live;
    const process = whole.current === live && live.process?.rehearsal ? live.process.id : undefined;
    useEffect(() => {
        if (process === undefined) return;
        let isHere = true;
        void find(live, process).then((found) => {
            if (!isHere || !found) return;
            rehearsalHere.value = found;
            if (isBegun === process) startCrowd(live, found);
            isBegun = "";
        });
        return () => {
            isHere = false;
            rehearsalHere.value = undefined;
            stopCrowd();
        };
    }, [live, process]);
}
