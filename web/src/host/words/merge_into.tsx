// With which word a word is merged: found by searching, the suggested ones first.
import { useEffect, useRef, useState } from "preact/hooks";
import type { WordRow } from "../../generated/types";
import { mergeTargets } from "../../shared/word_list";
import { mergeInto } from "./actions";
import type { Desk } from "./desk";
import { say } from "./texts/words";

const MOST = 8;

export function MergeInto({ desk, row }: { desk: Desk; row: WordRow }) {
    const [search, setSearch] = useState("");
    const field = useRef<HTMLInputElement>(null);
    useEffect(() => {
        field.current?.focus();
        void desk.load(true); // (what is searched for may be beyond the first hundred)
    }, []);
    const suggested = (row.suggestions ?? []).map(({ word }) => word);
    const targets = mergeTargets(desk.rows, new Set([row.word]), search, suggested).slice(0, MOST);
    // Whoever merges looks at what it came to: the row that both are now.
    const choose = async (into: WordRow) => {
        if (!desk.canAct || !(await mergeInto(desk, [row], into))) return;
        desk.work.value = undefined;
        desk.opened.value = into.word;
        desk.active.value = into.word;
    };
    const submit = (event: Event) => {
        event.preventDefault();
        if (search.trim() !== "" && targets[0]) void choose(targets[0]);
    };
    return (
        <form class="words-merge" onSubmit={submit}>
            <label>
                {say("merge_search", { label: row.label })}
                <input
                    ref={field}
                    type="search"
                    value={search}
                    autoComplete="off"
                    onInput={(event) => setSearch(event.currentTarget.value)}
                />
            </label>
            {targets.length === 0 && <p class="meta">{desk.loading.value === "loading" ? say("loading") : say("merge_none")}</p>}
            <ul class="words-targets">
                {targets.map((target) => (
                    <li key={target.word}>
                        <button type="button" disabled={!desk.canAct} onClick={() => void choose(target)}>
                            <span>{target.label}</span> <b>{target.persons}</b>
                        </button>
                    </li>
                ))}
            </ul>
            <p>
                <button type="button" class="quiet" onClick={() => (desk.work.value = undefined)}>
                    {say("cancel")}
                </button>
            </p>
        </form>
    );
}
