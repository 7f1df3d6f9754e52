// What a round of notes asks besides: in which form people answer, how many notes, and whether others can support them.
import { partnersOf } from "../shared/round_settings";
import { NumberField, SelectField, TickField } from "./field";
import type { PartProps } from "./round_form";
import { say } from "./texts/agenda";

export function NotesPart(props: PartProps) {
    return (
        <>
            <Supports {...props} />
            <NotesMore {...props} />
        </>
    );
}

function Supports({ form: { values, change } }: PartProps) {
    const hint = say(values.visibility === "all" ? "supports_hint" : "supports_hint_later");
    return <TickField label={say("supports")} hint={hint} value={values.supports} change={(supports) => change({ supports })} />;
}

function NotesMore(props: PartProps) {
    const {
        fixed,
        problem,
        form: { values, change },
    } = props;
    const label = (n: number) => (n < 2 ? say(n === 0 ? "fields_0" : "fields_1") : say("fields_n", { n }));
    return (
        <details class="more" open={values.scope !== "" || values.fields > 0 || values.cap > 0 || problem("cap") !== undefined}>
            <summary>{say("more")}</summary>
            <div class="stack">
                <SelectField
                    label={say("fields")}
                    hint={fixed.has("fields") ? say("fixed") : undefined}
                    value={String(values.fields)}
                    options={[0, 1, 2, 3].map((n) => ({ value: String(n), label: label(n) }))}
                    isOff={fixed.has("fields")}
                    change={(fields) => change({ fields: Number(fields) })}
                />
                <NumberField
                    label={say("cap")}
                    hint={say("cap_hint")}
                    error={problem("cap")}
                    least={0}
                    most={300}
                    value={values.cap}
                    change={(cap) => change({ cap })}
                />
                <CountedTogether {...props} />
            </div>
        </details>
    );
}

function CountedTogether({ live, round, fixed, answered, form: { values, change } }: PartProps) {
    const others = partnersOf(
        round,
        live.all("round").filter((other) => !other.removed && live.find("session", other.session)),
    );
    const isFixed = fixed.has("scope") || values.authorship !== "anonymous";
    const hint = isFixed
        ? say(values.authorship !== "anonymous" ? "scope_named" : answered ? "fixed" : "fixed_opened")
        : say("scope_hint");
    const shared = live.all("round").find((other) => other.id !== round?.id && (other.scope ?? other.id) === values.scope);
    const known = shared && !others.includes(shared) ? [shared, ...others] : others;
    const once = known.filter((other, i) => known.findIndex((one) => (one.scope ?? one.id) === (other.scope ?? other.id)) === i);
    const options = [
        { value: "", label: say("scope_none") },
        ...once.map((other) => ({ value: other.scope ?? other.id, label: other.question })),
    ];
    return (
        <SelectField
            label={say("scope")}
            hint={hint}
            value={values.scope}
            options={options}
            isOff={isFixed}
            change={(scope) => change({ scope })}
        />
    );
}
