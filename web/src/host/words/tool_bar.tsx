// Above the rows: search, filter, adding a word, and what is done with all that are selected. As high whether or not
// anything is selected, so that no row moves.
import { useEffect, useRef, useState } from "preact/hooks";
import type { WordRow } from "../../generated/types";
import { rowNamed, sectionOf } from "../../shared/word_list";
import { add, markSelected, mergeInto } from "./actions";
import type { Desk, Filter } from "./desk";
import { say } from "./texts/words";

interface ToolBarProps {
    desk: Desk;
    rows: readonly WordRow[];
    isMoved: boolean;
}

const filters: readonly Filter[] = ["all", "several", "proposed"];

export function ToolBar({ desk, rows, isMoved }: ToolBarProps) {
    const work = desk.work.value?.what;
    return (
        <div class="words-tools">
            <div class="words-find">
                <label>
                    <span class="unseen">{say("search")}</span>
                    <input
                        type="search"
                        placeholder={say("search")}
                        value={desk.search.value}
                        onInput={(event) => (desk.search.value = event.currentTarget.value)}
                    />
                </label>
                <div class="words-do">
                    <span role="status">
                        {isMoved && (
                            <button type="button" class="words-moved" title={say("moved")} onClick={() => desk.release()}>
                                {say("refresh")}
                            </button>
                        )}
                    </span>
                    {desk.selected.value.size > 0 ? <Selected desk={desk} rows={rows} /> : <Filters desk={desk} />}
                </div>
            </div>
            {work === "add" && <AddWord desk={desk} rows={rows} />}
            {work === "merge_selected" && <MergeSelected desk={desk} rows={chosenOf(desk, rows)} />}
        </div>
    );
}

function Filters({ desk }: { desk: Desk }) {
    const isAdding = desk.work.value?.what === "add";
    return (
        <>
            <label>
                <span class="unseen">{say("filter")}</span>
                <select value={desk.filter.value} onChange={(event) => (desk.filter.value = event.currentTarget.value as Filter)}>
                    {filters.map((filter) => (
                        <option key={filter} value={filter}>
                            {say(`filter_${filter}`)}
                        </option>
                    ))}
                </select>
            </label>
            <button
                type="button"
                disabled={!desk.canAct}
                aria-expanded={isAdding}
                onClick={() => (isAdding ? (desk.work.value = undefined) : desk.start({ what: "add" }))}
            >
                {say("add")}
            </button>
        </>
    );
}

const chosenOf = (desk: Desk, rows: readonly WordRow[]) => rows.filter(({ word }) => desk.selected.value.has(word));

function Selected({ desk, rows }: { desk: Desk; rows: readonly WordRow[] }) {
    const chosen = chosenOf(desk, rows);
    const isMerging = desk.work.value?.what === "merge_selected";
    const counting = chosen.filter((row) => sectionOf(row) === "counts");
    const kept = chosen.filter((row) => sectionOf(row) !== "dropped");
    return (
        <>
            <b>{say("selected", { n: chosen.length })}</b>
            <button
                type="button"
                disabled={!desk.canAct || chosen.length < 2}
                aria-expanded={isMerging}
                onClick={() => desk.start({ what: "merge_selected" })}
            >
                {say("merge_selected")}
            </button>
            <button
                type="button"
                disabled={!desk.canAct || counting.length === 0}
                onClick={() => markSelected(desk, counting, "aside")}
            >
                {say("set_aside")}
            </button>
            <button
                type="button"
                disabled={!desk.canAct || kept.length === 0}
                onClick={() => markSelected(desk, kept, "dropped")}
            >
                {say("drop")}
            </button>
            <button type="button" class="quiet" onClick={() => desk.unselect()}>
                {say("unselect")}
            </button>
        </>
    );
}

// Several into one of them: the one that most people wrote, until another is chosen.
function MergeSelected({ desk, rows }: { desk: Desk; rows: WordRow[] }) {
    const most = [...rows].sort((a, b) => b.persons - a.persons)[0];
    const [chosen, choose] = useState<string>();
    const into = rows.find(({ word }) => word === chosen) ?? most;
    if (!into || rows.length < 2) return null;
    const submit = async (event: Event) => {
        event.preventDefault();
        const others = rows.filter((row) => row !== into);
        desk.unselect();
        await mergeInto(desk, others, into);
    };
    return (
        <form class="words-merge" onSubmit={submit}>
            <fieldset>
                <legend>{say("merge_which")}</legend>
                {rows.map((row) => (
                    <label key={row.word} class="words-check">
                        <input type="radio" name="into" checked={row === into} onChange={() => choose(row.word)} />
                        <span>
                            {row.label} <b>{row.persons}</b>
                        </span>
                    </label>
                ))}
            </fieldset>
            <p class="words-row-buttons">
                <button class="primary" disabled={!desk.canAct}>
                    {say("merge_selected")}
                </button>
                <button type="button" class="quiet" onClick={() => (desk.work.value = undefined)}>
                    {say("cancel")}
                </button>
            </p>
        </form>
    );
}

function AddWord({ desk, rows }: { desk: Desk; rows: readonly WordRow[] }) {
    const [word, setWord] = useState("");
    const [added, setAdded] = useState("");
    const field = useRef<HTMLInputElement>(null);
    useEffect(() => field.current?.focus(), []);
    const there = word.trim() === "" ? undefined : rowNamed(rows, word);
    const submit = async (event: Event) => {
        event.preventDefault();
        if (!desk.canAct || there || word.trim() === "" || !(await add(desk, word.trim()))) return;
        setAdded(word.trim());
        setWord("");
        desk.release();
        field.current?.focus();
    };
    return (
        <form class="words-add" onSubmit={submit}>
            <label>
                {say("add_label")}
                <input
                    ref={field}
                    value={word}
                    maxLength={80}
                    autoComplete="off"
                    onInput={(event) => setWord(event.currentTarget.value)}
                />
            </label>
            <button class="primary" disabled={!desk.canAct || word.trim() === "" || there !== undefined}>
                {say("add_it")}
            </button>
            <button type="button" class="quiet" onClick={() => (desk.work.value = undefined)}>
                {say("cancel")}
            </button>
            <p role="status" class="meta">
                {there ? say("add_there", { label: there.label }) : word === "" && added && say("did_add", { label: added })}
            </p>
        </form>
    );
}
