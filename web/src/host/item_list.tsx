// The programme as a list: when each item begins, which one is looked at, and how they change places: by buttons, by
// keyboard and by dragging.
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Item, Round } from "../shared/meeting";
import { clockTime } from "../shared/moments";
import { language } from "../shared/view/language";
import { hasDraft } from "./draft";
import { say } from "./texts/agenda";
import { say as sayPlan } from "./texts/plan";

const ITEM = "samskap item";

export function formName(item: Item, round: Round | undefined): string {
    return round ? say(`form_${round.form}`) : say(`form_${item.form}`);
}

// Drop above or below the middle of a row. `drop` gets the place among the others.
function useDragging(item: Item, index: number, drop: (id: string, to: number) => void) {
    const row = useRef<HTMLLIElement>(null);
    const grip = useRef<HTMLSpanElement>(null);
    const [edge, setEdge] = useState<"above" | "below">();
    const isLower = (clientY: number) => {
        const { top, height } = row.current!.getBoundingClientRect();
        return clientY > top + height / 2;
    };
    useEffect(() => {
        const endDrag = draggable({
            element: row.current!,
            dragHandle: grip.current!,
            getInitialData: () => ({ kind: ITEM, id: item.id, index }),
        });
        const endDrop = dropTargetForElements({
            element: row.current!,
            canDrop: ({ source }) => source.data.kind === ITEM,
            onDrag: ({ location, source }) =>
                setEdge(source.data.id === item.id ? undefined : isLower(location.current.input.clientY) ? "below" : "above"),
            onDragLeave: () => setEdge(undefined),
            onDrop: ({ location, source }) => {
                setEdge(undefined);
                const at = index + (isLower(location.current.input.clientY) ? 1 : 0);
                const from = source.data.index as number;
                drop(source.data.id as string, from < at ? at - 1 : at);
            },
        });
        return () => {
            endDrag();
            endDrop();
        };
    }, [item.id, index, drop]);
    return { row, grip, edge };
}

export interface ItemRow {
    item: Item;
    round: Round | undefined;
    starts: number | undefined;
}

type RowProps = ItemRow & {
    index: number;
    count: number;
    zone: string;
    isChosen: boolean;
    choose(): void;
    move(id: string, to: number): void;
};

function Row({ item, round, starts, index, count, zone, isChosen, choose, move }: RowProps) {
    const { row, grip, edge } = useDragging(item, index, move);
    const { title } = item;
    const isUnsaved = hasDraft(`item ${item.id}`) || hasDraft(`round ${item.id}`);
    const keyDown = (event: KeyboardEvent) => {
        const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
        if (!event.altKey || step === 0) return;
        event.preventDefault();
        move(item.id, index + step);
    };
    return (
        <li ref={row} class={`item-row ${isChosen ? "chosen" : ""} ${edge ?? ""}`}>
            <span ref={grip} class="grip" title={say("drag", { title })} aria-hidden="true">
                ⋮⋮
            </span>
            <button
                type="button"
                id={`item-${item.id}`}
                class={starts ? "item-open" : "item-open no-time"}
                aria-current={isChosen ? "true" : undefined}
                aria-describedby="item-keys"
                onClick={choose}
                onKeyDown={keyDown}
            >
                {starts && <span class="item-time">{clockTime(starts, zone, language.value)}</span>}
                <span class="item-title">{title}</span>
                <span class="meta">
                    {formName(item, round)} · {say("minutes_short", { n: item.minutes ?? 0 })}
                    {isUnsaved && ` · ${sayPlan("unsaved")}`}
                </span>
            </button>
            <span class="item-moves">
                <button
                    type="button"
                    class="quiet icon"
                    aria-label={say("up", { title })}
                    disabled={index === 0}
                    onClick={() => move(item.id, index - 1)}
                >
                    <span aria-hidden="true">↑</span>
                </button>
                <button
                    type="button"
                    class="quiet icon"
                    aria-label={say("down", { title })}
                    disabled={index === count - 1}
                    onClick={() => move(item.id, index + 1)}
                >
                    <span aria-hidden="true">↓</span>
                </button>
            </span>
        </li>
    );
}

type ListProps = {
    rows: readonly ItemRow[];
    zone: string;
    chosen: string | undefined;
    choose(id: string): void;
    move(id: string, to: number): void;
};

// A row that changes its place is taken out of the page and put in again, and whoever stood in it would stand nowhere.
function useKeptFocus(list: { current: HTMLElement | null }, order: string): void {
    const focused = document.activeElement;
    const held = focused instanceof HTMLElement && list.current?.contains(focused) ? focused : undefined;
    useLayoutEffect(() => {
        if (!held?.isConnected) return;
        const isOff = held instanceof HTMLButtonElement && held.disabled;
        const target = isOff ? held.closest("li")?.querySelector<HTMLElement>(".item-open") : held;
        if (document.activeElement !== target) target?.focus();
    }, [order]);
}

export function ItemList({ rows, zone, chosen, choose, move }: ListProps) {
    // (The same function each time, or every row would be made draggable anew while somebody drags.)
    const latest = useRef(move);
    latest.current = move;
    const [stable] = useState(() => (id: string, to: number) => latest.current(id, to));
    const list = useRef<HTMLOListElement>(null);
    useKeptFocus(list, rows.map(({ item }) => item.id).join(" "));
    return (
        <>
            <p id="item-keys" class="unseen">
                {say("keys")}
            </p>
            <ol ref={list} class="items">
                {rows.map((row, index) => (
                    <Row
                        key={row.item.id}
                        {...row}
                        index={index}
                        count={rows.length}
                        zone={zone}
                        isChosen={row.item.id === chosen}
                        choose={() => choose(row.item.id)}
                        move={stable}
                    />
                ))}
            </ol>
        </>
    );
}
