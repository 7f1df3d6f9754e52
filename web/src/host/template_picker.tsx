// Which template a new process is made of: what each holds stands on it; more can be opened from a file.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../generated/types";
import { fileName, fileOf } from "../shared/template_file";
import { wordsIn, type Template } from "../shared/template";
import { language } from "../shared/view/language";
import { sayReason } from "../shared/view/texts/reasons";
import { saveFile } from "../shared/view/save_file";
import { canAct } from "./act";
import { houseLive } from "./house";
import { ShowMore, useMost } from "../shared/view/show_more";
import { Faults } from "./template_faults";
import { TemplateContents, contentsLine } from "./template_contents";
import "./templates.css";
import {
    fetchEach,
    fetchedOf,
    fetchKept,
    firstChoice,
    keptTemplates,
    loadKept,
    loadShipped,
    openFile,
    ownOffers,
    removeKept,
    shippedOffers,
    type Fetched,
    type Kept,
    type Offer,
} from "./templates";
import { say } from "./texts/templates";
import { UndoLine } from "./undo_line";

const SEARCH_FROM = 8;
const STEP = 20;

type Choosing = { chosen: string; choose(id: string): void };

function Card({ id, title, about, meta, chosen, choose }: Choosing & { id: string; title: string; about?: string; meta?: string }) {
    return (
        <label class="choice-card">
            <input type="radio" name="template" checked={chosen === id} onChange={() => choose(id)} />
            <span>
                {title}
                {about && <small>{about}</small>}
                {meta && <small>{meta}</small>}
            </span>
        </label>
    );
}

function Offers({ legend, offers, ...choosing }: Choosing & { legend: string; offers: readonly Offer[] }) {
    if (offers.length === 0) return null;
    return (
        <fieldset class="plain">
            <legend>{legend}</legend>
            <div class="cards-of-choice">
                {offers.map(({ id, template }) => (
                    <Card
                        key={id}
                        id={id}
                        title={wordsIn(template.name, language.value)}
                        about={wordsIn(template.about, language.value)}
                        meta={contentsLine(template)}
                        {...choosing}
                    />
                ))}
            </div>
        </fieldset>
    );
}

// (Where it cannot be read, that is said when it is chosen.)
function KeptCard({ kept, ...choosing }: Choosing & { kept: Kept }) {
    const known = fetchedOf(kept)?.template;
    const { id, title } = kept;
    return <Card id={id} title={title} {...choosing} {...(known ? { about: wordsIn(known.about, language.value), meta: contentsLine(known) } : {})} />;
}

function useFetched(all: readonly Kept[]): void {
    const which = all.map(({ id, seq }) => `${id} ${seq}`).join();
    useEffect(() => {
        let isWanted = true;
        void fetchEach(all, () => isWanted);
        return () => void (isWanted = false);
    }, [which]);
}

function KeptOffers({ kept, ...choosing }: Choosing & { kept: readonly Kept[] }) {
    const [sought, setSought] = useState("");
    const { most, more } = useMost(STEP);
    const sorted = [...kept].sort((a, b) => a.title.localeCompare(b.title, "sv"));
    const found = sorted.filter(({ title }) => title.toLowerCase().includes(sought.trim().toLowerCase()));
    const shown = found.slice(0, most);
    useFetched(shown);
    if (kept.length === 0) return null;
    return (
        <fieldset class="plain">
            <legend>{say("kept")}</legend>
            {kept.length >= SEARCH_FROM && (
                <label class="short">
                    {say("search")}
                    <input
                        type="search"
                        value={sought}
                        onInput={(event) => setSought(event.currentTarget.value)}
                        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
                    />
                </label>
            )}
            {found.length === 0 && <p role="status">{say("none_found")}</p>}
            <div class="cards-of-choice">
                {shown.map((one) => (
                    <KeptCard key={one.id} kept={one} {...choosing} />
                ))}
            </div>
            <ShowMore left={found.length - most} more={more} />
        </fieldset>
    );
}

function OpenFile({ opened }: { opened(fetched: Fetched): void }) {
    const input = useRef<HTMLInputElement>(null);
    const read = async (files: FileList | null) => {
        const [file] = files ?? [];
        if (!file) return;
        opened(await openFile(file));
        input.current!.value = ""; // (the same file again, once it is mended)
    };
    return (
        <>
            <button type="button" onClick={() => input.current?.click()}>
                {say("open_file")}
            </button>
            <input
                ref={input}
                type="file"
                hidden
                aria-label={say("open_file")}
                accept=".json,application/json"
                onChange={(event) => void read(event.currentTarget.files)}
            />
        </>
    );
}

export function downloadTemplate(template: Template): void {
    saveFile(new Blob([fileOf(template)], { type: "application/json" }), fileName(template, language.value));
}

// What is known of the chosen one: of one that the house keeps, once it has come.
export function useChosen(chosen: string): Fetched | undefined {
    const [fetched, setFetched] = useState<{ id: string; what: Fetched }>();
    const near = [...shippedOffers.value, ...ownOffers.value].find(({ id }) => id === chosen);
    const kept = near ? undefined : keptTemplates.value?.find(({ id }) => id === chosen);
    useEffect(() => {
        if (!kept) return;
        let isWanted = true;
        void fetchKept(kept).then((what) => isWanted && setFetched({ id: kept.id, what }));
        return () => void (isWanted = false);
    }, [kept?.id, kept?.seq]);
    if (near) return { template: near.template };
    return kept && fetched?.id === kept.id ? fetched.what : undefined;
}

type PickerProps = Choosing & { fetched: Fetched | undefined; wanted: Language };

export function TemplatePicker({ chosen, choose, fetched, wanted }: PickerProps) {
    const [wrong, setWrong] = useState<Fetched>();
    const [refused, setRefused] = useState("");
    const isThere = houseLive.value?.connectionState.value.state === "joined";
    useEffect(() => {
        void loadShipped();
        if (isThere) void loadKept();
    }, [isThere]);
    const choosing = { chosen, choose: (id: string) => (setWrong(undefined), choose(id)) };
    const kept = keptTemplates.value ?? [];
    const known = kept.find(({ id }) => id === chosen);
    const live = houseLive.value;
    const opened = (what: Fetched) => (setWrong(what.faults ? what : undefined), what.template && choose(firstChoice.value));
    const remove = async (one: Kept) => {
        const reason = await removeKept(one);
        setRefused(reason ? sayReason(reason) : "");
        if (!reason) choose(shippedOffers.value[0]?.id ?? "");
    };
    return (
        <section class="stack">
            <h2>{say("template")}</h2>
            {shippedOffers.value.length === 0 && <p role="status">{say("loading")}</p>}
            <Offers legend={say("own")} offers={ownOffers.value} {...choosing} />
            <KeptOffers kept={kept} {...choosing} />
            <Offers legend={say("shipped")} offers={shippedOffers.value} {...choosing} />
            {known && !fetched && <p role="status">{say("loading_one")}</p>}
            {fetched?.faults && <Faults heading={say("wrong_kept")} faults={fetched.faults} />}
            {fetched?.template && <TemplateContents template={fetched.template} wanted={wanted} />}
            <div class="actions">
                <OpenFile opened={opened} />
                {fetched?.template && (
                    <button type="button" onClick={() => downloadTemplate(fetched.template)}>
                        {say("to_file")}
                    </button>
                )}
                {known && live && (
                    <button type="button" disabled={!canAct(live)} onClick={() => void remove(known)}>
                        {say("remove")}
                    </button>
                )}
            </div>
            {wrong?.faults && <Faults heading={say("wrong_file")} faults={wrong.faults} />}
            {refused && (
                <p class="said wrong" role="alert">
                    {refused}
                </p>
            )}
            {live && <UndoLine live={live} />}
        </section>
    );
}
