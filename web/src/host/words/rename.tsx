// What a row is called; without a name it is called as most people wrote it. Two rows of one name nobody could tell apart:
// they are merged instead.
import { useEffect, useRef, useState } from "preact/hooks";
import type { WordRow } from "../../generated/types";
import { labelled } from "../../shared/word_list";
import { useInSight } from "../in_sight";
import { mergeAndFollow, rename } from "./actions";
import type { Desk } from "./desk";
import { say } from "./texts/words";

export function Rename({ desk, row }: { desk: Desk; row: WordRow }) {
    const [name, setName] = useState(row.label);
    const field = useRef<HTMLInputElement>(null);
    const form = useInSight<HTMLFormElement>();
    useEffect(() => {
        field.current?.focus({ preventScroll: true });
        field.current?.select();
        void desk.load(true); // (who is called so already may be beyond the first hundred)
    }, []);
    const same = labelled(desk.rows, name, row.word);
    const close = () => (desk.work.value = undefined);
    const save = async (label: string) => {
        if (label === row.label || (await rename(desk, row, label))) close();
    };
    const submit = (event: Event) => {
        event.preventDefault();
        if (!desk.canAct || name.trim() === "") return;
        void (same ? mergeAndFollow(desk, row, same) : save(name.trim()));
    };
    return (
        <form class="words-rename" ref={form} onSubmit={submit}>
            <label>
                {say("rename_label", { label: row.label })}
                <input
                    ref={field}
                    value={name}
                    maxLength={80}
                    autoComplete="off"
                    onInput={(event) => setName(event.currentTarget.value)}
                />
            </label>
            <p class="meta" role="status">
                {same && say("rename_there", { n: same.persons })}
            </p>
            <p class="words-row-buttons">
                <button class="primary" disabled={!desk.canAct || name.trim() === ""}>
                    {same ? say("rename_merge", { label: same.label }) : say("save")}
                </button>
                {(row.forms?.length ?? 0) > 0 && (
                    <button type="button" disabled={!desk.canAct} onClick={() => void save("")}>
                        {say("rename_reset")}
                    </button>
                )}
                <button type="button" class="quiet" onClick={close}>
                    {say("cancel")}
                </button>
            </p>
        </form>
    );
}
