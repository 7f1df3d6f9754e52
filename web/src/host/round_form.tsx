// A question's settings, each with what it means, and the promise line as people will see it.
import type { Authorship, Result, RoundForm as Kind, Visibility } from "../generated/types";
import { isRunning, type Round } from "../shared/meeting";
import {
    fixedSettings,
    mayBecome,
    mayShow,
    problemsOf,
    type Problem,
    type RoundSettings,
    type Setting,
} from "../shared/round_settings";
import type { GroupsSettings } from "../shared/grouping_settings";
import type { Live } from "../shared/view/live";
import { Promise as PromiseLine } from "../shared/view/parts";
import { Choice } from "./choice";
import type { Form } from "./draft";
import { GroupsPart } from "./groups/groups_part";
import { DiaryPart } from "./diary/diary_part";
import { NumberField, TextArea, TickField } from "./field";
import { NameList } from "./name_list";
import { NotesPart } from "./notes_part";
import { ScalePart } from "./scale_part";
import { SightChoice } from "./sight_choice";
import { say } from "./texts/agenda";

export interface RoundFormProps {
    live: Live;
    session: string;
    kind: Kind;
    round: Round | undefined;
    form: Form<RoundSettings>;
    groups: Form<GroupsSettings>;
    answered: boolean;
    // Whether what is wrong is to be said: not before somebody tried to save.
    isChecked: boolean;
}

export type PartProps = RoundFormProps & { fixed: ReadonlySet<Setting>; problem(setting: Setting): string | undefined };

const problemText: Record<Problem, `problem_${Problem}`> = {
    empty: "problem_empty",
    no_choices: "problem_no_choices",
    twice: "problem_twice",
    no_statements: "problem_no_statements",
    same_statements: "problem_same_statements",
    number: "problem_number",
};

const visibilities: readonly Visibility[] = ["own", "group", "all"];
const authorships: readonly Authorship[] = ["anonymous", "linked", "named", "organisation"];
const results: readonly Result[] = ["hidden", "open"];
const authorshipText = { notes: "authorship", ballot: "authorship_vote", scale: "authorship_stand", diary: "authorship" } as const;
const partText = { notes: "question_part", ballot: "ballot_part", scale: "scale_part", diary: "diary_part" } as const;

function Words({ form: { values, change }, problem }: PartProps) {
    return (
        <>
            <TextArea
                label={say("question")}
                hint={say("question_hint")}
                error={problem("question")}
                inputClass="question-field"
                rows={2}
                longest={200}
                value={values.question}
                change={(value) => change({ question: value.replace(/\s*\n\s*/g, " ") })}
            />
            <TextArea
                label={say("helper")}
                hint={say("helper_hint")}
                rows={2}
                longest={2000}
                value={values.helper}
                change={(value) => change({ helper: value })}
            />
        </>
    );
}

function WhoSees({ round, answered, form: { values, change } }: PartProps) {
    return (
        <SightChoice
            legend={say("visibility")}
            values={visibilities}
            value={values.visibility}
            answered={answered}
            textOf={(value) => ({ label: say(`visibility_${value}`), hint: say(`visibility_${value}_hint`) })}
            mayBe={(value) => mayBecome(round, answered, value)}
            change={(visibility) => change({ visibility })}
        />
    );
}

function WhoWrote({ live, kind, fixed, form: { values, change } }: PartProps) {
    const hasOrganisations = (live.profile?.organisations ?? []).length > 0;
    const options = authorships.map((value) => {
        const isOff = value === "organisation" && !hasOrganisations;
        return {
            value,
            label: say(`authorship_${value}`),
            hint: say(isOff ? "organisations_missing" : `authorship_${value}_hint`),
            isOff,
        };
    });
    const isFixed = fixed.has("authorship");
    return (
        <Choice
            legend={say(authorshipText[kind])}
            value={values.authorship}
            options={options}
            isFixed={isFixed}
            hint={isFixed ? say("fixed") : undefined}
            change={(authorship) => change({ authorship, ...(authorship === "anonymous" ? {} : { scope: "" }) })}
        />
    );
}

// Open in any state of its session; what is open where that is not live must stay so.
function Homework({ live, round, form: { values, change } }: PartProps) {
    const isNeeded = round !== undefined && isRunning(round) && live.find("session", round.session)?.state !== "live";
    return (
        <TickField
            label={say("homework")}
            hint={say(isNeeded ? "homework_needed" : "homework_hint")}
            value={values.homework}
            isOff={isNeeded}
            change={(homework) => change({ homework })}
        />
    );
}

function BallotPart({ round, answered, problem, form: { values, change } }: PartProps) {
    const kept = new Set(answered ? round?.ballot?.choices.map(({ id }) => id) : []);
    return (
        <>
            <NameList
                legend={say("choices")}
                hint={say("choices_hint")}
                error={problem("choices")}
                rows={values.choices}
                most={100}
                longest={200}
                rowLabel={(n) => say("choice_row", { n })}
                addLabel={say("choice_add")}
                make={(named) => named}
                change={(choices) => change({ choices })}
                isLocked={({ id }) => kept.has(id)}
                isFixed={({ id }) => kept.has(id)}
            />
            <div class="row">
                <NumberField
                    label={say("budget")}
                    error={problem("budget")}
                    least={1}
                    most={1000}
                    value={values.budget}
                    change={(budget) => change({ budget })}
                />
                <NumberField
                    label={say("choice_cap")}
                    hint={say("choice_cap_hint")}
                    error={problem("choice_cap")}
                    least={0}
                    most={1000}
                    value={values.choice_cap}
                    change={(choice_cap) => change({ choice_cap })}
                />
            </div>
            <SightChoice
                legend={say("result")}
                values={results}
                value={values.result}
                answered={answered}
                textOf={(value) => ({ label: say(`result_${value}`), hint: say(`result_${value}_hint`) })}
                mayBe={(value) => mayShow(round, answered, value)}
                change={(result) => change({ result })}
            />
        </>
    );
}

// As the settings would have it, whatever is saved.
function promised({ kind, round, form: { values }, groups }: RoundFormProps) {
    const { visibility, authorship, result, scope } = values;
    const isShared =
        authorship === "anonymous" && (scope !== "" || (round?.counted_together === true && round.scope === round.id));
    const ballot = kind === "ballot" ? { ballot: { choices: [], budget: 1, result } } : {};
    const scale = kind === "scale" ? { scale: { statements: [], steps: 2, result } } : {};
    const grouping = kind === "notes" && visibility === "group" && groups.values.way !== "table" ? { grouping: "planned" } : {};
    return { form: kind, visibility, ...grouping, authorship, counted_together: isShared, revealed: round?.revealed === true, ...ballot, ...scale };
}

export function RoundForm(props: RoundFormProps) {
    const { kind, round, answered, isChecked, form } = props;
    const problems = problemsOf(kind, form.values);
    const problem = (setting: Setting) => {
        const found = problems[setting];
        return isChecked && found ? say(problemText[found]) : undefined;
    };
    const part: PartProps = { ...props, fixed: fixedSettings(round, answered), problem };
    return (
        <section class="stack round-form">
            <h3>{say(partText[kind])}</h3>
            {answered ? (
                <p class="said">{say("answered")}</p>
            ) : round?.state === "open" || round?.state === "closing" ? (
                <p class="said">{say("state_open")}</p>
            ) : round?.state === "closed" ? (
                <p class="meta">{say("state_closed")}</p>
            ) : null}
            <Words {...part} />
            <div class="promise-box">
                <p class="meta">{say("promise")}</p>
                <PromiseLine round={promised(props)} />
            </div>
            {kind === "ballot" && <BallotPart {...part} />}
            {kind === "scale" && <ScalePart {...part} />}
            {kind === "notes" && <WhoSees {...part} />}
            {kind === "notes" && form.values.visibility === "group" && <GroupsPart {...props} />}
            {kind === "diary" ? <DiaryPart {...part} /> : <WhoWrote {...part} />}
            {kind === "notes" && <NotesPart {...part} />}
            {kind !== "diary" && <Homework {...part} />}
        </section>
    );
}
