// Material as it is written: a link, what it is called, a line about it, and what it belongs to.
import { useRef, useState } from "preact/hooks";
import type { Reason } from "../../generated/types";
import { programmeOf } from "../../shared/meeting";
import type { Material } from "./material_groups";
import type { RefusedCommand } from "../../shared/outbox_storage";
import { announce } from "../../shared/view/announcer";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { formOf, type Form } from "../draft";
import { Field, TextField, goToWrong } from "../field";
import { isSound, materialFrom, noMaterial, valuesOf, type MaterialValues } from "./material_values";
import { say } from "./texts/materials";
import { say as sayThings } from "./texts/things";
import { ThingForm } from "./thing_form";
import { addThing, changeThing, contentOf, removeThing } from "./things";

// What the server does not take as a link: nothing else of it can be wrong in that way.
const sayWhy = (reason: Reason) => (reason === "bad_fields" ? say("bad_link") : sayReason(reason));

type FormProps = { live: Live; material: Material; leave(): void };

export function MaterialForm({ live, material, leave }: FormProps) {
    const form = formOf<MaterialValues>(`material ${material.id}`, valuesOf(material));
    const save = (sent: MaterialValues) => {
        const content = contentOf("material", materialFrom(sent, live.session.store.all("item")));
        return changeThing(live, "material", material, content, sayThings("changed", { title: content.title }));
    };
    const remove = () => removeThing(live, "material", material, sayThings("removed", { title: material.title }));
    return (
        <ThingForm live={live} form={form} isSound={isSound(form.values)} save={save} remove={remove} sayWhy={sayWhy} leave={leave}>
            {(isChecked) => <Fields live={live} form={form} isChecked={isChecked} />}
        </ThingForm>
    );
}

type FieldsProps = { live: Live; form: Form<MaterialValues>; isChecked: boolean };

function Fields({ live, form: { values, change }, isChecked }: FieldsProps) {
    return (
        <>
            <div class="row">
                <TextField
                    label={say("url")}
                    error={isChecked && !isSound(values) ? say("url_missing") : undefined}
                    class="wide"
                    longest={1000}
                    value={values.url}
                    change={(url) => change({ url })}
                />
                <TextField label={say("title")} hint={say("title_hint")} longest={200} value={values.title} change={(title) => change({ title })} />
            </div>
            <div class="row">
                <TextField label={say("about")} class="wide" longest={2000} value={values.about} change={(about) => change({ about })} />
                <PlaceField live={live} value={values.place} change={(place) => change({ place })} />
            </div>
        </>
    );
}

function PlaceField({ live, value, change }: { live: Live; value: string; change(value: string): void }) {
    const sessions = live.all("session").sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    const items = live.all("item");
    return (
        <Field label={say("place")}>
            {(attributes) => (
                <select {...attributes} value={value} onChange={(event) => change(event.currentTarget.value)}>
                    <option value="">{say("place_all")}</option>
                    {sessions.map(({ id, title }) => (
                        <optgroup key={id} label={title}>
                            <option value={id}>{say("place_session", { title })}</option>
                            {programmeOf(items, id).map((item) => (
                                <option key={item.id} value={item.id}>
                                    {item.title}
                                </option>
                            ))}
                        </optgroup>
                    ))}
                </select>
            )}
        </Field>
    );
}

export function AddMaterial({ live, list }: { live: Live; list(): Material[] }) {
    const [isChecked, setChecked] = useState(false);
    const [refused, setRefused] = useState<RefusedCommand>();
    const box = useRef<HTMLFormElement>(null);
    const form = formOf<MaterialValues>("new material", noMaterial);
    const isOff = !canAct(live);
    const add = async (event: Event) => {
        event.preventDefault();
        setChecked(true);
        if (isOff) return;
        if (!isSound(form.values)) return goToWrong(event.currentTarget);
        const sent = form.values;
        const content = contentOf("material", materialFrom(sent, live.session.store.all("item")));
        const done = sayThings("added", { title: content.title });
        const outcome = await addThing(live, "material", { list, content, done });
        setRefused(outcome.refused);
        if (outcome.refused) return;
        form.saved(sent);
        form.drop();
        setChecked(false);
        announce(done);
        box.current?.querySelector("input")?.focus();
    };
    return (
        <form ref={box} class="carry-form carry-new" onSubmit={(event) => void add(event)} noValidate>
            <h2>{say("add_title")}</h2>
            <Fields live={live} form={form} isChecked={isChecked} />
            {refused && (
                <p class="said wrong" role="alert">
                    {sayWhy(refused.reason)}
                </p>
            )}
            <p class="actions">
                <button class={form.isDirty ? "primary" : ""} disabled={isOff}>
                    {sayThings("add")}
                </button>
            </p>
        </form>
    );
}
