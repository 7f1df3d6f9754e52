// The words as a table with bars: those that count, and folded behind them what is set aside, says nothing, or was dropped.
import { useEffect, useRef } from "preact/hooks";
import type { WordRow } from "../../generated/types";
import { arrange, matches, proposalsOf, sectionOf, type Proposal, type Section } from "../../shared/word_list";
import type { Desk } from "./desk";
import { focusRow, keyPressed } from "./keyboard";
import { Rows, type Shape } from "./rows";
import { say } from "./texts/words";
import { ToolBar } from "./tool_bar";

interface Kept {
    release: number;
    order: string[];
    sections: Map<string, Section>;
}

// The rows as they may stand now: while somebody works with them in the order, and the sections, of when that began.
function useArranged(desk: Desk, rows: readonly WordRow[]) {
    const kept = useRef<Kept>();
    const last = useRef(new Map<string, WordRow>());
    const release = desk.released.value;
    if (!desk.isBusy || kept.current?.release !== release) kept.current = undefined;
    if (desk.isBusy) kept.current ??= { release, order: rows.map(({ word }) => word), sections: new Map(rows.map((row) => [row.word, sectionOf(row)])) };
    if (kept.current) keepFetched(kept.current, rows, desk.further.value);
    for (const row of rows) last.current.set(row.word, row);
    const place = (row: WordRow) => kept.current?.sections.get(row.word) ?? sectionOf(row);
    return { ...arrange(rows, kept.current?.order, last.current), place };
}

// What was fetched beyond the first hundred comes behind all others and moves nothing.
function keepFetched(kept: Kept, rows: readonly WordRow[], fetched: readonly WordRow[]): void {
    const words = new Set(fetched.map(({ word }) => word));
    for (const row of rows)
        if (words.has(row.word) && !kept.sections.has(row.word)) {
            kept.order.push(row.word);
            kept.sections.set(row.word, sectionOf(row));
        }
}

// Whoever pressed a button that is gone by now stays at the row that it was about.
function useFocusKept(desk: Desk, root: { current: HTMLDivElement | null }): void {
    void [desk.work.value, desk.opened.value]; // (a form that closes is drawn by its row alone)
    useEffect(() => {
        const word = desk.actedOn;
        if (root.current && word !== undefined && document.activeElement === document.body) focusRow(root.current, word);
    });
}

function passes(row: WordRow, desk: Desk, proposals: ReadonlyMap<string, Proposal[]>): boolean {
    const { filter, search } = desk;
    if (!matches(row, search.value)) return false;
    if (filter.value === "several") return row.persons + (row.groups ?? 0) >= 2;
    return filter.value !== "proposed" || proposals.has(row.word);
}

function shapeOf(desk: Desk, rows: readonly WordRow[]): Shape {
    return {
        max: Math.max(1, ...rows.filter((row) => sectionOf(row) === "counts").map(({ persons }) => persons)),
        base: desk.list?.persons ?? 0,
        sums: desk.list?.per_round === true,
        hasBreadth: rows.some(({ breadth }) => breadth),
        hasGroups: rows.some(({ groups }) => groups),
    };
}

export function WordTable({ desk }: { desk: Desk }) {
    const root = useRef<HTMLDivElement>(null);
    const all = desk.rows;
    const { rows, gone, isMoved, place } = useArranged(desk, all);
    const proposals = proposalsOf(all.filter((row) => sectionOf(row) === "counts" || sectionOf(row) === "aside"));
    const shown = rows.filter((row) => passes(row, desk, proposals));
    const shape = shapeOf(desk, all);
    const isSearching = desk.search.value.trim() !== "";
    useFocusKept(desk, root);
    useEffect(() => {
        if (isSearching) void desk.load(true);
    }, [isSearching]);
    const part = (section: Section) => shown.filter((row) => place(row) === section);
    const common = { desk, shape, gone, proposals };
    return (
        <div ref={root} onKeyDown={(event) => keyPressed(event, desk, all)}>
            <ToolBar desk={desk} rows={all} isMoved={isMoved} />
            <div
                onPointerEnter={(event) => event.pointerType === "mouse" && (desk.isTouched.value = true)}
                onPointerLeave={(event) => (desk.isTouched.value = event.currentTarget.contains(document.activeElement))}
                onFocusIn={() => (desk.isTouched.value = true)}
                onFocusOut={(event) => (desk.isTouched.value = event.currentTarget.contains(event.relatedTarget as Node) || event.currentTarget.matches(":hover"))}
            >
                <Rows {...common} section="counts" rows={part("counts")} empty={emptyText(desk, all)} />
                <More desk={desk} />
                {(["aside", "stopped", "dropped"] as const).map((section) => (
                    <Folded key={section} desk={desk} section={section} count={part(section).length} isSearching={isSearching}>
                        <Rows
                            {...common}
                            section={section}
                            rows={part(section)}
                            empty={desk.loading.value === "loading" ? say("loading") : say("nothing")}
                        />
                    </Folded>
                ))}
            </div>
            <Shortcuts />
        </div>
    );
}

function emptyText(desk: Desk, rows: readonly WordRow[]): string {
    if (rows.length === 0) return say("nothing_yet");
    return desk.loading.value === "loading" ? say("loading") : desk.search.value || desk.filter.value !== "all" ? say("nothing_found") : say("nothing");
}

// Words beyond what the list says by itself.
function More({ desk }: { desk: Desk }) {
    const { missing } = desk;
    if (missing === 0) return null;
    return (
        <p class="words-more">
            <button
                type="button"
                disabled={desk.loading.value === "loading" || !desk.canAct}
                onClick={() => void desk.load(false)}
            >
                {desk.loading.value === "loading" ? say("loading") : say("more", { n: Math.min(100, missing) })}
            </button>
            {desk.loading.value === "failed" && <span role="status">{say("not_loaded")}</span>}
        </p>
    );
}

type FoldedProps = { desk: Desk; section: Exclude<Section, "counts">; count: number; isSearching: boolean; children: preact.ComponentChildren };

// What stands behind all others may not be here yet: opening it fetches it.
function Folded({ desk, section, count, isSearching, children }: FoldedProps) {
    const isKnown = desk.missing === 0 || isSearching;
    if (isSearching && count === 0) return null;
    return (
        <details class="words-folded" onToggle={(event) => event.currentTarget.open && void desk.load(true)}>
            <summary>
                <h3>
                    {say(section)} {isKnown && <span class="meta">{count}</span>}
                </h3>
            </summary>
            <p class="meta">{say(`${section}_lead`)}</p>
            {children}
        </details>
    );
}

const shortcuts = [
    ["↑ ↓", "key_arrows"], ["Enter", "key_open"], ["X", "key_select"], ["M", "key_merge"], ["R", "key_rename"],
    ["D", "key_drop"], ["A", "key_aside"], ["B", "key_back"], ["/", "key_search"], ["Esc", "key_close"],
] as const;

function Shortcuts() {
    return (
        <details class="words-folded words-keys">
            <summary>{say("keys")}</summary>
            <dl>
                {shortcuts.map(([key, text]) => (
                    <div key={key}>
                        <dt>
                            <kbd>{key}</kbd>
                        </dt>
                        <dd>{say(text)}</dd>
                    </div>
                ))}
            </dl>
        </details>
    );
}
