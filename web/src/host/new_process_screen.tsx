// What a new process is made from, and of: a template, a name, a day.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../generated/types";
import { weeksBetween, type Template } from "../shared/template";
import { languages } from "../shared/texts";
import { language } from "../shared/view/language";
import { sayReason } from "../shared/view/texts/reasons";
import { momentOf } from "../shared/zone_time";
import { TextField, goToWrong } from "./field";
import { houseLive } from "./house";
import { making, makeProcess, type Making } from "./new_process";
import { goInstead } from "./route";
import { tableName } from "./table_name";
import { TemplatePicker, useChosen } from "./template_picker";
import { firstChoice } from "./templates";
import { say } from "./texts/house";
import { useTitle } from "./title";

// Browsers that do not tell where they are say UTC, where nobody meets.
function localZone(): string {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return zone && zone !== "UTC" ? zone : "Europe/Stockholm";
}

interface Wanted {
    template: string;
    title: string;
    date: string;
    time: string;
    language: Language;
}

async function make(template: Template, wanted: Wanted): Promise<void> {
    const zone = localZone();
    const named = (n: number) => tableName(wanted.language, n);
    const wishes = {
        title: wanted.title.trim(),
        language: wanted.language,
        zone,
        starts: momentOf(wanted, zone),
        tableName: named,
    };
    if (!(await makeProcess(template, wishes))) return;
    open();
}

function open(): void {
    const { process, session } = making.value!;
    making.value = undefined;
    goInstead({ screen: "plan", process, session, tab: "programme" });
}

function Progress({ at }: { at: Making }) {
    const isThere = houseLive.value?.connectionState.value.state === "joined";
    if (at.refused !== undefined)
        return (
            <div class="said wrong stack" role="alert">
                <p>{`${say("failed")} ${sayReason(at.refused)}`}</p>
                {at.done > 0 && (
                    <button type="button" onClick={open}>
                        {say("open_anyway")}
                    </button>
                )}
            </div>
        );
    const text = isThere ? say("creating", { done: at.done, all: at.all }) : say("creating_waits");
    return (
        <div class="said" role="status">
            <label>
                {text}
                <progress max={at.all} value={at.done} />
            </label>
        </div>
    );
}

type FieldsProps = { wanted: Wanted; change(some: Partial<Wanted>): void };

// Of several meetings the first one's; the others follow by the template.
function When({ wanted, change, template }: FieldsProps & { template: Template | undefined }) {
    const weeks = template && weeksBetween(template);
    return (
        <div class="row">
            <TextField
                label={say(weeks === undefined ? "date" : "date_first")}
                hint={weeks === undefined ? say("date_hint") : say("date_rest", { n: weeks })}
                type="date"
                value={wanted.date}
                change={(value) => change({ date: value })}
            />
            <TextField label={say("time")} type="time" value={wanted.time} change={(value) => change({ time: value })} />
        </div>
    );
}

function LanguageField({ wanted, change }: FieldsProps) {
    return (
        <fieldset class="plain">
            <legend>{say("language")}</legend>
            <div class="row">
                {languages.map((tag) => (
                    <label key={tag} class="tick">
                        <input
                            type="radio"
                            name="language"
                            checked={wanted.language === tag}
                            onChange={() => change({ language: tag })}
                        />
                        {say(`language_${tag}`)}
                    </label>
                ))}
            </div>
            <small>{say("language_hint")}</small>
        </fieldset>
    );
}

export function NewProcess() {
    useTitle(say("new_title"));
    const heading = useRef<HTMLHeadingElement>(null);
    const [wanted, setWanted] = useState<Wanted>({
        template: firstChoice.value,
        title: "",
        date: "",
        time: "09:00",
        language: language.value,
    });
    const [missing, setMissing] = useState(false);
    const fetched = useChosen(wanted.template);
    const change = (some: Partial<Wanted>) => setWanted((before) => ({ ...before, ...some }));
    useEffect(() => {
        heading.current?.focus();
        return () => void (making.value = undefined);
    }, []);
    const at = making.value;
    const isBusy = at !== undefined && at.refused === undefined;
    const send = (event: Event) => {
        event.preventDefault();
        const empty = wanted.title.trim() === "";
        setMissing(empty);
        if (empty) goToWrong(event.currentTarget);
        if (!empty && !isBusy && fetched?.template) void make(fetched.template, wanted);
    };
    return (
        <form class="stack narrow" onSubmit={send} noValidate>
            <h1 ref={heading} tabIndex={-1}>
                {say("new_title")}
            </h1>
            <TemplatePicker
                chosen={wanted.template}
                choose={(template) => change({ template })}
                fetched={fetched}
                wanted={wanted.language}
            />
            <TextField
                label={say("name")}
                hint={say("name_hint")}
                error={missing ? say("title_missing") : undefined}
                longest={200}
                value={wanted.title}
                change={(value) => change({ title: value })}
            />
            <When wanted={wanted} change={change} template={fetched?.template} />
            <LanguageField wanted={wanted} change={change} />
            {at && <Progress at={at} />}
            <div class="actions">
                <button class="primary" disabled={isBusy || !fetched?.template}>
                    {say("create")}
                </button>
                <a class="button" href="#/">
                    {say("cancel")}
                </a>
            </div>
        </form>
    );
}
