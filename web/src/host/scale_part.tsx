// What a scale asks: statements, and the steps in which people take a stand on them.
import type { Result } from "../generated/types";
import { LEAST_STEPS, mayShow, MOST_STEPS } from "../shared/round_settings";
import { SelectField, TextField } from "./field";
import { NameList } from "./name_list";
import type { PartProps } from "./round_form";
import { SightChoice } from "./sight_choice";
import { say } from "./texts/agenda";

const results: readonly Result[] = ["hidden", "open"];
const stepCounts = Array.from({ length: MOST_STEPS - LEAST_STEPS + 1 }, (_, i) => LEAST_STEPS + i);
const LONGEST_END = 80;

export function ScalePart(props: PartProps) {
    return (
        <>
            <Statements {...props} />
            <Steps {...props} />
            <WhenSeen {...props} />
        </>
    );
}

function Statements({ round, answered, problem, form: { values, change } }: PartProps) {
    const kept = new Set(answered ? round?.scale?.statements.map(({ id }) => id) : []);
    return (
        <NameList
            legend={say("statements")}
            hint={say("statements_hint")}
            error={problem("statements")}
            rows={values.statements}
            most={50}
            longest={200}
            rowLabel={(n) => say("statement_row", { n })}
            addLabel={say("statement_add")}
            make={(named) => named}
            change={(statements) => change({ statements })}
            isLocked={({ id }) => kept.has(id)}
            isFixed={({ id }) => kept.has(id)}
        />
    );
}

function Steps({ fixed, form: { values, change } }: PartProps) {
    const why = (setting: "steps" | "low" | "high") => (fixed.has(setting) ? say("fixed") : undefined);
    return (
        <>
            <SelectField
                label={say("steps")}
                hint={why("steps")}
                value={String(values.steps)}
                options={stepCounts.map((n) => ({ value: String(n), label: say("steps_n", { n }) }))}
                isOff={fixed.has("steps")}
                change={(steps) => change({ steps: Number(steps) })}
            />
            <div class="row">
                <TextField
                    label={say("low")}
                    hint={why("low") ?? say("low_hint")}
                    longest={LONGEST_END}
                    isFixed={fixed.has("low")}
                    value={values.low}
                    change={(low) => change({ low })}
                />
                <TextField
                    label={say("high")}
                    hint={why("high") ?? say("high_hint")}
                    longest={LONGEST_END}
                    isFixed={fixed.has("high")}
                    value={values.high}
                    change={(high) => change({ high })}
                />
            </div>
        </>
    );
}

function WhenSeen({ round, answered, form: { values, change } }: PartProps) {
    return (
        <SightChoice
            legend={say("result")}
            values={results}
            value={values.result}
            answered={answered}
            textOf={(value) => ({ label: say(`result_scale_${value}`), hint: say(`result_scale_${value}_hint`) })}
            mayBe={(value) => mayShow(round, answered, value)}
            change={(result) => change({ result })}
        />
    );
}
