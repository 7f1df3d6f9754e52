// That somebody is in the middle of something in a round: it is not taken away from them. Of a round of notes the room is
// told (that somebody writes, not what).
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Live } from "../shared/view/live";

export const writingIn = signal<string | undefined>(undefined);

export function markBusy(round: string, isBusy: boolean): void {
    if (isBusy) writingIn.value = round;
    else if (writingIn.peek() === round) writingIn.value = undefined;
}

const AGAIN = 5_000; // the server wants to hear it so often
const QUIET = 8_000; // since the last stroke: nobody is writing any more

// The function to call at every stroke: whether there is something on the paper now.
export function useWriting(live: Live, round: string): (isWriting: boolean) => void {
    const told = useRef(0);
    const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
    const stop = () => {
        clearTimeout(timer.current);
        if (told.current > 0) live.session.connection.writing(undefined);
        told.current = 0;
    };
    useEffect(() => stop, [round]);
    return (isWriting) => {
        markBusy(round, isWriting);
        if (!isWriting) return stop();
        clearTimeout(timer.current);
        timer.current = setTimeout(stop, QUIET);
        if (Date.now() - told.current < AGAIN) return;
        told.current = Date.now();
        live.session.connection.writing(round);
    };
}
