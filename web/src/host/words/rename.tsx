// What a row is called; without a name it is called as most people wrote it.
import { useEffect, useRef, useState } from "preact/hooks";
import type { WordRow } from "../../generated/types";
import { rename } from "./actions";
import type { Desk } from "./desk";
import { say } from "./texts/words";

export function Rename({ desk, row }: { desk: Desk; row: WordRow }) {
    const [name, setName] = useState(row.label);
    const field = useRef<HTMLInputElement>(null);
    useEffect(() => field.current?.select(), []);
    const close = () => (desk.work.value = undefined);
    const save = async (label: string) => {
        if (label === row.label || (await rename(desk, row, label))) close();
    };
    const submit = (event: Event) => {
        event.preventDefault();
        if (desk.canAct && name.trim() !== "") void save(name.trim());
    };
    return (
        <form class="words-rename" onSubmit={submit}>
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
            <p class="words-row-buttons">
                <button class="primary" disabled={!desk.canAct || name.trim() === ""}>
                    {say("save")}
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
