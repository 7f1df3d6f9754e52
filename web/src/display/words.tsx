// The words that most people wrote: a cloud, and beside it the list that says what the cloud cannot.
import { useRef } from "preact/hooks";
import type { WordRow } from "../generated/types";
import type { Words } from "../shared/meeting";
import { basisOf, sortedOut } from "../shared/words_explained";
import { Bars } from "../shared/view/bars";
import { Cloud } from "../shared/view/cloud";
import { useBox, useFit } from "./box";
import { Frame } from "./frame";
import { say } from "./texts/stage";

const LISTED = 8;
const FEW = 6; // so few words are a list, and no cloud
const IN_CLOUD = 24;
const NAMED_ASIDE = 36; // letters of them: one line, beside what the figures are

export function WordsStage({ list }: { list: Words }) {
    const { counted, aside } = sortedOut(list.words ?? []);
    const hasCloud = counted.length > FEW;
    return (
        <Frame title={list.title || say("words_title")}>
            <div class={hasCloud ? "stage-words" : "stage-words stage-few"}>
                {hasCloud && <WordCloud rows={counted.slice(0, IN_CLOUD)} />}
                {counted.length > 0 ? <Ranked rows={counted.slice(0, LISTED)} list={list} /> : <p class="stage-so-far">{say("no_words")}</p>}
            </div>
            <p class="stage-under stage-words-under">
                <span>{`${say(basisOf(list), { n: list.persons ?? 0 })}, ${say("forms_together")}`}</span>
                <Aside rows={aside} />
            </p>
        </Frame>
    );
}

function Ranked({ rows, list }: { rows: readonly WordRow[]; list: Words }) {
    const max = Math.max(1, ...rows.map(({ persons }) => persons));
    const bars = rows.map(({ word, label, persons }) => ({ id: word, label, value: persons, quiet: persons * 2 < max }));
    const ref = useRef<HTMLDivElement>(null);
    const box = useBox(ref);
    useFit(ref, `${box?.width} ${box?.height} ${rows.map(({ label }) => label).join()}`);
    return (
        <div class="stage-ranked" ref={ref} lang={list.language}>
            <Bars rows={bars} max={max} label={list.title} />
        </div>
    );
}

function WordCloud({ rows }: { rows: readonly WordRow[] }) {
    const words = rows.map(({ word, label, persons }) => ({ id: word, text: label, value: persons }));
    return (
        <div class="stage-words-cloud">
            <Cloud words={words} label={say("cloud", { words: rows.map(({ label, persons }) => `${label} ${persons}`).join(", ") })} />
        </div>
    );
}

function Aside({ rows }: { rows: readonly WordRow[] }) {
    if (rows.length === 0) return null;
    const words = rows.map(({ label }) => label);
    let n = 1;
    while (n < words.length && words.slice(0, n + 1).join(", ").length <= NAMED_ASIDE) n++;
    const named = words.slice(0, n).join(", ");
    return <span>{say("aside", { words: n < words.length ? `${named} …` : named })}</span>;
}
