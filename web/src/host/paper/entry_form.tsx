// The next note of the pile: whose it is, what it says, and Enter. The field is free at once for the one after.
import { useRef, useState } from "preact/hooks";
import { emptyDraft, fitted, isEmptyDraft, isPutable, textOfDraft, type Draft } from "../../shared/drafts";
import { groupsOf, type Group } from "../../shared/grouping";
import type { Round } from "../../shared/meeting";
import { enteredAs, nextPerson, numberOf, otherPerson, type Pile } from "../../shared/paper";
import type { Live } from "../../shared/view/live";
import { SelectField } from "../field";
import { NoteFields } from "./note_fields";
import { enterNote, textOf } from "./paper_steps";
import { changePile, drafts, pileName } from "./pile";
import { say } from "./texts/paper";

// `standing`: how many notes a person has here.
type Props = { live: Live; round: Round; pile: Pile; standing(person: string): number };

export function EntryForm({ live, round, pile, standing }: Props) {
    const name = `paper ${round.id}`;
    const form = useRef<HTMLFormElement>(null);
    const [draft, setDraft] = useState<Draft>(() => drafts.find(name) ?? emptyDraft(round));
    const [said, setSaid] = useState("");
    const [last, setLast] = useState<{ note: string; n: number }>();
    const whole = fitted(draft, round.notes?.fields ?? 0);
    const next = nextPerson(pile);
    const other = otherPerson(pile);
    const groups = groupsOf(round, live.find("grouping", round.grouping), live.find("session", round.session));
    const group = groups.find(({ id }) => id === pile.group)?.id;
    const change = (draft: Draft) => {
        drafts.keep(name, draft);
        setDraft(draft);
        setSaid("");
        setLast(undefined);
    };
    const focus = () => form.current?.querySelector<HTMLElement>("textarea, .paper-words input")?.focus();
    const enter = (isOther: boolean) => {
        const person = isOther ? other : next;
        const full = fullOf(round, pile, person, standing);
        if (full) setSaid(full);
        else if (isPutable(whole, round)) {
            const now = enterNote(live, round, textOfDraft(whole), person, group);
            change(emptyDraft(round));
            setLast({ note: now.notes.at(-1)!.id, n: numberOf(now, now.last) });
        }
        focus();
    };
    return (
        <form
            ref={form}
            class="paper-entry"
            onSubmit={(event) => {
                event.preventDefault();
                enter(false);
            }}
        >
            <Who round={round} pile={pile} />
            {groups.length > 0 && <OfGroup round={round} groups={groups} group={group} />}
            <NoteFields draft={whole} hint={keysOf(round, pile)} change={change} done={enter} />
            <div class="actions">
                <button class={isEmptyDraft(whole) ? "" : "primary"}>{say(next === undefined ? "enter_new" : "enter_same", { n: numberOf(pile, next) })}</button>
                {pile.people.length > 0 && (
                    <button type="button" class="quiet" onClick={() => enter(true)}>
                        {say(other === undefined ? "enter_new" : "enter_same", { n: numberOf(pile, other) })}
                    </button>
                )}
                <span role="status" class="meta">
                    {said || (last && saidOf(live, last))}
                </span>
            </div>
        </form>
    );
}

function saidOf(live: Live, { note, n }: { note: string; n: number }): string {
    const known = textOf(live, note);
    const isAway = live.connectionState.value.state !== "joined";
    const as = enteredAs(known && { isWaiting: known.isWaiting, isAway });
    return as ? say(as, { n }) : "";
}

// Why a person can have no more notes; nothing where they can.
function fullOf(round: Round, pile: Pile, person: string | undefined, standing: Props["standing"]): string | undefined {
    const cap = round.notes?.cap ?? 0;
    if (person === undefined || cap === 0 || standing(person) < cap) return undefined;
    return say("full_person", { n: cap, person: numberOf(pile, person) });
}

function keysOf(round: Round, pile: Pile): string {
    const other = otherPerson(pile);
    const keys = say((round.notes?.fields ?? 0) > 0 ? "keys_fields" : "keys");
    if (pile.people.length === 0) return keys;
    return `${keys} ${other === undefined ? say("keys_other_new") : say("keys_other_same", { n: numberOf(pile, other) })}`;
}

// Where answers are shown group by group, or table by table. It stays for the next note: a pile is usually one table's.
function OfGroup({ round, groups, group }: { round: Round; groups: readonly Group[]; group: string | undefined }) {
    const isTables = round.grouping === undefined;
    const options = [{ value: "", label: say(isTables ? "no_table" : "no_group") }, ...groups.map(({ id, name }) => ({ value: id, label: name }))];
    const choose = (id: string) => void changePile(pileName(round), ({ group: _, ...pile }) => (id === "" ? pile : { ...pile, group: id }));
    return <SelectField label={say(isTables ? "of_table" : "of_group")} value={group ?? ""} options={options} change={choose} />;
}

function Who({ round, pile }: { round: Round; pile: Pile }) {
    const choose = (how: Partial<Pile>) => void changePile(pileName(round), (pile) => ({ ...pile, ...how }));
    const next = nextPerson(pile);
    const isAny = pile.people.length > 0;
    return (
        <fieldset class="plain paper-who">
            <legend>{say("who")}</legend>
            <label class="tick">
                <input type="radio" name="paper-who" checked={next === undefined} onChange={() => choose({ isNew: true })} />
                {say("new_person", { n: pile.people.length + 1 })}
            </label>
            <span class="paper-same">
                <label class="tick">
                    <input type="radio" name="paper-who" disabled={!isAny} checked={next !== undefined} onChange={() => choose({ isNew: false })} />
                    {say("same_person")}
                </label>
                <select
                    aria-label={say("which")}
                    disabled={!isAny}
                    value={pile.last}
                    onChange={(event) => choose({ isNew: false, last: event.currentTarget.value })}
                >
                    {!isAny && <option value="">–</option>}
                    {pile.people.map((person, at) => (
                        <option key={person} value={person}>
                            {say("person", { n: at + 1 })}
                        </option>
                    ))}
                </select>
            </span>
        </fieldset>
    );
}
