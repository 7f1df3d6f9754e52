// An entry of a diary as it is written: what it is about, the text, the day, and tags. What is begun stays on the device.
import { useRef } from "preact/hooks";
import type { DiaryAbout } from "../generated/types";
import { abouts, isAbout, suggestedTags, tagsIn, withTag, type EntryWords, type MyEntry } from "../shared/diary";
import { dayName, firstDayOf, todayIn } from "../shared/diary_day";
import { lengthOf, type Draft } from "../shared/drafts";
import type { Round } from "../shared/meeting";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { say as sayDiary } from "../shared/view/texts/diary";
import { drafts } from "./device";
import { PersonalHint } from "./personal_hint";
import { say } from "./texts/diary";
import { useDraft } from "./use_draft";
import { useWriting } from "./writing";

const LONGEST = 1000;
const LONGEST_TAGS = 200;
const SUGGESTED = 6;

interface DiaryFormProps {
    live: Live;
    round: Round;
    // Of the draft.
    name: string;
    words: EntryWords;
    // Whose tags are offered again.
    entries: readonly MyEntry[];
    send: string;
    label: string;
    // Behind the end there is only what was begun before it, to be read, copied or thrown away.
    isOpen: boolean;
    put(words: EntryWords): Promise<boolean>;
    cancel?(): void;
}

export function DiaryForm({ live, round, name, words, entries, send, label, isOpen, put, cancel }: DiaryFormProps) {
    const form = useRef<HTMLFormElement>(null);
    const begun = useDraft(name, form);
    const tell = useWriting(live, round.id);
    const now = wordsOf(begun.draft, words);
    const change = (some: Partial<EntryWords>) => {
        const next = { ...now, ...some };
        begun.keep(draftOf(next));
        tell(next.text.trim() !== "");
    };
    const days = { first: firstDayOf(round.opened ?? 0), last: todayIn(live) };
    const isDay = now.day >= days.first && now.day <= days.last;
    const isEmpty = now.text.trim() === "" && tagsIn(now.tags).length === 0;
    const tooMany = lengthOf(now.text.trim()) - LONGEST;
    const leave = () => {
        drafts.drop(name);
        begun.clear();
        tell(false);
        cancel?.();
    };
    const submit = (event: Event) => {
        event.preventDefault();
        if (!isOpen) return;
        const wrong = isEmpty || tooMany > 0 ? "textarea" : !isDay ? "[type=date]" : undefined;
        if (wrong) return form.current?.querySelector<HTMLElement>(wrong)?.focus();
        void put(now).then(() => drafts.dropSaid(name, { text: now.text }));
        begun.clear();
        tell(false);
    };
    if (!isOpen && begun.draft === undefined) return null;
    const keys = (event: KeyboardEvent) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
        else if (event.key === "Escape" && cancel) leave();
        else return;
        event.preventDefault();
    };
    return (
        <form ref={form} class="diary-form" onSubmit={submit} onKeyDown={keys} noValidate>
            {!isOpen && <p class="said wrong">{say("closed_draft")}</p>}
            <About value={now.about} change={(about) => change({ about })} />
            <label>
                {label}
                <textarea
                    rows={4} value={now.text} placeholder={say("placeholder")} autoFocus={cancel !== undefined} aria-invalid={tooMany > 0}
                    onInput={(event) => change({ text: event.currentTarget.value })}
                />
                {tooMany > 0 && (
                    <span class="said wrong" role="alert">
                        {say("too_long", { n: tooMany })}
                    </span>
                )}
            </label>
            <PersonalHint text={now.text} />
            <label class="diary-day">
                {say("day")}
                <input type="date" value={now.day} min={days.first} max={days.last} aria-invalid={!isDay} onInput={(event) => change({ day: event.currentTarget.value })} />
                {!isDay && (
                    <span class="said wrong" role="alert">
                        {say("day_wrong", { from: dayName(days.first, language.value), to: dayName(days.last, language.value) })}
                    </span>
                )}
            </label>
            <Tags tags={now.tags} suggested={suggestedTags(entries, now.tags, SUGGESTED)} change={(tags) => change({ tags })} />
            <div class="buttons">
                {isOpen && <button class={cancel ? "" : "primary wide"}>{send}</button>}
                {(cancel || !isOpen) && (
                    <button type="button" class="quiet" onClick={leave}>
                        {say(isOpen ? "cancel" : "drop")}
                    </button>
                )}
            </div>
        </form>
    );
}

function wordsOf(draft: Draft | undefined, words: EntryWords): EntryWords {
    if (!draft) return words;
    const { about, day = words.day, tags = words.tags } = draft.entry ?? {};
    return { ...words, text: draft.text, day, tags, about: isAbout(about) ? about : words.about };
}

function draftOf({ text, about, day, tags }: EntryWords): Draft {
    return { text, entry: { about, day, tags } };
}

function About({ value, change }: { value: DiaryAbout; change(about: DiaryAbout): void }) {
    return (
        <fieldset class="diary-about">
            <legend>{say("about")}</legend>
            <div class="either">
                {abouts.map((about) => (
                    <label key={about}>
                        <input type="radio" checked={about === value} onChange={() => change(about)} />
                        <span>{sayDiary(`about_${about}`)}</span>
                    </label>
                ))}
            </div>
            <p class="meta" aria-live="polite">
                {say(`about_${value}_how`)}
            </p>
        </fieldset>
    );
}

function Tags({ tags, suggested, change }: { tags: string; suggested: readonly string[]; change(tags: string): void }) {
    return (
        <div class="diary-tags">
            <label>
                {say("tags")}
                <input value={tags} maxLength={LONGEST_TAGS} autocomplete="off" onInput={(event) => change(event.currentTarget.value)} />
                <small>{say("tags_how")}</small>
            </label>
            {suggested.length > 0 && (
                <ul class="diary-suggested" aria-label={say("tags_before")}>
                    {suggested.map((tag) => (
                        <li key={tag}>
                            <button type="button" aria-label={say("tag_add", { tag })} onClick={() => change(withTag(tags, tag).slice(0, LONGEST_TAGS))}>
                                {tag}
                            </button>
                        </li>
                    ))}
                </ul>
            )}
        </div>
    );
}
