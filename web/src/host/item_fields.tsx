// What is said of any item of the programme: its name, how long it takes, what it is about, and what goes with its form.
import type { ItemForm as ItemKind } from "../generated/types";
import { bearsRounds, inOrder } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import type { Form } from "./draft";
import { NumberField, SelectField, TextArea, TextField } from "./field";
import type { ItemSettings } from "./item_steps";
import { say } from "./texts/agenda";
import { say as sayPlan } from "./texts/plan";

export const LONGEST_TITLE = 200;

const plainForms: readonly ItemKind[] = ["checkin", "since", "lecture", "film", "break", "talk", "checkout"];
export const isMinutes = (minutes: number) => Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440;

type FieldsProps = { form: Form<ItemSettings>; isRound: boolean; hasRounds: boolean; hasStudies: boolean; isChecked: boolean };

export function ItemFields({ form: { values, change }, isRound, hasRounds, hasStudies, isChecked }: FieldsProps) {
    const missing = isChecked && values.title.trim() === "" ? sayPlan("title_missing") : undefined;
    return (
        <div class="row">
            <TextField
                label={say("title")}
                error={missing}
                class="wide"
                longest={LONGEST_TITLE}
                value={values.title}
                change={(value) => change({ title: value })}
            />
            <NumberField
                label={say("minutes")}
                least={0}
                most={1440}
                value={values.minutes}
                change={(minutes) => change({ minutes })}
                error={isChecked && !isMinutes(values.minutes) ? say("problem_minutes") : undefined}
            />
            {!isRound && (
                <SelectField
                    label={say("form")}
                    value={values.form}
                    hint={hasRounds ? say("form_with_rounds") : undefined}
                    options={[...plainForms, ...(hasStudies || values.form === "research" ? (["research"] as const) : [])].filter((form) => !hasRounds || bearsRounds(form)).map((value) => ({ value, label: say(`form_${value}`) }))}
                    change={(form) => change({ form })}
                />
            )}
        </div>
    );
}

export function AboutField({ form: { values, change } }: Pick<FieldsProps, "form">) {
    return (
        <TextArea
            label={say("about")}
            hint={say("about_hint")}
            rows={2}
            longest={2000}
            value={values.about}
            change={(value) => change({ about: value })}
        />
    );
}

export function CueField({ form: { values, change } }: Pick<FieldsProps, "form">) {
    return (
        <TextArea label={say("cue")} hint={say("cue_hint")} rows={2} longest={2000} value={values.cue} change={(value) => change({ cue: value })} />
    );
}

// What a researcher makes of it afterwards, in a few sentences for everybody.
export function SummaryField({ form: { values, change } }: Pick<FieldsProps, "form">) {
    return (
        <TextArea
            label={say("summary")}
            hint={say("summary_hint")}
            rows={3}
            longest={2000}
            value={values.summary}
            change={(value) => change({ summary: value })}
        />
    );
}

// None is all of them.
export function StudiesField({ live, form: { values, change } }: Pick<FieldsProps, "form"> & { live: Live }) {
    const tick = (id: string, isOn: boolean) => change({ studies: [...values.studies.filter((one) => one !== id), ...(isOn ? [id] : [])] });
    return (
        <fieldset class="plain">
            <legend>{say("item_studies")}</legend>
            {inOrder(live.all("study")).map(({ id, title }) => (
                <label key={id} class="tick">
                    <input type="checkbox" checked={values.studies.includes(id)} onChange={(event) => tick(id, event.currentTarget.checked)} />
                    <span lang={live.tongue}>{title}</span>
                </label>
            ))}
            <small>{say("item_studies_hint")}</small>
        </fieldset>
    );
}
