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
            {children({ id, ...(described ? { "aria-describedby": described } : {}), ...(error ? { "aria-invalid": true } : {}) })}
            {hint && <small id={`${id}-hint`}>{hint}</small>}
            {error && <span id={`${id}-error`} class="said wrong" role="alert">{error}</span>}
        </div>
    );
}

type NumberProps = { label: string; hint?: string; error: string | undefined; least: number; most: number; value: number; change(value: number): void };

export function NumberField({ label, hint, error, least, most, value, change }: NumberProps) {
    return (
        <Field label={label} hint={hint} error={error} class="number">
            {(attributes) => (
                <input {...attributes} type="number" inputMode="numeric" min={least} max={most} step={1} value={Number.isNaN(value) ? "" : value}
                    onInput={(event) => change(event.currentTarget.value === "" ? NaN : Number(event.currentTarget.value))} />
            )}
        </Field>
    );
}
