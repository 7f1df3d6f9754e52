// Taking material home: of what, which record, in which format; and how far it has come.
import { useEffect, useRef, useState } from "preact/hooks";
import type { RecordView } from "../generated/types";
import { sizeOf } from "../shared/size";
import type { Values } from "../shared/texts";
import { language } from "../shared/view/language";
import { sayReason } from "../shared/view/texts/reasons";
import { Choice } from "./choice";
import { download, formats, mayBeSince, type Format, type Progress } from "./download";
import { SelectField, TextField } from "./field";
import { DownloadLog } from "./download_log";
import { house } from "./house";
import { say } from "./texts/downloads";

const views: readonly RecordView[] = ["documentation", "research"];

function ProgressLine({ progress, cancel }: { progress: Progress; cancel(): void }) {
    const size = (bytes: number) => sizeOf(bytes, language.value);
    switch (progress.at) {
        case "preparing":
        case "fetching": {
            const isOn = progress.at === "fetching";
            const values: Values = isOn ? { size: size(progress.bytes), all: size(progress.all ?? 0) } : {};
            const text = isOn ? say(progress.all ? "fetched_of" : "fetched", values) : say("preparing");
            return (
                <div class="stack">
                    <p>{text}</p>
                    <progress aria-label={text} {...(isOn && progress.all ? { max: progress.all, value: progress.bytes } : {})} />
                    <button type="button" onClick={cancel}>
                        {say("cancel")}
                    </button>
                </div>
            );
        }
        case "done":
            return (
                <p class="said" role="status">
                    {say("done", { name: progress.name, size: size(progress.bytes) })}
                </p>
            );
        case "cancelled":
            return (
                <p class="said" role="status">
                    {say("cancelled")}
                </p>
            );
        case "no_server":
            return (
                <p class="said wrong" role="alert">
                    {say("no_server")}
                </p>
            );
        case "refused":
            return (
                <p class="said wrong" role="alert">
                    {progress.reason === "denied" ? say("denied") : sayReason(progress.reason)}
                </p>
            );
    }
}

// The documentation is for those who lead and for researchers, the research material for researchers alone.
function mayHave(process: string, view: RecordView): boolean {
    const roles = house.value?.processes.find((row) => row.process === process)?.roles;
    if (!roles) return view === "documentation";
    return view === "documentation" ? roles.length > 0 : roles.includes("researcher");
}

type DownloadsProps = {
    process: string;
    session?: string;
    sessions?: readonly { id: string; title: string }[];
    // Which record; nothing: it is chosen here.
    only?: { view: RecordView; study?: string | undefined };
    // Of a process that the asker leads: who has taken what is shown there.
    zone?: string;
    studies?: ReadonlyMap<string, string>; // titles by id
};

const NONE: ReadonlyMap<string, string> = new Map();

export function Downloads({ zone, studies = NONE, ...of }: DownloadsProps) {
    const [turn, setTurn] = useState(0);
    const titles = new Map(of.sessions?.map(({ id, title }) => [id, title]));
    return (
        <>
            <TakeHome {...of} taken={() => setTurn((before) => before + 1)} />
            {zone !== undefined && <DownloadLog process={of.process} zone={zone} titles={titles} studies={studies} turn={turn} />}
        </>
    );
}

function TakeHome({ process, session, sessions = [], only, taken }: Omit<DownloadsProps, "zone" | "studies"> & { taken(): void }) {
    const [of, setOf] = useState(session ?? "");
    const [chosen, setView] = useState<RecordView>("documentation");
    const view = only?.view ?? chosen;
    const [format, setFormat] = useState<Format>("xlsx");
    const [since, setSince] = useState("");
    const [progress, setProgress] = useState<Progress>();
    const abort = useRef<AbortController>();
    useEffect(() => () => abort.current?.abort(), []);
    const setOfWhat = (value: string) => setOf(value);
    const sessionOptions = [
        { value: "", label: say("whole") },
        ...sessions.map(({ id, title }) => ({ value: id, label: title })),
    ];
    const isBusy = progress?.at === "preparing" || progress?.at === "fetching";
    const fetchIt = (event: Event) => {
        event.preventDefault();
        const { signal } = (abort.current = new AbortController());
        const over = () => {
            abort.current = undefined;
            taken();
        };
        void download({ process, session: of, view, study: only?.study, format, since }, signal, setProgress).then(over);
    };
    const viewOptions = views.map((value) => {
        const isOff = !mayHave(process, value);
        return {
            value,
            label: say(`view_${value}`),
            hint: say(isOff && value === "research" ? "research_denied" : `view_${value}_hint`),
            isOff,
        };
    });
    return (
        <form class="stack narrow" onSubmit={fetchIt}>
            <h2>{say("title")}</h2>
            {!only && (
                <p>
                    {say("lead")} <a href={`/research#/process/${process}`}>{say("look_first")}</a>
                </p>
            )}
            {sessions.length > 0 && <SelectField label={say("of")} value={of} options={sessionOptions} change={setOfWhat} />}
            {!only && <Choice legend={say("view")} value={view} options={viewOptions} change={(value) => setView(value)} />}
            <Choice
                legend={say("format")}
                value={format}
                change={(value) => setFormat(value)}
                options={formats.map((value) => ({ value, label: say(`format_${value}`), hint: say(`format_${value}_hint`) }))}
            />
{mayBeSince(format) && <TextField label={say("since")} hint={say("since_hint")} type="date" value={since} change={setSince} />}
            {!only && <p class="meta">{say("recorded")}</p>}
            <div class={only ? "actions" : "save-bar is-dirty"}>
                {!isBusy && <button class="primary">{say("fetch")}</button>}
                {progress && <ProgressLine progress={progress} cancel={() => abort.current?.abort()} />}
            </div>
        </form>
    );
}
