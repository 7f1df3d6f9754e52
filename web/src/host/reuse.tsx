// A process that is used again: copied, kept as a template, taken home as a file.
import { useState } from "preact/hooks";
import type { Session } from "../shared/meeting";
import { templateOf, type Meeting } from "../shared/template_of";
import type { Template } from "../shared/template";
import type { Live } from "../shared/view/live";
import { sayReason } from "../shared/view/texts/reasons";
import { canAct } from "./act";
import { SelectField, TextArea, TextField, goToWrong } from "./field";
import { house, houseLive } from "./house";
import { go } from "./route";
import { TemplateContents, contentsLine } from "./template_contents";
import { downloadTemplate } from "./template_picker";
import { keep, keptTemplates, offer } from "./templates";
import "./templates.css";
import { say } from "./texts/templates";
import { say as sayHouse } from "./texts/house";
import { UndoLine } from "./undo_line";

// As this page sees it now.
export function meetingOf(live: Live, sessions: readonly Session[]): Meeting {
    return {
        profile: live.profile!,
        sessions,
        items: live.all("item"),
        rounds: live.all("round"),
        words: live.all("words"),
        boards: live.all("board"),
        themes: live.all("theme"),
        seats: live.all("seat"),
        materials: live.all("material"),
        groupings: live.all("grouping"),
    };
}

function copy(live: Live, sessions: readonly Session[]): void {
    const { title } = live.profile!;
    const name = say("copy_of", { title });
    offer({ id: "process", template: templateOf(meetingOf(live, sessions), { name, about: say("copy_about") }) });
    go({ screen: "new" });
}

function Copy({ live, sessions }: { live: Live; sessions: readonly Session[] }) {
    const mayAdd = house.value?.mayAdd !== false;
    return (
        <section class="stack">
            <h2>{say("copy")}</h2>
            <p>{say("copy_lead")}</p>
            {mayAdd ? (
                <p>
                    <button type="button" onClick={() => copy(live, sessions)}>
                        {say("copy_do")}
                    </button>
                </p>
            ) : (
                <p class="meta">{sayHouse("new_denied")}</p>
            )}
        </section>
    );
}

type State = { is: "idle" | "busy" } | { is: "saved"; id: string } | { is: "refused"; text: string };

async function saveTemplate(template: Template): Promise<State> {
    const kept = await keep(template);
    if (kept.refused === undefined) return { is: "saved", id: kept.id };
    return { is: "refused", text: kept.refused === "too_long" ? say("too_long") : sayReason(kept.refused) };
}

// What is said beside the button: not that something is saved which was taken back.
function sayState(state: State): string {
    if (state.is === "busy") return say("saving");
    return state.is === "saved" && keptTemplates.value?.some(({ id }) => id === state.id) ? say("saved") : "";
}

function Save({ live, sessions }: { live: Live; sessions: readonly Session[] }) {
    const profile = live.profile!;
    const [wanted, setWanted] = useState({ of: "", name: profile.title, about: "" });
    const [state, setState] = useState<State>({ is: "idle" });
    const [isChecked, setChecked] = useState(false);
    const change = (some: Partial<typeof wanted>) => (setState({ is: "idle" }), setWanted({ ...wanted, ...some }));
    const chosen = sessions.filter(({ id }) => wanted.of === "" || id === wanted.of);
    const isEmpty = wanted.name.trim() === "";
    const template = templateOf(meetingOf(live, chosen), { name: wanted.name.trim(), about: wanted.about.trim() });
    const isOff = state.is === "busy" || !houseLive.value || !canAct(houseLive.value);
    const whenNamed = (event: Event, use: () => void) => {
        setChecked(true);
        if (isEmpty) goToWrong((event.currentTarget as HTMLElement).closest("form"));
        else use();
    };
    const save = (event: Event) => {
        event.preventDefault();
        whenNamed(event, () => {
            if (isOff) return;
            setState({ is: "busy" });
            void saveTemplate(template).then(setState);
        });
    };
    const options = [{ value: "", label: say("save_whole") }, ...sessions.map(({ id, title }) => ({ value: id, label: title }))];
    return (
        <form class="stack" onSubmit={save} noValidate>
            <h2>{say("save")}</h2>
            <p>{say("save_lead")}</p>
            {sessions.length > 1 && (
                <SelectField label={say("save_of")} value={wanted.of} options={options} change={(of) => change({ of })} />
            )}
            <TextField
                label={say("save_name")}
                error={isChecked && isEmpty ? say("name_missing") : undefined}
                longest={200}
                value={wanted.name}
                change={(name) => change({ name })}
            />
            <TextArea
                label={say("save_about")}
                hint={say("save_about_hint")}
                rows={3}
                longest={2000}
                value={wanted.about}
                change={(about) => change({ about })}
            />
            <p class="meta">{contentsLine(template)}</p>
            <TemplateContents template={template} wanted={profile.language} />
            <div class="actions">
                <button class="primary" aria-disabled={isOff}>
                    {say("save_do")}
                </button>
                <button type="button" onClick={(event) => whenNamed(event, () => downloadTemplate(template))}>
                    {say("to_file")}
                </button>
                <span class="meta" role="status">
                    {sayState(state)}
                </span>
            </div>
            {state.is === "refused" && (
                <p class="said wrong" role="alert">
                    {state.text}
                </p>
            )}
            <UndoLine live={live} />
        </form>
    );
}

export function Reuse({ live, sessions }: { live: Live; sessions: readonly Session[] }) {
    if (sessions.length === 0) return live.isWhole ? <p>{say("nothing")}</p> : null;
    return (
        <div class="stack narrow">
            <p>{say("reuse_lead")}</p>
            <Copy live={live} sessions={sessions} />
            <Save live={live} sessions={sessions} />
        </div>
    );
}
