// Rows of a list that change places: what is dragged where, and who stood in a row goes with it.
import { draggable, dropTargetForElements, type ElementDropTargetEventBasePayload } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

export type Edge = "above" | "below";

// Another row is dropped above or below the middle of this one.
export type Drop = (id: string, edge: Edge, beside: string) => void;

// `kind`: only rows of the same kind change places with each other.
type Dragged = { kind: string; id: string; isOff: boolean; drop: Drop };

// It lands where the line says that it will, also where somebody else moved rows under the hand meanwhile.
export function useDragging({ kind, id, isOff, drop }: Dragged) {
    const row = useRef<HTMLLIElement>(null);
    const grip = useRef<HTMLSpanElement>(null);
    const [edge, setEdge] = useState<Edge>();
    const shown = useRef<Edge>();
    const show = (now: Edge | undefined) => setEdge((shown.current = now));
    const isLower = (clientY: number) => {
        const { top, height } = row.current!.getBoundingClientRect();
        return clientY > top + height / 2;
    };
    const showEdge = ({ location, source }: ElementDropTargetEventBasePayload) =>
        show(source.data.id === id ? undefined : isLower(location.current.input.clientY) ? "below" : "above");
    useEffect(() => {
        const endDrag = draggable({
            element: row.current!,
            dragHandle: grip.current!,
            canDrag: () => !isOff,
            getInitialData: () => ({ kind, id }),
        });
        const endDrop = dropTargetForElements({
            element: row.current!,
            canDrop: ({ source }) => source.data.kind === kind,
            onDragEnter: showEdge,
            onDrag: showEdge,
            onDragLeave: () => show(undefined),
            onDrop: ({ source }) => {
                const at = shown.current;
                show(undefined);
                if (at) drop(source.data.id as string, at, id);
            },
        });
        return () => {
            endDrag();
            endDrop();
        };
    }, [kind, id, isOff, drop]);
    return { row, grip, edge };
}

// Where a row comes to stand that is dropped there: its number among all of them.
export function landing(order: readonly string[], id: string, edge: Edge, beside: string): number {
    const from = order.indexOf(id);
    const at = order.indexOf(beside) + (edge === "below" ? 1 : 0);
    return from < at ? at - 1 : at;
}

// A row that changes its place is taken out of the page and put in again, and whoever stood in it would stand nowhere.
// `instead`: what of the row has the focus where the control that had it is off now.
export function useFocusAcrossMoves(list: { current: HTMLElement | null }, order: string, instead: string): void {
    const focused = document.activeElement;
    const held = focused instanceof HTMLElement && list.current?.contains(focused) ? focused : undefined;
    useLayoutEffect(() => {
        if (!held?.isConnected) return;
        const isOff = held instanceof HTMLButtonElement && held.disabled;
        const target = isOff ? held.closest("li")?.querySelector<HTMLElement>(instead) : held;
        if (document.activeElement !== target) target?.focus();
    }, [order]);
}
