// One of few: each with a sentence of what it means, and why it cannot be chosen where it cannot.
import { useId } from "preact/hooks";

export interface Option<V extends string> {
    value: V;
    label: string;
    hint?: string;
    isOff?: boolean;
}

type ChoiceProps<V extends string> = {
    legend: string;
    value: V;
    options: readonly Option<V>[];
    hint?: string | undefined;
    isFixed?: boolean;
    change(value: V): void;
};

export function Choice<V extends string>({ legend, value, options, hint, isFixed = false, change }: ChoiceProps<V>) {
    const id = useId();
    return (
        <fieldset class="plain choice" aria-describedby={hint ? `${id}-hint` : undefined}>
            <legend>{legend}</legend>
            {options.map((option) => (
                <div key={option.value} class="choice-row">
                    <input
                        type="radio"
                        id={`${id}-${option.value}`}
                        name={id}
                        checked={option.value === value}
                        disabled={(isFixed || option.isOff === true) && option.value !== value}
                        aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
                        onChange={() => change(option.value)}
                    />
                    <div>
                        <label for={`${id}-${option.value}`}>{option.label}</label>
                        {option.hint && <small id={`${id}-${option.value}-hint`}>{option.hint}</small>}
                    </div>
                </div>
            ))}
            {hint && <small id={`${id}-hint`}>{hint}</small>}
        </fieldset>
    );
}
