// One list of what is carried on, in its order. One row at a time is in the tab order; arrows move between them.
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { listOf } from "../../shared/carried";
import { shownOf, stepAmong, type Entry } from "../../shared/entries";
import { inOrder } from "../../shared/meeting";
import type { EntryForm } from "../../generated/types";
import type { RefusedCommand } from "../../shared/outbox_storage";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { landing, useFocusAcrossMoves } from "../moving";
import { AddLine } from "./add_line";
import type { Desk } from "./desk";
import { EntryRow } from "./entry_row";
import { EntryTools } from "./entry_tools";
import { addEntry, moveEntry } from "./entry_steps";
import { say } from "./texts/entries";

type ListProps = {
    live: Live;
    form: EntryForm;
    // Where what is written comes up.
    session: string | undefined;
};

export function EntryList({ live, form, session }: ListProps) {
    const [view, setView] = useState({ isAll: false, search: "" });
    const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
    const [refused, refuse] = useState<RefusedCommand>();
    const [wanted, want] = useState<string>();
    const list = listOf(live.all("entry"), form);
    const shown = shownOf(list, { ...view, held });
    const hold = (id: string) => setHeld((before) => new Set([...before, id]));
    const change = (to: typeof view) => {
        setHeld(new Set());
        setView(to);
    };
    const move = (id: string, to: number | undefined) => {
        const entry = list.find((one) => one.id === id);
        if (!entry || to === undefined || !canAct(live)) return;
        hold(id);
        void moveEntry(live, entry, to).then(refuse);
    };
    return (
        <div class="carry-list">
            {list.length > 0 && <EntryTools list={list} view={view} change={change} found={shown.length} />}
            {list.length === 0 && live.isWhole && <p class="carry-empty">{say(`lead_${form}`)}</p>}
            {list.length > 0 && shown.length === 0 && <p class="carry-empty">{say(view.search === "" ? "none_open" : "none_found")}</p>}
            <Rows live={live} list={list} shown={shown} move={move} hold={hold} refuse={refuse} wanted={wanted} />
            {refused && (
                <p class="said wrong" role="alert">
                    {sayReason(refused.reason)}
                </p>
            )}
            <AddLine
                live={live}
                name={`new ${form}`}
                label={say(`add_${form}`)}
                longest={1000}
                add={(text) => addEntry(live, form, text, { session })}
                added={(id) => {
                    hold(id);
                    want(id);
                }}
            />
        </div>
    );
}

type RowsProps = {
    live: Live;
    list: readonly Entry[];
    shown: readonly Entry[];
    move(id: string, to: number | undefined): void;
    hold(id: string): void;
    refuse(refused: RefusedCommand | undefined): void;
    // Comes into sight.
    wanted: string | undefined;
};

function Rows(props: RowsProps) {
    const { live, shown, wanted } = props;
    const box = useRef<HTMLOListElement>(null);
    const [current, setCurrent] = useState<string>();
    const [edited, setEdited] = useState<string>();
    const focused = useRef<string>();
    const rowOf = (id: string) => box.current?.querySelector<HTMLElement>(`[data-entry="${id}"]`);
    const desk = useDesk(props, { choose: setCurrent, edit: setEdited, stay: (id) => void (focused.current = id) });
    const at = Math.max(0, shown.findIndex(({ id }) => id === current));
    useFocusAcrossMoves(box, shown.map(({ id }) => id).join(" "), ".carry-row");
    useLayoutEffect(() => {
        const id = focused.current;
        const row = id === undefined ? undefined : rowOf(id);
        if (!row || row.classList.contains("is-edited")) return;
        focused.current = undefined;
        row.focus();
    });
    useLayoutEffect(() => {
        if (wanted !== undefined) rowOf(wanted)?.scrollIntoView({ block: "nearest" });
    }, [wanted, shown.length]);
    const key = (event: KeyboardEvent) => {
        if (!(event.target as HTMLElement).matches("[data-entry]")) return;
        const entry = shown[at];
        if (!entry) return;
        const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
        if (event.altKey && step !== 0) desk.move(entry.id, step);
        else if (event.key === "Enter") desk.edit(entry.id);
        else {
            const to = event.altKey ? undefined : targetOf(event.key, at, shown.length);
            if (to === undefined) return;
            rowOf(shown[to]!.id)?.focus();
        }
        event.preventDefault();
    };
    return (
        <>
            <p id="carry-keys" class="unseen">
                {say("keys")}
            </p>
            <ol class="carry-rows" ref={box} onKeyDown={key}>
                {shown.map((entry, i) => (
                    <EntryRow
                        key={entry.id}
                        live={live}
                        entry={entry}
                        isCurrent={i === at}
                        isEditing={entry.id === edited}
                        isFirst={i === 0}
                        isLast={i === shown.length - 1}
                        desk={desk}
                    />
                ))}
            </ol>
        </>
    );
}

function targetOf(key: string, at: number, count: number): number | undefined {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
    return to === undefined || to < 0 || to >= count ? undefined : to;
}

// The same each time; what it needs of the list it takes as it is at that moment.
function useDesk(props: RowsProps, row: Pick<Desk, "choose" | "edit" | "stay">): Desk {
    const latest = useRef({ props, row });
    latest.current = { props, row };
    return useMemo(() => {
        const now = () => latest.current.props;
        return {
            choose: (id) => latest.current.row.choose(id),
            edit: (id) => latest.current.row.edit(id),
            stay: (id) => latest.current.row.stay(id),
            hold: (id) => now().hold(id),
            refuse: (refused) => now().refuse(refused),
            move: (id, step) => now().move(id, stepAmong(now().list, now().shown, id, step)),
            drop: (id, edge, beside) => now().move(id, landing(inOrder(now().list).map((one) => one.id), id, edge, beside)),
        };
    }, []);
}
