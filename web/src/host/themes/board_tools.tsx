// What is looked for on a board, and what is done with the notes that are marked.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { Board, Row } from "../../shared/boards";
import { roundsIn } from "../../shared/boards";
import { useBatches } from "../../shared/view/batches";
import type { BoardDesk } from "./board_desk";
import { rowsOf, takeOut } from "./board_keys";
import type { BoardView } from "./board_view";
import { say } from "./texts/themes";

type ToolsProps = { desk: BoardDesk; board: Board; view: BoardView; children: ComponentChildren };

export function BoardTools({ desk, board, view, children }: ToolsProps) {
    const rounds = roundsIn(board, desk.live.all("round"));
    const search = useRef<HTMLInputElement>(null);
    // The button goes with what it clears, and whoever pressed it goes on where one looks for notes.
    const clear = () => {
        search.current?.focus();
        desk.search.value = desk.round.value = desk.group.value = "";
    };
    const leave = (event: KeyboardEvent) => {
        if (event.key !== "Escape" || desk.search.value === "") return;
        desk.search.value = "";
        event.preventDefault();
    };
    return (
        <div class="board-tools" role="search">
            {children}
            <input
                ref={search}
                type="search"
                placeholder={say("search")}
                aria-label={say("search")}
                value={desk.search.value}
                onInput={(event) => (desk.search.value = event.currentTarget.value)}
                onKeyDown={leave}
            />
            {rounds.length > 1 && (
                <Choice label={say("of_round")} all={say("of_round_all")} value={desk.round} of={rounds.map(({ id, question }) => ({ id, name: question }))} />
            )}
            {view.groups.length > 0 && <Choice label={say("of_group")} all={say("of_group_all")} value={desk.group} of={view.groups} />}
            {view.themes.length > 1 && (
                <select aria-label={say("order")} value={desk.order.value} onChange={(event) => (desk.order.value = event.currentTarget.value === "votes" ? "votes" : "own")}>
                    <option value="own">{say("order_own")}</option>
                    <option value="votes">{say("order_votes")}</option>
                </select>
            )}
            <p class="meta" role="status">
                {!view.isWhole && say("found", { n: view.found })}
            </p>
            {!view.isWhole && (
                <button type="button" class="quiet" onClick={clear}>
                    {say("clear")}
                </button>
            )}
        </div>
    );
}

type ChoiceProps = { label: string; all: string; value: BoardDesk["round"]; of: readonly { id: string; name: string }[] };

function Choice({ label, all, value, of }: ChoiceProps) {
    return (
        <select aria-label={label} value={value.value} onChange={(event) => (value.value = event.currentTarget.value)}>
            <option value="">{all}</option>
            {of.map(({ id, name }) => (
                <option key={id} value={id}>
                    {name}
                </option>
            ))}
        </select>
    );
}

// Stands below what is read, and is there only while something is marked.
export function MarkedBar({ desk, goOn }: { desk: BoardDesk; goOn(rows: readonly Row[]): void }) {
    const rows = rowsOf(desk.marked.value);
    const off = !desk.canAct;
    const ask = (stays: boolean) => (desk.asked.value = { what: "move", rows, stays });
    const count = rows.length > 0 && say("selected", { n: rows.length });
    const bar = count && (
        <div class="board-marked" role="group" aria-label={count}>
            <b>{count}</b>
            <button type="button" class="primary" disabled={off} onClick={() => ask(false)}>
                {say("move")}
            </button>
            <button type="button" disabled={off} onClick={() => ask(true)}>
                {say("also")}
            </button>
            <button type="button" disabled={off} onClick={() => (desk.asked.value = { what: "new", rows })}>
                {say("from_these")}
            </button>
            {rows.some(({ theme }) => theme !== undefined) && (
                <button type="button" disabled={off} onClick={() => takeOut(desk, rows, goOn)}>
                    {say("out")}
                </button>
            )}
            <button type="button" class="quiet" onClick={() => desk.unmark()}>
                {say("unselect")}
            </button>
        </div>
    );
    return (
        <>
            {/* (There from the start, or else nobody would hear that it begins.) */}
            <p class="unseen" role="status">
                {count}
            </p>
            {bar}
        </>
    );
}

// What others did meanwhile: told, and not done under somebody's hands. It stands where the keys are told, so that nothing
// moves for it either.
export function OthersLine({ desk, view, hint }: { desk: BoardDesk; view: BoardView; hint: string }) {
    const { waiting, moved } = view;
    const what = (n: number) => say(waiting > 0 ? "others_wait" : "others_moved", { n });
    useBatches(waiting || moved, what);
    return (
        <p class="meta board-others">
            {(waiting > 0 || moved > 0) && <span>{what(waiting || moved)}</span>}
            {waiting === 0 && moved === 0 && <span class="board-keys">{hint}</span>}
            {waiting > 0 && (
                <button type="button" class="quiet" onClick={() => desk.released.value++}>
                    {say("show_now")}
                </button>
            )}
        </p>
    );
}

// Why nothing can be sorted now; nothing where it can.
export function WhyOff({ desk }: { desk: BoardDesk }) {
    const { state } = desk.live.connectionState.value;
    if (desk.canAct) return null;
    return (
        <p class="said wrong" role="status">
            {say(state === "read_only" ? "read_only" : "offline")}
        </p>
    );
}
