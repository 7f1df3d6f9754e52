// Who sees what, and when: each with what it means. Once somebody has answered under one, those that show more are off.
import { Choice } from "./choice";
import { say } from "./texts/agenda";

interface SightChoiceProps<V extends string> {
    legend: string;
    values: readonly V[];
    value: V;
    answered: boolean;
    textOf(value: V): { label: string; hint: string };
    mayBe(value: V): boolean;
    change(value: V): void;
}

export function SightChoice<V extends string>({ legend, values, value, answered, textOf, mayBe, change }: SightChoiceProps<V>) {
    const options = values.map((one) => ({ value: one, ...textOf(one), isOff: !mayBe(one) }));
    return <Choice legend={legend} value={value} options={options} change={change} hint={answered ? say("tighter") : undefined} />;
}
