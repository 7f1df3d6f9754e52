// A vote made of words, of themes or of what another vote left: which of them, how many votes, how many are chosen, and where
// it stands in the programme afterwards.
import { useMemo, useState } from "preact/hooks";
import type { Result } from "../../generated/types";
import { programmeOf } from "../../shared/meeting";
import { votable } from "../../shared/word_list";
import { language } from "../../shared/view/language";
import { ActButton } from "../run/act_button";
import { useSteering } from "../run/steer_steps";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";
import type { Desk } from "./desk";
import { makeBallot, sourceOfWords, type Candidate, type Made, type Source } from "./ballot_of_words";
import { ballotTexts, say } from "./texts/make_ballot";

const PRESELECTED = 9;
const FIRST = 18; // those that are offered without asking
const MOST = 100; // choices of a ballot

// In the language of the meeting: the room reads it.
function defaultQuestion(live: Live, { of, question }: Source): string {
    return question ?? ballotTexts[live.profile?.language ?? language.value][of === "words" ? "question_default" : "question_themes"];
}

type Making = { session: string; close(): void; goTo(made: Made): Promise<unknown> };

export function BallotOfWords({ desk, ...making }: Making & { desk: Desk }) {
    // As they stood when this was opened: nothing moves while somebody chooses.
    const source = useMemo(() => sourceOfWords(votable(desk.rows).slice(0, MOST), PRESELECTED), []);
    return <MakeBallot live={desk.live} source={source} {...making} />;
}

type MakeBallotProps = Making & { live: Live; source: Source };

export function MakeBallot({ live, source, session, close, goTo }: MakeBallotProps) {
    const { candidates, settings = {} } = source;
    const [chosen, choose] = useState<ReadonlySet<string>>(new Set(source.chosen));
    const [question, setQuestion] = useState(defaultQuestion(live, source));
    const [budget, setBudget] = useState(settings.budget ?? 5);
    const [cap, setCap] = useState(settings.cap ?? 0);
    const [cut, setCut] = useState(settings.cut ?? 0);
    const [result, setResult] = useState<Result>(settings.result ?? "hidden");
    const [made, setMade] = useState<Made>();
    const [isMaking, setMaking] = useState(false);
    const picked = candidates.filter(({ id }) => chosen.has(id));
    const isRight = picked.length >= 2 && question.trim() !== "" && budget >= 1 && (cap === 0 || cap * picked.length >= budget);
    const submit = async (event: Event) => {
        event.preventDefault();
        if (!isRight || !canAct(live) || isMaking) return;
        setMaking(true);
        const wanted = { candidates: picked, question: question.trim(), budget, cap: cap >= budget ? 0 : cap, cut: cut < picked.length ? cut : 0, result };
        setMade(await makeBallot(live, session, { ...wanted, ...(settings.pass_of !== undefined && { pass_of: settings.pass_of }) }));
        setMaking(false);
    };
    if (made) return <Done live={live} source={source} session={session} made={made} close={close} goTo={goTo} />;
    return (
        <form class="words-form words-ballot" onSubmit={submit}>
            <h2 class="words-title">{say(`heading_${source.of}`)}</h2>
            <label>
                {say("question")}
                <input value={question} maxLength={200} required onInput={(event) => setQuestion(event.currentTarget.value)} />
            </label>
            <Choices source={source} chosen={chosen} choose={choose} />
            <div class="words-numbers">
                <NumberField label={say("budget")} value={budget} from={1} to={100} set={setBudget} />
                <CapField budget={budget} cap={cap} set={setCap} />
                <CutField most={picked.length - 1} cut={cut} set={setCut} />
            </div>
            <fieldset>
                <legend>{say("result")}</legend>
                {(["hidden", "open"] as const).map((one) => (
                    <label key={one} class="words-check">
                        <input type="radio" name="result" checked={result === one} onChange={() => setResult(one)} />
                        <span>{say(`result_${one}`)}</span>
                    </label>
                ))}
            </fieldset>
            <p class="meta" role="status">
                {picked.length < 2 ? say(`too_few_${source.of}`) : cap > 0 && cap * picked.length < budget ? say("cap_too_small") : say(`sum_${source.of}`, { n: picked.length, budget })}
            </p>
            <p class="words-row-buttons words-end">
                <button class="primary" disabled={!isRight || !canAct(live) || isMaking}>
                    {say("make")}
                </button>
                <button type="button" onClick={close}>
                    {say(`back_${source.of}`)}
                </button>
            </p>
        </form>
    );
}

type ChoicesProps = { source: Source; chosen: ReadonlySet<string>; choose(chosen: ReadonlySet<string>): void };

function Choices({ source: { of, candidates }, chosen, choose }: ChoicesProps) {
    const [isWhole, showAll] = useState(false);
    const shown = isWhole ? candidates : candidates.filter(({ id }, i) => i < FIRST || chosen.has(id));
    const toggle = (id: string, on: boolean) => choose(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
    return (
        <fieldset>
            <legend>
                {say(`choices_${of}`)} <span class="meta">{say("chosen", { n: chosen.size })}</span>
            </legend>
            <div class="words-choices">
                {shown.map((candidate) => (
                    <ChoiceBox key={candidate.id} of={of} candidate={candidate} isChosen={chosen.has(candidate.id)} toggle={(on) => toggle(candidate.id, on)} />
                ))}
            </div>
            {shown.length < candidates.length && (
                <p>
                    <button type="button" class="quiet" onClick={() => showAll(true)}>
                        {say("more_choices", { n: candidates.length - shown.length })}
                    </button>
                </p>
            )}
            {candidates.length === 0 && <p class="meta">{say(`none_${of}`)}</p>}
        </fieldset>
    );
}

type ChoiceBoxProps = { of: Source["of"]; candidate: Candidate; isChosen: boolean; toggle(on: boolean): void };

function ChoiceBox({ of, candidate: { text, count }, isChosen, toggle }: ChoiceBoxProps) {
    return (
        <label class="words-check">
            <input type="checkbox" checked={isChosen} onChange={(event) => toggle(event.currentTarget.checked)} />
            <span>
                {text} {count !== undefined && <span class="meta">{say(`count_${of}`, { n: count })}</span>}
            </span>
        </label>
    );
}

type NumberFieldProps = { label: string; value: number; from: number; to: number; set(value: number): void };

function NumberField({ label, value, from, to, set }: NumberFieldProps) {
    return (
        <label>
            {label}
            <input
                type="number"
                inputMode="numeric"
                min={from}
                max={to}
                required
                value={value || ""}
                onInput={(event) => set(Math.max(0, Math.min(to, Math.trunc(event.currentTarget.valueAsNumber || 0))))}
            />
        </label>
    );
}

function CapField({ budget, cap, set }: { budget: number; cap: number; set(cap: number): void }) {
    const caps = Array.from({ length: Math.max(0, Math.min(budget - 1, 20)) }, (_, i) => i + 1);
    return (
        <label>
            {say("cap")}
            <select value={cap >= budget ? 0 : cap} onChange={(event) => set(Number(event.currentTarget.value))}>
                <option value={0}>{say("cap_none")}</option>
                {caps.map((n) => (
                    <option key={n} value={n}>
                        {say("cap_most", { n })}
                    </option>
                ))}
            </select>
        </label>
    );
}

// How many go on: of twenty five.
function CutField({ most, cut, set }: { most: number; cut: number; set(cut: number): void }) {
    const cuts = Array.from({ length: Math.max(0, Math.min(most, 30)) }, (_, i) => i + 1);
    return (
        <label>
            {say("cut")}
            <select value={cut > most ? 0 : cut} onChange={(event) => set(Number(event.currentTarget.value))}>
                <option value={0}>{say("cut_none")}</option>
                {cuts.map((n) => (
                    <option key={n} value={n}>
                        {say("cut_most", { n })}
                    </option>
                ))}
            </select>
        </label>
    );
}

// Where it stands by now: others may have moved it.
function Done({ live, source, session, made, close, goTo }: MakeBallotProps & { made: Made }) {
    const programme = programmeOf(live.all("item"), session);
    const at = programme.findIndex(({ id }) => id === made.item);
    const before = programme[at - 1];
    const led = live.find("session", session);
    const isLive = led?.state === "live";
    const isOff = led !== undefined && !useSteering(live, led).mayStage;
    return (
        <div class="words-form">
            <h2 class="words-title">{say("made")}</h2>
            <p role="status">
                {at < 0 ? say("taken_back") : before ? say("made_behind", { item: before.title }) : say("made_first")} {at >= 0 && say("made_next")}
            </p>
            <p class="words-row-buttons">
                {at >= 0 && isLive && (
                    <ActButton live={live} class="primary" disabled={isOff} onAct={() => goTo(made)}>
                        {say("go_to")}
                    </ActButton>
                )}
                <button type="button" onClick={close}>
                    {say(`back_${source.of}`)}
                </button>
            </p>
        </div>
    );
}
