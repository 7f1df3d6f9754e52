// The studies that ask people in this process: put, changed, closed and taken away. Who answered what is told to nobody here.
import { useEffect, useRef, useState } from "preact/hooks";
import { inOrder } from "../../shared/meeting";
import type { Study } from "../../shared/studies";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { useRowFocus } from "../carry/row_focus";
import { addStudy, changeThing, contentOf, removeThing, type Content } from "../carry/things";
import { WhyOff } from "../carry/why_off";
import { goToWrong, TextArea, TextField, TickField } from "../field";
import { house } from "../house";
import { UndoLine } from "../undo_line";
import { Readers, useAccounts, type Accounts } from "./readers";
import { say } from "./texts/studies";
import "../carry/carry.css";

export function Studies({ live }: { live: Live }) {
    // Which is being changed; "": a new one.
    const [edited, setEdited] = useState<string>();
    const focus = useRowFocus();
    const accounts = useAccounts();
    const studies = inOrder(live.all("study"));
    const leave = (id: string) => {
        setEdited(undefined);
        focus.on(id);
    };
    const isAdministrator = house.value?.administrator === true;
    return (
        <div class="carry stack">
            <p class="carry-lead">{say("lead")}</p>
            <WhyOff live={live} />
            <div ref={focus.box}>
                {studies.length === 0 && edited === undefined && live.isWhole && <p>{say("none")}</p>}
                <ol class="carry-rows">
                    {studies.map((study) => (
                        <li key={study.id} class={edited === study.id ? "carry-row is-edited" : "carry-row is-plain"} data-row={study.id}>
                            {edited === study.id ? (
                                <StudyForm live={live} study={study} leave={() => leave(study.id)} />
                            ) : (
                                <Shown live={live} study={study} accounts={accounts} edit={() => setEdited(study.id)} />
                            )}
                        </li>
                    ))}
                </ol>
            </div>
            {edited === "" ? (
                <StudyForm live={live} study={undefined} leave={leave} />
            ) : (
                <p>
                    <button type="button" class={studies.length === 0 ? "primary" : ""} disabled={!canAct(live)} onClick={() => setEdited("")}>
                        {say("add")}
                    </button>
                </p>
            )}
            <UndoLine live={live} />
            {studies.length > 0 && !isAdministrator && <p class="meta">{say("material")}</p>}
        </div>
    );
}

function Shown({ live, study, accounts, edit }: { live: Live; study: Study; accounts: Accounts; edit(): void }) {
    const { title, organisation, investigator, review, version = 1, closed } = study;
    const facts = [organisation, investigator, review, say("version", { n: version }), closed ? say("closed") : ""].filter(Boolean);
    return (
        <>
            <div class="carry-said" lang={live.tongue}>
                <p class="carry-text">{title}</p>
                <p class="meta carry-facts">
                    {facts.map((fact) => (
                        <span key={fact}>{fact}</span>
                    ))}
                </p>
                <p class="carry-more">{study.text}</p>
                <Readers accounts={accounts} process={live.process!.id} study={study} />
            </div>
            <div class="carry-tools">
                <button type="button" class="quiet small" data-edit aria-label={say("edit_this", { title })} onClick={edit}>
                    {say("edit")}
                </button>
            </div>
        </>
    );
}

const EMPTY: Content<"study"> = { title: "", text: "" };

function StudyForm({ live, study, leave }: { live: Live; study: Study | undefined; leave(id: string): void }) {
    const [values, setValues] = useState<Content<"study">>(() => (study ? { ...EMPTY, ...contentOf("study", study) } : EMPTY));
    const [isChecked, setChecked] = useState(false);
    const [wrong, setWrong] = useState("");
    const isOff = !canAct(live);
    const form = useRef<HTMLFormElement>(null);
    useEffect(() => form.current?.querySelector("input")?.focus(), []);
    const change = (some: Partial<Content<"study">>) => setValues({ ...values, ...some });
    const missing = (name: "title" | "text") => (isChecked && values[name].trim() === "" ? say(`${name}_missing`) : undefined);
    const save = async (event: Event) => {
        event.preventDefault();
        setChecked(true);
        if (isOff) return;
        if (values.title.trim() === "" || values.text.trim() === "") return goToWrong(event.currentTarget);
        const content = trimmed(values);
        const { id, refused } = study
            ? { id: study.id, refused: await changeThing(live, "study", study, content, say("done_changed", { title: content.title })) }
            : await addStudy(live, content, say("done_added", { title: content.title }));
        if (refused) return setWrong(sayReason(refused.reason));
        leave(id);
    };
    const remove = async () => {
        const refused = await removeThing(live, "study", study!, say("done_removed", { title: study!.title }));
        if (refused) return setWrong(refused.reason === "has_answers" ? say("has_answers") : sayReason(refused.reason));
        leave("");
    };
    const line = (name: "organisation" | "investigator" | "contact" | "review", longest: number, hint?: string) => (
        <TextField label={say(name)} hint={hint} longest={longest} value={values[name] ?? ""} change={(value) => change({ [name]: value })} />
    );
    return (
        <form ref={form} class="stack narrow" onSubmit={save} noValidate>
            <TextField label={say("title")} longest={200} error={missing("title")} value={values.title} change={(title) => change({ title })} />
            {line("organisation", 200)}
            {line("investigator", 200)}
            {line("contact", 200, say("contact_hint"))}
            {line("review", 80)}
            <TextArea label={say("text")} hint={say("text_hint")} rows={8} longest={8000} error={missing("text")} value={values.text} change={(text) => change({ text })} />
            {study && <TickField label={say("close")} hint={say("close_hint")} value={values.closed === true} change={(closed) => change({ closed })} />}
            {wrong && (
                <p class="said wrong" role="alert">
                    {wrong}
                </p>
            )}
            <div class="actions">
                <button class="primary" disabled={isOff}>
                    {say("save")}
                </button>
                <button type="button" onClick={() => leave(study?.id ?? "")}>
                    {say("cancel")}
                </button>
                {study && (
                    <button type="button" class="quiet" disabled={isOff} onClick={() => void remove()}>
                        {say("remove")}
                    </button>
                )}
            </div>
        </form>
    );
}

function trimmed(values: Content<"study">): Content<"study"> {
    const entries = Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]);
    return Object.fromEntries(entries) as unknown as Content<"study">;
}
