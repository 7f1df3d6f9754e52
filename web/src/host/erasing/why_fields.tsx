// Why something is erased, and who decided it: what is left to be told of it afterwards.
import { useState } from "preact/hooks";
import { TextField } from "../field";
import { say } from "./texts/erasing";

export interface Why {
    reason: string;
    decision: string;
    reference: string;
}

export interface WhyForm {
    values: Why;
    change(more: Partial<Why>): void;
    isChecked: boolean;
    // What is sent; nothing where something is missing, which is said from then on.
    check(): { reason: string; decision: string; reference?: string } | undefined;
}

export function useWhy(): WhyForm {
    const [values, setValues] = useState<Why>({ reason: "", decision: "", reference: "" });
    const [isChecked, setChecked] = useState(false);
    const check = () => {
        const [reason, decision, reference] = [values.reason.trim(), values.decision.trim(), values.reference.trim()];
        setChecked(true);
        return reason && decision ? { reason, decision, ...(reference ? { reference } : {}) } : undefined;
    };
    return { values, change: (more) => setValues({ ...values, ...more }), isChecked, check };
}

export function WhyFields({ form: { values, change, isChecked } }: { form: WhyForm }) {
    const wrong = (text: string) => (isChecked && text.trim() === "" ? say("missing") : undefined);
    return (
        <>
            <TextField
                label={say("reason")}
                hint={say("reason_hint")}
                error={wrong(values.reason)}
                longest={300}
                value={values.reason}
                change={(reason) => change({ reason })}
            />
            <TextField
                label={say("decision")}
                error={wrong(values.decision)}
                longest={200}
                value={values.decision}
                change={(decision) => change({ decision })}
            />
            <TextField label={say("reference")} longest={100} value={values.reference} change={(reference) => change({ reference })} />
        </>
    );
}
