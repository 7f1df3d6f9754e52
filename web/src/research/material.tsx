// What there is of one process: read in, looked through, and taken home.
import { useEffect, useRef, useState } from "preact/hooks";
import type { RecordView } from "../generated/types";
import { Choice } from "../host/choice";
import { Downloads } from "../host/downloads";
import { useTitle } from "../host/title";
import { sizeOf } from "../shared/size";
import { language } from "../shared/view/language";
import { sayReason } from "../shared/view/texts/reasons";
import { readRecord, type Coming, type Which } from "./fetching";
import { sessionsIn, studiesIn, type Reading } from "./reading";
import { Preview } from "./preview";
import { Reconciliation } from "./reconciliation";
import { say } from "./texts/research";

type Props = { process: string; title: string; mayDocument: boolean; mayResearch: boolean; studies: readonly string[] };

export function Material({ process, title, mayDocument, mayResearch, studies }: Props) {
    useTitle(title);
    const [chosen, setChosen] = useState<string>(studies[0] ?? (mayResearch ? "research" : "documentation"));
    const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
    const [coming, setComing] = useState<Coming>();
    // What was read last stays while it is read again, and where that comes to nothing.
    const [reading, setReading] = useState<Reading>();
    const which: Which = studies.includes(chosen) ? { view: "research", study: chosen } : { view: chosen as RecordView };
    const abort = useRef<AbortController>();
    useEffect(() => () => abort.current?.abort(), []);
    const read = () => {
        const { signal } = (abort.current = new AbortController());
        void readRecord(process, which, signal, (now) => {
            if (now.at === "read") setReading(now.reading);
            if (now.at === "read") setTitles(new Map([...titles, ...studiesIn(now.reading).map(({ id, name }) => [id, name] as const)]));
            setComing(now);
        });
    };
    const choose = (value: string) => {
        abort.current?.abort();
        setComing(undefined);
        setReading(undefined);
        setChosen(value);
    };
    // (What a study is called stands in its material.)
    const ofStudies = studies.map((id) => ({ value: id, label: say("view_study", { title: titles.get(id) ?? `${id.slice(0, 8)}…` }), hint: say("view_study_hint") }));
    const ownKinds = (["research", "documentation"] as const).map((value) => {
        const isOff = value === "research" && !mayResearch;
        return { value, label: say(`view_${value}`), hint: say(isOff ? "research_denied" : `view_${value}_hint`), isOff };
    });
    const options = [...ofStudies, ...(mayDocument ? ownKinds : [])];
    return (
        <div class="stack">
            <p>
                <a href="#/">{say("to_all")}</a>
            </p>
            <h1>{title}</h1>
            <section class="stack narrow">
                <Choice legend={say("view")} value={chosen} options={options} change={choose} />
                <WhatIsLeftOut view={which.view} />
                <div class="actions">
                    {!isUnderWay(coming) && (
                        <button type="button" class={reading ? "" : "primary"} onClick={read}>
                            {say(reading ? "read_again" : "read")}
                        </button>
                    )}
                    {coming && <ComingLine coming={coming} cancel={() => abort.current?.abort()} />}
                </div>
                <p class="meta">{say("recorded")}</p>
            </section>
            {reading && <Read key={reading.header?.at} reading={reading} />}
            <section>
                <Downloads process={process} only={which} sessions={reading ? sessionsIn(reading).map(({ id, name }) => ({ id, title: name })) : []} />
            </section>
        </div>
    );
}

function isUnderWay(coming: Coming | undefined): boolean {
    return coming?.at === "preparing" || coming?.at === "coming";
}

function ComingLine({ coming, cancel }: { coming: Coming; cancel(): void }) {
    switch (coming.at) {
        case "preparing":
            return <UnderWay text={say("preparing")} cancel={cancel} />;
        case "coming":
            return <UnderWay text={say("coming", { n: coming.rows, size: sizeOf(coming.bytes, language.value) })} cancel={cancel} />;
        case "read":
            return (
                <span class="said" role="status">
                    {say("is_read", { n: coming.reading.count })}
                </span>
            );
        case "cancelled":
            return (
                <span class="said" role="status">
                    {say("cancelled")}
                </span>
            );
        case "no_server":
            return (
                <span class="said wrong" role="alert">
                    {say("no_server")}
                </span>
            );
        case "refused":
            return (
                <span class="said wrong" role="alert">
                    {coming.reason === "denied" ? say("denied") : sayReason(coming.reason)}
                </span>
            );
    }
}

function UnderWay({ text, cancel }: { text: string; cancel(): void }) {
    return (
        <>
            <progress aria-label={say("preparing")} />
            <span>{text}</span>
            <button type="button" onClick={cancel}>
                {say("cancel")}
            </button>
        </>
    );
}

// What stands in neither, and what in this one does not; with why.
function WhatIsLeftOut({ view }: { view: RecordView }) {
    const keys = view === "research" ? (["out_consent", "out_few", "out_times", "out_pictures", "out_never"] as const) : (["out_promise", "out_never"] as const);
    return (
        <details class="research-out">
            <summary>{say("out")}</summary>
            <ul>
                {keys.map((key) => (
                    <li key={key}>{say(key)}</li>
                ))}
            </ul>
        </details>
    );
}

function Read({ reading }: { reading: Reading }) {
    return (
        <>
            <Preview reading={reading} />
            <Reconciliation reading={reading} />
        </>
    );
}
