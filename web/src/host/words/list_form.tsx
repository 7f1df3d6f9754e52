// Which questions a list counts, and what it is called: for a new list, or for one that is there.
import { useState } from "preact/hooks";
import { newId } from "../../shared/ids";
import { programmeOf, roundsOf, type Round, type Words } from "../../shared/meeting";
import { countsPersons } from "../../shared/word_list";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { act, actAt } from "../act";
import { remember } from "../undo";
import { say, wordsTexts } from "./texts/words";

// The session's questions that are answered with notes, in the order of the programme.
function askedIn(live: Live, session: string): Round[] {
    const place = new Map(programmeOf(live.all("item"), session).map(({ id }, i) => [id, i]));
    const at = (round: Round) => place.get(round.item ?? "") ?? place.size;
    const asked = roundsOf(live.all("round"), session).filter(({ form }) => form === "notes");
    return asked.sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
}

// In the language of the meeting, not of this page: the room reads it.
function defaultTitle(live: Live): string {
    return wordsTexts[live.profile?.language ?? language.value].list_title_default;
}

async function save(live: Live, list: Words | undefined, title: string, rounds: string[]): Promise<string | undefined> {
    if (!list) {
        const id = newId();
        return (await act(live, "words.put", { id, base: 0, title, rounds, shown: false })) ? id : undefined;
    }
    const before = { title: list.title, rounds: list.rounds };
    const seq = await actAt(live, "words.put", { id: list.id, base: list.seq, title, rounds, shown: list.shown ?? false });
    if (seq === undefined) return undefined;
    const takeBack = () => void act(live, "words.put", { id: list.id, base: seq, ...before, shown: live.find("words", list.id)?.shown ?? false });
    remember({ done: say("did_list"), takeBack });
    return list.id;
}

interface ListFormProps {
    live: Live;
    session: string;
    list: Words | undefined;
    rounds: readonly string[];
    done(list: string | undefined): void;
    cancel: (() => void) | undefined;
}

export function ListForm({ live, session, list, rounds, done, cancel }: ListFormProps) {
    const asked = askedIn(live, session);
    // Those of other sessions stay in the list, though they are not asked about here.
    const elsewhere = rounds.filter((id) => !asked.some((round) => round.id === id));
    const [chosen, choose] = useState<ReadonlySet<string>>(new Set(rounds));
    const [title, setTitle] = useState(list?.title ?? defaultTitle(live));
    const [isSaving, setSaving] = useState(false);
    const picked = asked.filter(({ id }) => chosen.has(id));
    const all = [...elsewhere.map((id) => live.find("round", id)).filter((round) => round !== undefined), ...picked];
    const canSave = all.length > 0 && title.trim() !== "" && !isSaving && live.connectionState.value.state === "joined";
    const toggle = (id: string, on: boolean) => choose(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
    const submit = async (event: Event) => {
        event.preventDefault();
        if (!canSave) return;
        setSaving(true);
        const saved = await save(live, list, title.trim(), [...elsewhere, ...picked.map(({ id }) => id)]);
        setSaving(false);
        if (saved) done(saved);
    };
    return (
        <form class="words-form" onSubmit={submit}>
            <fieldset>
                <legend>{say("rounds")}</legend>
                {asked.map((round) => (
                    <label key={round.id} class="words-check">
                        <input
                            type="checkbox"
                            checked={chosen.has(round.id)}
                            onChange={(event) => toggle(round.id, event.currentTarget.checked)}
                        />
                        <span>{round.question}</span>
                    </label>
                ))}
                <p class="meta" role="status">
                    {all.length === 0 ? say("rounds_none") : countsPersons(all) ? say("rounds_persons") : say("rounds_sums")}
                </p>
            </fieldset>
            <label>
                {say("list_title")}
                <input value={title} maxLength={200} required onInput={(event) => setTitle(event.currentTarget.value)} />
            </label>
            <p class="words-row-buttons words-end">
                <button class="primary" disabled={!canSave}>
                    {list ? say("save") : say("count")}
                </button>
                {cancel && (
                    <button type="button" onClick={cancel}>
                        {say(list ? "cancel" : "counted_already")}
                    </button>
                )}
            </p>
        </form>
    );
}
