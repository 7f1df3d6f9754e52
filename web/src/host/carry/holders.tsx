// Who holds a seat, and who did: a name, from when to when, and whether they stand in for somebody.
import { useState } from "preact/hooks";
import type { Seat } from "../../shared/entries";
import { dayOf } from "../../shared/moments";
import { holdingsOf, type Holding } from "../../shared/seats";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { momentOf } from "../../shared/zone_time";
import { formOf } from "../draft";
import { TextField } from "../field";
import { AddLine } from "./add_line";
import { dayOfEnd, endOfDay } from "./entry_values";
import { useRowFocus } from "./row_focus";
import { say } from "./texts/seats";
import { say as sayThings } from "./texts/things";
import { ThingForm } from "./thing_form";
import { addHolding, changeThing, contentOf, removeThing } from "./things";

export function Holders({ live, seat }: { live: Live; seat: Seat }) {
    const [edited, setEdited] = useState<string>();
    const focus = useRowFocus();
    const leave = (id: string) => {
        setEdited(undefined);
        focus.on(id);
    };
    return (
        <section class="carry-holders">
            <h2>{say("holders")}</h2>
            <div ref={focus.box}>
                <ul class="carry-rows">
                    {holdingsOf(live.all("holding"), seat.id).map((holding) => (
                        <li key={holding.id} class={edited === holding.id ? "carry-row is-edited" : "carry-row is-plain"} data-row={holding.id}>
                            {edited === holding.id ? (
                                <HolderForm live={live} holding={holding} leave={() => leave(holding.id)} />
                            ) : (
                                <Shown live={live} holding={holding} edit={() => setEdited(holding.id)} />
                            )}
                        </li>
                    ))}
                </ul>
            </div>
            <AddLine
                live={live}
                name={`new holding ${seat.id}`}
                label={say("holder_add")}
                longest={80}
                add={(name) => addHolding(live, { seat: seat.id, name }, sayThings("added", { title: name }))}
                isStill
            />
        </section>
    );
}

function Shown({ live, holding: { name = "", from, until, deputy }, edit }: { live: Live; holding: Holding; edit(): void }) {
    const day = (moment: number) => dayOf(moment, live.zone, language.value);
    const facts = [deputy && say("deputy"), from && say("from", { day: day(from) }), until && say("until", { day: day(until) })];
    return (
        <>
            <div class="carry-said">
                <p class="carry-text">{name}</p>
                <p class="meta carry-facts">
                    {facts
                        .filter((fact) => fact)
                        .map((fact) => (
                            <span key={fact}>{fact}</span>
                        ))}
                </p>
            </div>
            <div class="carry-tools">
                <button type="button" class="quiet small" data-edit aria-label={sayThings("edit_this", { title: name })} onClick={edit}>
                    {sayThings("edit")}
                </button>
            </div>
        </>
    );
}

interface HolderValues {
    name: string;
    from: string; // days, or empty
    until: string;
    deputy: boolean;
}

// A moment whose day is the same stays as it is.
function holdingFrom(values: HolderValues, old: Holding, zone: string): Holding {
    const { from, until } = values;
    return {
        ...old,
        name: values.name.trim(),
        deputy: values.deputy,
        from: from === dayOfEnd(old.from, zone) ? (old.from ?? 0) : momentOf({ date: from, time: "00:00" }, zone),
        until: until === dayOfEnd(old.until, zone) ? (old.until ?? 0) : endOfDay(until, zone),
    };
}

function HolderForm({ live, holding, leave }: { live: Live; holding: Holding; leave(): void }) {
    const { zone } = live;
    const { name = "", deputy = false } = holding;
    const saved = { name, deputy, from: dayOfEnd(holding.from, zone), until: dayOfEnd(holding.until, zone) };
    const form = formOf<HolderValues>(`holding ${holding.id}`, saved);
    const { values, change } = form;
    const isNamed = values.name.trim() !== "";
    const isBackwards = values.from !== "" && values.until !== "" && values.until < values.from;
    const save = (sent: HolderValues) => {
        const content = contentOf("holding", holdingFrom(sent, holding, zone));
        return changeThing(live, "holding", holding, content, sayThings("changed", { title: content.name }));
    };
    const remove = () => removeThing(live, "holding", holding, sayThings("removed", { title: name }));
    return (
        <ThingForm live={live} form={form} isSound={isNamed && !isBackwards} save={save} remove={remove} leave={leave}>
            {(isChecked) => (
                <>
                    <TextField
                        label={say("holder_name")}
                        error={isChecked && !isNamed ? say("name_missing") : undefined}
                        longest={80}
                        value={values.name}
                        change={(to) => change({ name: to })}
                    />
                    <div class="row">
                        <TextField label={say("holder_from")} type="date" value={values.from} change={(from) => change({ from })} />
                        <TextField
                            label={say("holder_until")}
                            type="date"
                            error={isChecked && isBackwards ? say("until_wrong") : undefined}
                            value={values.until}
                            change={(until) => change({ until })}
                        />
                    </div>
                    <label class="tick">
                        <input type="checkbox" checked={values.deputy} onChange={(event) => change({ deputy: event.currentTarget.checked })} />
                        {say("deputy")}
                    </label>
                </>
            )}
        </ThingForm>
    );
}
