// A vote made of words: which of them, how many votes, and where it stands in the programme afterwards.
import { useMemo, useState } from "preact/hooks";
import type { Result, WordRow } from "../../generated/types";
import { programmeOf } from "../../shared/meeting";
import { votable } from "../../shared/word_list";
import { language } from "../../shared/view/language";
import { ActButton } from "../run/act_button";
import { useSteering } from "../run/steer_steps";
import type { Desk } from "./desk";
import { makeBallot, type Made } from "./ballot_of_words";
import { ballotTexts, say } from "./texts/make_ballot";

const PRESELECTED = 9;
const FIRST = 18; // words that are offered without asking
const MOST = 100; // choices of a ballot

// In the language of the meeting: the room reads it.
function defaultQuestion(desk: Desk): string {
    return ballotTexts[desk.live.profile?.language ?? language.value].question_default;
}

type MakeBallotProps = { desk: Desk; session: string; close(): void; goTo(made: Made): Promise<unknown> };

export function MakeBallot({ desk, session, close, goTo }: MakeBallotProps) {
    // As they stood when this was opened: nothing moves while somebody chooses.
    const rows = useMemo(() => votable(desk.rows).slice(0, MOST), []);
    const [chosen, choose] = useState<ReadonlySet<string>>(new Set(rows.slice(0, PRESELECTED).map(({ word }) => word)));
    const [question, setQuestion] = useState(defaultQuestion(desk));
    const [budget, setBudget] = useState(5);
    const [cap, setCap] = useState(0);
    const [result, setResult] = useState<Result>("hidden");
    const [made, setMade] = useState<Made>();
    const [isMaking, setMaking] = useState(false);
    const picked = rows.filter(({ word }) => chosen.has(word));
    const isRight = picked.length >= 2 && question.trim() !== "" && budget >= 1 && (cap === 0 || cap * picked.length >= budget);
    const submit = async (event: Event) => {
        event.preventDefault();
        if (!isRight || !desk.canAct || isMaking) return;
        setMaking(true);
        setMade(await makeBallot(desk.live, session, { words: picked, question: question.trim(), budget, cap: cap >= budget ? 0 : cap, result }));
        setMaking(false);
    };
    if (made) return <Done desk={desk} session={session} made={made} close={close} goTo={goTo} />;
    return (
        <form class="words-form words-ballot" onSubmit={submit}>
            <h2 class="words-title">{say("heading")}</h2>
            <label>
                {say("question")}
                <input value={question} maxLength={200} required onInput={(event) => setQuestion(event.currentTarget.value)} />
            </label>
            <Words rows={rows} chosen={chosen} choose={choose} />
            <div class="words-numbers">
                <NumberField label={say("budget")} value={budget} from={1} to={100} set={setBudget} />
                <CapField budget={budget} cap={cap} set={setCap} />
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
                {picked.length < 2 ? say("too_few") : cap > 0 && cap * picked.length < budget ? say("cap_too_small") : say("sum", { n: picked.length, budget })}
            </p>
            <p class="words-row-buttons words-end">
                <button class="primary" disabled={!isRight || !desk.canAct || isMaking}>
                    {say("make")}
                </button>
                <button type="button" onClick={close}>
                    {say("back")}
                </button>
            </p>
        </form>
    );
}

function Words({ rows, chosen, choose }: { rows: WordRow[]; chosen: ReadonlySet<string>; choose(chosen: ReadonlySet<string>): void }) {
    const [isWhole, showAll] = useState(false);
    const shown = isWhole ? rows : rows.filter(({ word }, i) => i < FIRST || chosen.has(word));
    const toggle = (word: string, on: boolean) => choose(new Set(on ? [...chosen, word] : [...chosen].filter((one) => one !== word)));
    return (
        <fieldset>
            <legend>
                {say("words")} <span class="meta">{say("chosen", { n: chosen.size })}</span>
            </legend>
            <div class="words-choices">
                {shown.map(({ word, label, persons }) => (
                    <label key={word} class="words-check">
                        <input
                            type="checkbox"
                            checked={chosen.has(word)}
                            onChange={(event) => toggle(word, event.currentTarget.checked)}
                        />
                        <span>
                            {label} <b>{persons}</b>
                        </span>
                    </label>
                ))}
            </div>
            {shown.length < rows.length && (
                <p>
                    <button type="button" class="quiet" onClick={() => showAll(true)}>
                        {say("more_words", { n: rows.length - shown.length })}
                    </button>
                </p>
            )}
            {rows.length === 0 && <p class="meta">{say("no_words")}</p>}
        </fieldset>
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

// Where it stands by now: others may have moved it.
function Done({ desk, session, made, close, goTo }: MakeBallotProps & { made: Made }) {
    const programme = programmeOf(desk.live.all("item"), session);
    const at = programme.findIndex(({ id }) => id === made.item);
    const before = programme[at - 1];
    const led = desk.live.find("session", session);
    const isLive = led?.state === "live";
    const isOff = led !== undefined && !useSteering(desk.live, led).mayStage;
    return (
        <div class="words-form">
            <h2 class="words-title">{say("made")}</h2>
            <p role="status">
                {at < 0 ? say("taken_back") : before ? say("made_behind", { item: before.title }) : say("made_first")} {at >= 0 && say("made_next")}
            </p>
            <p class="words-row-buttons">
                {at >= 0 && isLive && (
                    <ActButton live={desk.live} class="primary" disabled={isOff} onAct={() => goTo(made)}>
                        {say("go_to")}
                    </ActButton>
                )}
                <button type="button" onClick={close}>
                    {say("back")}
                </button>
            </p>
        </div>
    );
}
