// A field with its name, what it is for, and what is wrong with it: each said once, and to screen readers in that order.
import type { VNode } from "preact";
import { useId } from "preact/hooks";

interface FieldAttributes {
    id: string;
    "aria-describedby"?: string;
    "aria-invalid"?: boolean;
}

type FieldProps = {
    label: string;
    hint?: string | undefined;
    error?: string | undefined;
    class?: string;
    children(attributes: FieldAttributes): VNode;
};

export function Field({ label, hint, error, class: more, children }: FieldProps) {
    const id = useId();
    const described = [hint && `${id}-hint`, error && `${id}-error`].filter((part) => part).join(" ");
    return (
        <div class={`field ${more ?? ""}`}>
            <label for={id}>{label}</label>
            {children({
                id,
                ...(described ? { "aria-describedby": described } : {}),
                ...(error ? { "aria-invalid": true } : {}),
            })}
            {hint && <small id={`${id}-hint`}>{hint}</small>}
            {error && (
                <span id={`${id}-error`} class="said wrong" role="alert">
                    {error}
                </span>
            )}
        </div>
    );
}

type NumberProps = {
    label: string;
    hint?: string;
    error: string | undefined;
    least: number;
    most: number;
    value: number;
    change(value: number): void;
};

export function NumberField({ label, hint, error, least, most, value, change }: NumberProps) {
    return (
        <Field label={label} hint={hint} error={error} class="number">
            {(attributes) => (
                <input
                    {...attributes}
                    type="number"
                    inputMode="numeric"
                    min={least}
                    max={most}
                    step={1}
                    value={Number.isNaN(value) ? "" : value}
                    onInput={(event) => change(event.currentTarget.value === "" ? NaN : Number(event.currentTarget.value))}
                />
            )}
        </Field>
    );
}

type TextProps = {
    label: string;
    hint?: string | undefined;
    error?: string | undefined;
    type?: "text" | "date" | "time" | "search";
    class?: string;
    longest?: number;
    isFixed?: boolean;
    value: string;
    change(value: string): void;
};

export function TextField({ label, hint, error, type = "text", class: more, longest, isFixed, value, change }: TextProps) {
    return (
        <Field label={label} hint={hint} error={error} {...(more ? { class: more } : {})}>
            {(attributes) => (
                <input
                    {...attributes}
                    type={type}
                    maxLength={longest}
                    readOnly={isFixed}
                    value={value}
                    onInput={(event) => change(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}

type AreaProps = Omit<TextProps, "type" | "isFixed"> & { rows: number; inputClass?: string };

// What is already written there shows whole, unless it is very long.
const MOST_LINES = 8;
const LINE = 64;
const linesOf = (text: string) => text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);

export function TextArea({ label, hint, error, longest, rows, inputClass, value, change }: AreaProps) {
    return (
        <Field label={label} hint={hint} error={error}>
            {(attributes) => (
                <textarea
                    {...attributes}
                    class={inputClass}
                    rows={Math.max(rows, Math.min(linesOf(value), MOST_LINES))}
                    maxLength={longest}
                    value={value}
                    onInput={(event) => change(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}

type SelectProps<V extends string> = {
    label: string;
    hint?: string | undefined;
    value: V;
    options: readonly { value: V; label: string }[];
    isOff?: boolean;
    change(value: V): void;
};

export function SelectField<V extends string>({ label, hint, value, options, isOff = false, change }: SelectProps<V>) {
    return (
        <Field label={label} hint={hint}>
            {(attributes) => (
                <select
                    {...attributes}
                    value={value}
                    disabled={isOff}
                    onChange={(event) => change(event.currentTarget.value as V)}
                >
                    {options.map((option) => (
                        <option key={option.value} value={option.value}>
                            {option.label}
                        </option>
                    ))}
                </select>
            )}
        </Field>
    );
}

type TickProps = { label: string; hint: string; value: boolean; isOff?: boolean; change(value: boolean): void };

export function TickField({ label, hint, value, isOff = false, change }: TickProps) {
    const id = useId();
    return (
        <div class="choice-row">
            <input
                type="checkbox"
                id={id}
                checked={value}
                disabled={isOff}
                aria-describedby={`${id}-hint`}
                onChange={(event) => change(event.currentTarget.checked)}
            />
            <div>
                <label for={id}>{label}</label>
                <small id={`${id}-hint`} class="hint">
                    {hint}
                </small>
            </div>
        </div>
    );
}

// Once what is wrong is said: to the first of it, for who does not see the page at once.
export function goToWrong(form: EventTarget | null): void {
    const find = () => form instanceof HTMLElement && form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    requestAnimationFrame(find);
}
