// How many columns of notes fit into a box.
import { useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

const WIDTH = 180; // CSS pixels, the narrowest that a note may be
const GAP = 14;

export function useColumns(box: RefObject<HTMLElement>, isWanted: boolean): number {
    const [columns, setColumns] = useState(1);
    useLayoutEffect(() => {
        if (!isWanted || !box.current) return setColumns(1);
        const measure = () => setColumns(Math.max(1, Math.floor((box.current!.clientWidth + GAP) / (WIDTH + GAP))));
        const observer = new ResizeObserver(measure);
        observer.observe(box.current);
        measure();
        return () => observer.disconnect();
    }, [isWanted]);
    return columns;
}
