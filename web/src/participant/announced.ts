// That a round is about to end, or has ended, is heard by those who do not see it.
import { useEffect, useRef } from "preact/hooks";
import type { Round } from "../shared/meeting";
import { announce } from "../shared/view/announcer";

export function useAnnouncedState({ state }: Round, say: (what: "closing" | "closed") => string): void {
    const before = useRef(state);
    useEffect(() => {
        if (before.current !== state && (state === "closing" || state === "closed")) announce(say(state));
        before.current = state;
    }, [state]);
}
