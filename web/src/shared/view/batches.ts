// What others do, as a figure that goes on changing: screen readers hear it ten seconds after it began, and so on.
import { useEffect, useRef } from "preact/hooks";
import { announce } from "./announcer";

const EVERY = 10_000;

export function useBatches(count: number, say: (n: number) => string): void {
    const latest = useRef(() => {});
    latest.current = () => count > 0 && announce(say(count), "others");
    const timer = useRef<ReturnType<typeof setTimeout> | undefined>();
    useEffect(() => {
        if (count === 0) return;
        timer.current ??= setTimeout(() => {
            timer.current = undefined;
            latest.current();
        }, EVERY);
    }, [count]);
    useEffect(() => () => clearTimeout(timer.current), []);
}
