// An entry as it is edited.
import type { EntryBasis } from "../../generated/types";
import { entryForms, fieldsOf, type Entry, type EntryField } from "../../shared/entries";
import { inOrder } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { say as sayCarried } from "../../shared/view/texts/carried";
import { formOf, type Form } from "../draft";
import { SelectField, TextArea, TextField } from "../field";
import type { Desk } from "./desk";
import { removeEntry, saveEntry } from "./entry_steps";
import { entryFrom, valuesOf, type EntryValues } from "./entry_values";
import { say } from "./texts/entries";
import { ThingForm } from "./thing_form";
import { contentOf } from "./things";

type FormProps = { live: Live; entry: Entry; desk: Desk; leave(): void };

export function EntryForm({ live, entry, desk, leave }: FormProps) {
    const form = formOf<EntryValues>(`entry ${entry.id}`, valuesOf(entry, live.zone));
    const isEmpty = form.values.text.trim() === "";
    const save = (sent: EntryValues) => {
        desk.hold(entry.id);
        return saveEntry(live, entry, contentOf("entry", entryFrom(sent, entry, live.zone)));
    };
    return (
        <ThingForm live={live} form={form} isSound={!isEmpty} save={save} remove={() => removeEntry(live, entry)} leave={leave}>
            {(isChecked) => (
                <>
                    <TextArea
                        label={say("text")}
                        error={isChecked && isEmpty ? say("text_missing") : undefined}
                        rows={2}
                        longest={1000}
                        value={form.values.text}
                        change={(text) => form.change({ text })}
                    />
                    <Fields live={live} entry={entry} form={form} />
                </>
            )}
        </ThingForm>
    );
}

const bases: readonly EntryBasis[] = ["none", "experience", "research"];

function Fields({ live, entry, form }: { live: Live; entry: Entry; form: Form<EntryValues> }) {
    const { values, change } = form;
    const shown = fieldsOf(values.form);
    const has = (field: EntryField) => shown.includes(field);
    const place = values.form === "trial" ? "trial" : "message";
    return (
        <>
            <div class="row">
                {has("recipient") && (
                    <TextField label={say(`recipient_${place}`)} longest={200} value={values.recipient} change={(recipient) => change({ recipient })} />
                )}
                {has("owner") && (
                    <TextField label={say("owner")} hint={say("owner_hint")} longest={80} value={values.owner} change={(owner) => change({ owner })} />
                )}
                {has("owner") && <SeatField live={live} values={values} change={change} />}
                {has("until") && <TextField label={say("until")} type="date" value={values.until} change={(until) => change({ until })} />}
                {has("basis") && (
                    <SelectField
                        label={say("basis")}
                        value={values.basis}
                        options={bases.map((value) => ({ value, label: say(`basis_${value}`) }))}
                        change={(basis) => change({ basis })}
                    />
                )}
                {has("reference") && (
                    <TextField label={say("reference")} hint={say("reference_hint")} longest={200} value={values.reference} change={(reference) => change({ reference })} />
                )}
            </div>
            <Outcomes values={values} change={change} isClosed={entry.state === "closed"} />
            <SelectField
                label={say("list")}
                value={values.form}
                options={entryForms.map((value) => ({ value, label: sayCarried(`list_${value}`) }))}
                change={(to) => change({ form: to })}
            />
        </>
    );
}

type PartProps = Pick<Form<EntryValues>, "values" | "change">;

function SeatField({ live, values, change }: PartProps & { live: Live }) {
    const seats = inOrder(live.all("seat"));
    if (seats.length === 0) return null;
    const options = [{ value: "", label: say("seat_none") }, ...seats.map(({ id, title }) => ({ value: id, label: title }))];
    return <SelectField label={say("seat")} value={values.seat} options={options} change={(seat) => change({ seat })} />;
}

function Outcomes({ values, change, isClosed }: PartProps & { isClosed: boolean }) {
    const { form } = values;
    return (
        <>
            {form !== "known" && (
                <TextArea label={say(`outcome_${form}`)} rows={2} longest={1000} value={values.outcome} change={(outcome) => change({ outcome })} />
            )}
            {form === "trial" && (
                <TextArea label={say("learnt")} rows={2} longest={1000} value={values.learnt} change={(learnt) => change({ learnt })} />
            )}
            {isClosed && <TextField label={say("word")} longest={200} value={values.word} change={(word) => change({ word })} />}
        </>
    );
}
