// A long list, so many at a time.
import { useState } from "preact/hooks";
import { say } from "./texts/frame";

export function useMost(step: number): { most: number; more(): void } {
    const [most, setMost] = useState(step);
    return { most, more: () => setMost(most + step) };
}

// `left`: how many are not shown yet.
export function ShowMore({ left, more }: { left: number; more(): void }) {
    if (left <= 0) return null;
    return (
        <button type="button" onClick={more}>
            {say("show_more", { n: left })}
        </button>
    );
}
