// What everybody is told about what becomes of their data. Where nothing is said yet, there is a text to begin from.
import { useState } from "preact/hooks";
import type { EntityOf } from "../../shared/store";
import { newId } from "../../shared/ids";
import type { Live } from "../../shared/view/live";
import { formOf } from "../draft";
import { TextArea, TextField, goToWrong } from "../field";
import { SaveBar, useSaving } from "../save_bar";
import { putUndoably } from "../saved_steps";
import { begin, say } from "./texts/information";

const names = ["text", "responsible", "contact", "kept", "rights"] as const;
type Values = Record<(typeof names)[number], string>;
type Known = EntityOf<"information"> | undefined;

const valuesOf = (known: Partial<Values> | undefined) => Object.fromEntries(names.map((name) => [name, (known?.[name] ?? "").trim()])) as Values;
const isEmpty = (values: Values) => names.every((name) => values[name].trim() === "");

// Without what is not said.
function saidOf(values: Values): Pick<Values, "text"> & Partial<Values> {
    return Object.fromEntries(names.filter((name) => values[name] !== "").map((name) => [name, values[name]])) as Pick<Values, "text"> & Partial<Values>;
}

function save(live: Live, known: Known, values: Values) {
    const id = known?.id ?? newId();
    const now = () => live.session.store.all("information")[0];
    const saved = valuesOf(values);
    return putUndoably(live, {
        done: say("done"),
        method: "information.put",
        params: { id, base: known?.seq ?? 0, ...saidOf(saved) },
        back: () => {
            const there = now();
            return there && { id, base: there.seq, ...saidOf(valuesOf(known ?? there)), ...(known ? {} : { removed: true }) };
        },
        now: () => valuesOf(now()),
        saved,
    });
}

export function InformationForm({ live }: { live: Live }) {
    const [isChecked, setChecked] = useState(false);
    const saving = useSaving();
    const [known] = live.all("information");
    const form = formOf<Values>(`information ${live.process!.id}`, valuesOf(known));
    const { values, change } = form;
    const isMissing = values.text.trim() === "";
    const submit = (event: Event) => {
        event.preventDefault();
        setChecked(true);
        if (isMissing) return goToWrong(event.currentTarget);
        const sent = values;
        void saving.run(async () => {
            const refused = await save(live, known, sent);
            if (!refused) form.saved(sent);
            return refused;
        });
    };
    return (
        <form class="stack narrow" onSubmit={submit} noValidate>
            <h2>{say("heading")}</h2>
            <p class="meta">{say("lead")}</p>
            {isEmpty(values) && (
                <p>
                    <button type="button" onClick={() => change(begin(live.tongue ?? "sv"))}>
                        {say("begin")}
                    </button>
                </p>
            )}
            <TextArea
                label={say("text")}
                hint={say("text_hint")}
                error={isChecked && isMissing ? say("text_missing") : undefined}
                rows={6}
                longest={8000}
                value={values.text}
                change={(text) => change({ text })}
            />
            <TextField label={say("responsible")} longest={200} value={values.responsible} change={(responsible) => change({ responsible })} />
            <TextField label={say("contact")} longest={200} value={values.contact} change={(contact) => change({ contact })} />
            <TextArea label={say("kept")} rows={2} longest={2000} value={values.kept} change={(kept) => change({ kept })} />
            <TextArea label={say("rights")} rows={3} longest={2000} value={values.rights} change={(rights) => change({ rights })} />
            <SaveBar live={live} forms={[form]} saving={saving} />
        </form>
    );
}
