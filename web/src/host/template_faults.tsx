// What is wrong with a template, and where in it: in the words that the page has for its parts.
import type { TemplateFault } from "../shared/template_check";
import type { Reason } from "../generated/types";
import { sayReason } from "../shared/view/texts/reasons";
import { say, templateTexts } from "./texts/templates";

type Key = keyof (typeof templateTexts)["sv"];
const parts: ReadonlySet<string> = new Set(Object.keys(templateTexts.sv));

function sayPlace(path: TemplateFault["path"]): string {
    const places: string[] = [];
    path.forEach((step, i) => {
        const next = path[i + 1];
        if (typeof step === "number") {
            const name = String(path[i - 1]);
            const key = `at_${name}`;
            places.push(parts.has(key) ? say(key as Key, { n: step + 1 }) : say("at_other", { name, n: step + 1 }));
        } else if (typeof next !== "number") places.push(say("member", { name: step }));
    });
    const place = places.join(", ");
    return place === "" ? say("whole") : place.charAt(0).toUpperCase() + place.slice(1);
}

export function sayFault({ path, wrong, limit, what }: TemplateFault): string {
    const key: Key = wrong === "too_large" && limit !== undefined ? "wrong_too_much" : `wrong_${wrong}`;
    const values = { ...(limit === undefined ? {} : { limit }), ...(what === undefined ? {} : { what }) };
    return say("fault", { place: sayPlace(path), wrong: say(key, values) });
}

export function Faults({ heading, faults }: { heading: string; faults: TemplateFault[] | Reason }) {
    if (typeof faults === "string")
        return (
            <p class="said wrong" role="alert">
                {sayReason(faults)}
            </p>
        );
    return (
        <div class="said wrong" role="alert">
            <p>{heading}</p>
            <ul>
                {faults.map((fault) => (
                    <li key={JSON.stringify(fault)}>{sayFault(fault)}</li>
                ))}
            </ul>
        </div>
    );
}
