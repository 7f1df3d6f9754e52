// One item of the programme, and its question: a form that saves both.
import { useEffect, useRef, useState } from "preact/hooks";
import type { RoundForm as RoundKind } from "../generated/types";
import { joinedIn, usualGroups } from "../shared/grouping";
import { groupsProblem, groupsSettingsOf, type GroupsSettings } from "../shared/grouping_settings";
import { newId } from "../shared/ids";
import { bearsRounds, isRunning, isTalkedAt, type Item, type Round } from "../shared/meeting";
import type { RefusedCommand } from "../shared/outbox_storage";
import { hasAnswers, problemsOf, roundPut, settingsOf, startingWith, type RoundSettings } from "../shared/round_settings";
import type { Live } from "../shared/view/live";
import { canAct } from "./act";
import { addReady, removeItem, removeRound } from "./agenda";
import { formOf, type Form } from "./draft";
import { goToWrong } from "./field";
import { groupingsFor } from "./groups/known";
import { usualRows } from "./groups/rows";
import { saveGroups, takeAwayGroups, type Made } from "./groups/steps";
import { AboutField, CueField, isMinutes, ItemFields, LONGEST_TITLE, StudiesField, SummaryField } from "./item_fields";
import { RoundForm } from "./round_form";
import { SaveBar, useSaving } from "./save_bar";
import { itemSettings, saveItem, saveRound, type ItemSettings } from "./item_steps";
import { say } from "./texts/agenda";

// Who wrote a new question and left the item's name as every such item is called means the question.
function titleFor(title: string, asked: AskedForm | undefined): string {
    const named = title.trim();
    if (!asked || asked.round || named !== say(`form_${asked.kind}`)) return named;
    return [...asked.form.values.question.trim()].slice(0, LONGEST_TITLE).join("");
}

// Each only where it changed; the item first, which the question stands in.
async function save(
    live: Live,
    item: Item,
    about: Form<ItemSettings>,
    asked: AskedForm | undefined,
): Promise<RefusedCommand | undefined> {
    const title = titleFor(about.values.title, asked);
    if (about.isDirty || title !== about.values.title) {
        const sent = about.values;
        const refused = await saveItem(live, item, { ...sent, title, about: sent.about.trim(), cue: sent.cue.trim(), summary: sent.summary.trim() });
        if (refused) return refused;
        about.saved(sent);
    }
    if (!asked || !(asked.form.isDirty || asked.groups.isDirty || !asked.round)) return undefined;
    const { round, kind } = asked;
    const { grouping = "", unused, refused: refusedGroups } = await saveItsGroups(live, item.session, asked);
    const sent = asked.form.values;
    const isSaid = refusedGroups !== undefined || (round && !asked.form.isDirty && grouping === asked.form.values.grouping);
    const place = { id: round?.id ?? newId(), base: round?.seq ?? 0, session: item.session, item: item.id, form: kind };
    const refused = isSaid ? refusedGroups : await saveRound(live, roundPut(place, { ...sent, grouping }), round);
    if (refused && unused !== undefined) await takeAwayGroups(live, unused);
    if (refused) return refused; // (what is said of new groups is kept until the question goes by them)
    asked.groups.saved(asked.groups.values);
    asked.form.saved(sent);
    return undefined;
}

// What the question goes by must be there before it.
async function saveItsGroups(live: Live, session: string, { round, kind, form: { values }, groups }: AskedForm): Promise<Made> {
    if (kind !== "notes" || values.visibility !== "group") return {};
    if (round?.grouping !== undefined && !groups.isDirty) return { grouping: round.grouping };
    const sent = groups.values;
    const old = live.find("grouping", round?.grouping);
    const made = await saveGroups(live, session, values.question, sent, old);
    if (!made.refused && old) groups.saved(sent);
    return made;
}

interface AskedForm {
    round: Round | undefined;
    kind: RoundKind;
    form: Form<RoundSettings>;
    groups: Form<GroupsSettings>;
    answered: boolean;
}

// The question that the item has, or the one that is being made.
function askedOf(live: Live, item: Item, round: Round | undefined, making: RoundKind | undefined): AskedForm | undefined {
    const kind = round?.form ?? making;
    if (kind === undefined) return undefined;
    const form = formOf(`round ${round?.id ?? item.id}`, round ? settingsOf(round) : startingWith(kind));
    const answered = round !== undefined && hasAnswers(round, live.all("note"), live.find("tally", round.id) ?? live.find("scale_tally", round.id));
    return { round, kind, form, groups: groupsFormOf(live, item, round), answered };
}

function groupsFormOf(live: Live, item: Item, round: Round | undefined): Form<GroupsSettings> {
    const session = live.find("session", item.session);
    const name = `groups ${round?.id ?? item.id}`;
    const people = joinedIn(live.all("participant"), item.session).length;
    const usual = { rows: usualRows(name, live.tongue ?? "sv", usualGroups(people)), hasTables: (session?.tables?.length ?? 0) > 0 };
    return formOf<GroupsSettings>(name, groupsSettingsOf(round, live.find("grouping", round?.grouping), usual));
}

function isSoundlyGrouped(live: Live, item: Item, { round, form, groups }: AskedForm): boolean {
    return form.values.visibility !== "group" || groupsProblem(groups.values, groupingsFor(live, item.session, round).here) === undefined;
}

// Why nobody may take them away now; nothing where that can be done.
function whyKept(live: Live, rounds: readonly Round[]): string | undefined {
    const isAnswered = (round: Round) => hasAnswers(round, live.all("note"), live.find("tally", round.id) ?? live.find("scale_tally", round.id));
    if (rounds.some(isAnswered)) return say("remove_has_answers");
    return rounds.some(isRunning) ? say("remove_open") : undefined;
}

function NoRound({ make }: { make(kind: RoundKind): void }) {
    return (
        <div class="stack">
            <p>{say("no_round")}</p>
            <p class="meta">{say("no_round_words")}</p>
            <p class="actions">
                <button type="button" onClick={() => make("notes")}>
                    {say("make_notes")}
                </button>
                <button type="button" onClick={() => make("ballot")}>
                    {say("make_ballot")}
                </button>
                <button type="button" onClick={() => make("scale")}>
                    {say("make_scale")}
                </button>
                <button type="button" onClick={() => make("diary")}>
                    {say("make_diary")}
                </button>
            </p>
        </div>
    );
}

// What an item that is no question may have: in one press, with what is usual there.
function NoReady({ item, isOff, add }: { item: Item; isOff: boolean; add(): void }) {
    const what = item.form === "checkout" ? "checkout" : item.form === "film" ? "film" : "lecture";
    return (
        <div class="stack">
            <p class="actions">
                <button type="button" disabled={isOff} onClick={add}>
                    {say(`ready_${what}`)}
                </button>
            </p>
            <p class="meta">{say(`ready_${what}_hint`)}</p>
        </div>
    );
}

type WhichProps = { rounds: readonly Round[]; round: Round | undefined; choose(id: string): void };

function Which({ rounds, round, choose }: WhichProps) {
    return (
        <p class="actions" role="group" aria-label={say("questions_here")}>
            {rounds.map(({ id, question }) => (
                <button key={id} type="button" class="small" aria-pressed={id === round?.id} onClick={() => choose(id)}>
                    {question}
                </button>
            ))}
        </p>
    );
}

type ItemFormProps = {
    live: Live;
    item: Item;
    rounds: readonly Round[];
    making: RoundKind | undefined;
    make(kind: RoundKind | undefined): void;
    close(): void;
};

export function ItemForm({ live, item, rounds, making, make, close }: ItemFormProps) {
    const [chosen, choose] = useState<string>();
    const round = rounds.find(({ id }) => id === chosen) ?? rounds[0];
    const heading = useRef<HTMLHeadingElement>(null);
    const [isChecked, setChecked] = useState(false);
    const saving = useSaving();
    const about = formOf<ItemSettings>(`item ${item.id}`, itemSettings(item));
    const asked = askedOf(live, item, round, making);
    useEffect(() => heading.current?.focus(), [item.id]);
    const isSound =
        about.values.title.trim() !== "" &&
        isMinutes(about.values.minutes) &&
        (!asked || (Object.keys(problemsOf(asked.kind, asked.form.values)).length === 0 && isSoundlyGrouped(live, item, asked)));
    const submit = (event: Event) => {
        event.preventDefault();
        setChecked(true);
        if (!isSound) goToWrong(event.currentTarget);
        else void saving.run(() => save(live, item, about, asked)).then((done) => done && setChecked(false));
    };
    const remove = () => void saving.run(() => removeItem(live, item)).then((done) => done && close());
    const drop = () => round && void saving.run(() => removeRound(live, round));
    const why = whyKept(live, rounds);
    const isQuestion = item.form === "round";
    const forms = asked ? [about, asked.form, asked.groups] : [about];
    return (
        <form class="stack item-form" onSubmit={submit} noValidate>
            <button type="button" class="quiet back" onClick={close}>
                {say("back")}
            </button>
            <h2 ref={heading} tabIndex={-1}>
                {item.title}
            </h2>
            <ItemFields form={about} isRound={isQuestion} hasRounds={rounds.length > 0} hasStudies={live.all("study").length > 0} isChecked={isChecked} />
            {(!isQuestion || !asked || item.about) && <AboutField form={about} />}
            {isTalkedAt(about.values.form) && <SummaryField form={about} />}
            {about.values.form === "research" && <StudiesField live={live} form={about} />}
            {rounds.length > 1 && <Which rounds={rounds} round={round} choose={choose} />}
            {asked && <RoundForm live={live} session={item.session} {...asked} isChecked={isChecked} />}
            {round && !isQuestion && (
                <div>
                    <button type="button" class="quiet" disabled={whyKept(live, [round]) !== undefined} onClick={drop}>
                        {say("remove_question")}
                    </button>
                </div>
            )}
            {!asked && isQuestion && <NoRound make={make} />}
            {!asked && !isQuestion && bearsRounds(item.form) && (
                <NoReady item={item} isOff={!canAct(live)} add={() => void saving.run(() => addReady(live, item))} />
            )}
            <CueField form={about} />
            <SaveBar live={live} forms={forms} saving={saving} isNew={asked !== undefined && !asked.round} />
            <div>
                <button type="button" class="quiet" disabled={why !== undefined} onClick={remove}>
                    {say("remove")}
                </button>
                {why && <small class="hint">{why}</small>}
            </div>
        </form>
    );
}
