// With which word a word is merged: found by searching, the suggested ones first.
import { useEffect, useRef, useState } from "preact/hooks";
import type { WordRow } from "../../generated/types";
import { mergeTargets } from "../../shared/word_list";
import { useInSight } from "../in_sight";
import { mergeAndFollow } from "./actions";
import type { Desk } from "./desk";
import { say } from "./texts/words";

const MOST = 8;

export function MergeInto({ desk, row }: { desk: Desk; row: WordRow }) {
    const [search, setSearch] = useState("");
    const field = useRef<HTMLInputElement>(null);
    const form = useInSight<HTMLFormElement>();
    useEffect(() => {
        field.current?.focus({ preventScroll: true });
        void desk.load(true); // (what is searched for may be beyond the first hundred)
    }, []);
    const suggested = (row.suggestions ?? []).map(({ word }) => word);
    const targets = mergeTargets(desk.rows, new Set([row.word]), search, suggested).slice(0, MOST);
    const choose = (into: WordRow) => mergeAndFollow(desk, row, into);
    const submit = (event: Event) => {
        event.preventDefault();
        if (search.trim() !== "" && targets[0]) void choose(targets[0]);
    };
    return (
        <form class="words-merge" ref={form} onSubmit={submit}>
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
