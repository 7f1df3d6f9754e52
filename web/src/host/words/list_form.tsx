// Which questions a list counts, and what it is called: for a new list, or for one that is there.
import { useState } from "preact/hooks";
import type { EventWordsPut } from "../../generated/types";
import { newId } from "../../shared/ids";
import { programmeOf, roundsOf, type Round, type Words } from "../../shared/meeting";
import { saysSame } from "../../shared/undo_stack";
import { countsPersons } from "../../shared/word_list";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { actBack, actUndoably } from "../act";
import { say, wordsTexts } from "./texts/words";

// The session's questions that are answered with notes, in the order of the programme.
function askedIn(live: Live, session: string): Round[] {
    const place = new Map(programmeOf(live.all("item"), session).map(({ id }, i) => [id, i]));
    const at = (round: Round) => place.get(round.item ?? "") ?? place.size;
    const asked = roundsOf(live.all("round"), session).filter(({ form }) => form === "notes");
    return asked.sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
}

// In the language of the meeting, not of this page: the room reads it.
export function defaultListTitle(live: Live): string {
    return wordsTexts[live.profile?.language ?? language.value].list_title_default;
}

// Whether a list is still as it was put here; what is decided in it is taken back by itself.
function isAsPut(list: Words | undefined, put: Pick<EventWordsPut, "title" | "rounds">): boolean {
    return list !== undefined && saysSame([list.title, list.rounds], [put.title, put.rounds]);
}

export async function makeList(live: Live, title: string, rounds: string[]): Promise<string | undefined> {
    const id = newId();
    const put = { id, base: 0, title, rounds, shown: false };
    const list = () => live.session.store.shared("words", id);
    const taken = await actUndoably(live, {
        method: "words.put",
        params: put,
        done: say("did_new_list", { title }),
        takeBack: () => actBack(live, "words.put", { ...put, base: list()?.seq ?? 0, removed: true }),
        holds: () => isAsPut(list(), put) && !list()?.shown,
    });
    return taken ? id : undefined;
}

export async function changeList(live: Live, list: Words, title: string, rounds: string[]): Promise<string | undefined> {
    const { id } = list;
    const before = { title: list.title, rounds: list.rounds };
    const now = () => live.session.store.shared("words", id);
    const shown = () => now()?.shown ?? false;
    const taken = await actUndoably(live, {
        method: "words.put",
        params: { id, base: list.seq, title, rounds, shown: shown() },
        done: say("did_list"),
        takeBack: () => actBack(live, "words.put", { id, base: now()?.seq ?? 0, ...before, shown: shown() }),
        holds: () => isAsPut(now(), { title, rounds }),
    });
    return taken ? id : undefined;
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
    const [title, setTitle] = useState(list?.title ?? defaultListTitle(live));
    const [isSaving, setSaving] = useState(false);
    const picked = asked.filter(({ id }) => chosen.has(id));
    const all = [...elsewhere.map((id) => live.find("round", id)).filter((round) => round !== undefined), ...picked];
    const canSave = all.length > 0 && title.trim() !== "" && !isSaving && live.connectionState.value.state === "joined";
    const toggle = (id: string, on: boolean) => choose(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
    const submit = async (event: Event) => {
        event.preventDefault();
        if (!canSave) return;
        setSaving(true);
        const counted = [...elsewhere, ...picked.map(({ id }) => id)];
        const saved = await (list ? changeList(live, list, title.trim(), counted) : makeList(live, title.trim(), counted));
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
