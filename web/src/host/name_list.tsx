// A list of names that is edited by keyboard and by pasting: Enter makes the next row, Backspace in an empty one takes it
// away, and lines that are pasted become rows.
import { useLayoutEffect, useRef } from "preact/hooks";
import { newId } from "../shared/ids";
import { cut, linesOf } from "../shared/lines";
import { pastedInto } from "../shared/pasted_rows";
import { say } from "./texts/list";

export interface NameRow {
    id: string;
    name: string;
}

type Props<R extends NameRow> = {
    legend: string;
    hint?: string | undefined;
    error?: string | undefined;
    rows: readonly R[];
    most: number;
    longest: number;
    // Of a line that is pasted, where `make` takes more of it than a name.
    longestPasted?: number;
    // What a row's field is called, by its number.
    rowLabel(number: number): string;
    addLabel: string;
    make(named: NameRow): R;
    change(rows: R[]): void;
    // Rows that are in use and stay; and whose names stay too.
    isLocked?(row: R): boolean;
    isFixed?(row: R): boolean;
    // Rows that nobody has written: what is pasted takes their place.
    isProposed?(row: R): boolean;
    // A second field of each row.
    more?(row: R, set: (row: R) => void, number: number): preact.ComponentChildren;
};

function useFocusOn(
    rows: string,
): [(id: string | undefined) => void, (id: string) => (element: HTMLInputElement | null) => void] {
    const wanted = useRef<string>();
    const inputs = useRef(new Map<string, HTMLInputElement>());
    // (Before anything more is typed.)
    useLayoutEffect(() => {
        if (wanted.current !== undefined) inputs.current.get(wanted.current)?.focus();
        wanted.current = undefined;
    }, [rows]);
    const register = (id: string) => (element: HTMLInputElement | null) => {
        if (element) inputs.current.set(id, element);
        else inputs.current.delete(id);
    };
    return [(id) => (wanted.current = id), register];
}

export function NameList<R extends NameRow>(props: Props<R>) {
    const { rows, most, longest, change, make, isLocked = () => false, isFixed = () => false, isProposed = () => false } = props;
    const put = (row: R) => change(rows.map((other) => (other.id === row.id ? row : other)));
    const [focusOn, register] = useFocusOn(rows.map(({ id }) => id).join(" "));
    const insert = (at: number) => {
        if (rows.length >= most) return;
        const made = make({ id: newId(), name: "" });
        focusOn(made.id);
        change([...rows.slice(0, at), made, ...rows.slice(at)]);
    };
    const remove = (index: number) => {
        focusOn(rows[index - 1]?.id ?? rows[index + 1]?.id);
        change(rows.filter((_, i) => i !== index));
    };
    const keyDown = (event: KeyboardEvent, index: number) => {
        if (event.isComposing) return;
        if (event.key === "Enter") {
            event.preventDefault();
            if (rows[index]!.name !== "") insert(index + 1);
        } else if (event.key === "Backspace" && rows[index]!.name === "" && !isLocked(rows[index]!)) {
            event.preventDefault();
            remove(index);
        }
    };
    const paste = (event: ClipboardEvent, index: number) => {
        const lines = linesOf(event.clipboardData?.getData("text/plain") ?? "", props.longestPasted ?? longest);
        if (lines.length < 2) return;
        event.preventDefault();
        const next = pastedInto({ rows, at: index, lines, most, make: (name, id = newId()) => make({ id, name }), isProposed, isLocked });
        focusOn(next.filter((row) => !rows.includes(row)).at(-1)?.id);
        change(next);
    };
    return (
        <fieldset class="plain name-list">
            <legend>{props.legend}</legend>
            {props.hint && <small>{props.hint}</small>}
            <ul>
                {rows.map((row, i) => (
                    <li key={row.id} class="name-row">
                        <input
                            ref={register(row.id)}
                            aria-label={props.rowLabel(i + 1)}
                            value={row.name}
                            maxLength={longest}
                            readOnly={isFixed(row)}
                            onInput={(event) => put({ ...row, name: cut(event.currentTarget.value, longest) })}
                            onKeyDown={(event) => keyDown(event, i)}
                            onPaste={(event) => paste(event, i)}
                        />
                        {props.more?.(row, put, i + 1)}
                        <button
                            type="button"
                            class="quiet icon"
                            disabled={isLocked(row)}
                            title={isLocked(row) ? say("locked") : undefined}
                            aria-label={row.name ? say("remove", { name: row.name }) : say("remove_empty")}
                            onClick={() => remove(i)}
                        >
                            <span aria-hidden="true">×</span>
                        </button>
                    </li>
                ))}
            </ul>
            {props.error && (
                <p class="said wrong" role="alert">
                    {props.error}
                </p>
            )}
            {rows.length >= most ? (
                <small>{say("full", { n: most })}</small>
            ) : (
                <p class="actions">
                    <button type="button" onClick={() => insert(rows.length)}>
                        {props.addLabel}
                    </button>
                    <small>{say("paste")}</small>
                </p>
            )}
        </fieldset>
    );
}
