// A seat as it is written: what it is called, and what whoever sits there is by sitting there.
import type { Seat } from "../../shared/entries";
import { sittingAt } from "../../shared/seats";
import type { Live } from "../../shared/view/live";
import { formOf, type Form } from "../draft";
import { SelectField, TextField } from "../field";
import { say } from "./texts/seats";
import { say as sayThings } from "./texts/things";
import { ThingForm } from "./thing_form";
import { changeThing, contentOf, removeThing } from "./things";

interface SeatValues {
    title: string;
    role: string;
    level: string;
    organisation: string;
}

export function SeatForm({ live, seat, leave }: { live: Live; seat: Seat; leave(): void }) {
    const { title, role = "", level = "", organisation = "" } = seat;
    const form = formOf<SeatValues>(`seat ${seat.id}`, { title, role, level, organisation });
    const { named, unnamed } = sittingAt(live.all("participant"), seat.id);
    const save = (sent: SeatValues) => {
        const content = contentOf("seat", { ...sent, title: sent.title.trim() });
        return changeThing(live, "seat", seat, content, sayThings("changed", { title: content.title }));
    };
    return (
        <ThingForm
            live={live}
            form={form}
            isSound={form.values.title.trim() !== ""}
            save={save}
            remove={() => removeThing(live, "seat", seat, sayThings("removed", { title }))}
            stays={named.length + unnamed > 0 ? say("stays") : undefined}
            leave={leave}
        >
            {(isChecked) => <Fields live={live} form={form} isChecked={isChecked} />}
        </ThingForm>
    );
}

function Fields({ live, form: { values, change }, isChecked }: { live: Live; form: Form<SeatValues>; isChecked: boolean }) {
    const { roles = [], levels = [], organisations = [] } = live.profile ?? {};
    const lists = [
        { name: "role", rows: roles },
        { name: "level", rows: levels },
        { name: "organisation", rows: organisations },
    ] as const;
    return (
        <>
            <TextField
                label={say("title")}
                error={isChecked && values.title.trim() === "" ? say("title_missing") : undefined}
                longest={80}
                value={values.title}
                change={(title) => change({ title })}
            />
            <div class="row">
                {lists
                    .filter(({ rows }) => rows.length > 0)
                    .map(({ name, rows }) => (
                        <SelectField
                            key={name}
                            label={say(name)}
                            value={values[name]}
                            options={[{ value: "", label: say("none") }, ...rows.map((row) => ({ value: row.id, label: row.name }))]}
                            change={(value) => change({ [name]: value })}
                        />
                    ))}
            </div>
        </>
    );
}
