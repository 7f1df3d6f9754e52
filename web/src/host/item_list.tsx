// The programme as a list: when each item begins, which one is looked at, and how they change places: by buttons, by
// keyboard and by dragging.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Item, Round } from "../shared/meeting";
import { clockTime } from "../shared/moments";
import { language } from "../shared/view/language";
import { hasDraft } from "./draft";
import { landing, useDragging, useFocusAcrossMoves, type Drop, type Edge } from "./moving";
import { say } from "./texts/agenda";
import { say as sayPlan } from "./texts/plan";

const ITEM = "samskap item";

export function formName(item: Item, round: Round | undefined): string {
    return say(`form_${item.form === "round" && round ? round.form : item.form}`);
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
    isOff: boolean;
    choose(): void;
    move(to: number): void;
    drop: Drop;
    tools: ComponentChildren;
};

function Row({ item, round, starts, index, count, zone, isChosen, isOff, choose, move, drop, tools }: RowProps) {
    const { row, grip, edge } = useDragging({ kind: ITEM, id: item.id, isOff, drop });
    const { title } = item;
    const isUnsaved = hasDraft(`item ${item.id}`) || hasDraft(`round ${item.id}`) || (round !== undefined && hasDraft(`round ${round.id}`));
    const keyDown = (event: KeyboardEvent) => {
        const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
        if (!event.altKey || step === 0) return;
        event.preventDefault();
        if (!isOff) move(index + step);
    };
    return (
        <li ref={row} class={`item-row ${isChosen ? "chosen" : ""} ${isOff ? "fixed" : ""} ${edge ?? ""}`}>
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
                    {item.skipped && !item.started && ` · ${say("skipped")}`}
                    {isUnsaved && ` · ${sayPlan("unsaved")}`}
                </span>
            </button>
            <span class="item-moves">
                <button
                    type="button"
                    class="quiet icon"
                    aria-label={say("up", { title })}
                    disabled={isOff || index === 0}
                    onClick={() => move(index - 1)}
                >
                    <span aria-hidden="true">↑</span>
                </button>
                <button
                    type="button"
                    class="quiet icon"
                    aria-label={say("down", { title })}
                    disabled={isOff || index === count - 1}
                    onClick={() => move(index + 1)}
                >
                    <span aria-hidden="true">↓</span>
                </button>
                {tools}
            </span>
        </li>
    );
}

type ListProps = {
    rows: readonly ItemRow[];
    zone: string;
    chosen: string | undefined;
    // Nothing can be moved now.
    isOff: boolean;
    choose(id: string): void;
    move(id: string, to: number): void;
    // What else may be done with it there, behind the buttons that move it.
    tools?(item: Item): ComponentChildren;
};

export function ItemList({ rows, zone, chosen, isOff, choose, move, tools }: ListProps) {
    // (The same function each time, or every row would be made draggable anew while somebody drags.)
    const latest = useRef({ rows, move });
    latest.current = { rows, move };
    const [drop] = useState(() => (id: string, edge: Edge, beside: string) => {
        const order = latest.current.rows.map(({ item }) => item.id);
        latest.current.move(id, landing(order, id, edge, beside));
    });
    const list = useRef<HTMLOListElement>(null);
    useFocusAcrossMoves(list, rows.map(({ item }) => item.id).join(" "), ".item-open");
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
                        isOff={isOff}
                        choose={() => choose(row.item.id)}
                        move={(to) => move(row.item.id, to)}
                        drop={drop}
                        tools={tools?.(row.item)}
                    />
                ))}
            </ol>
        </>
    );
}
