// What opens below the edge of what is seen comes into sight with all that belongs to it, and moves nothing otherwise.
import { useEffect, useRef } from "preact/hooks";

export function useInSight<E extends HTMLElement>(): { current: E | null } {
    const element = useRef<E>(null);
    useEffect(() => element.current?.scrollIntoView({ block: "nearest" }), []);
    return element;
}
