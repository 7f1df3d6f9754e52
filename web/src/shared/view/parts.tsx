// Small parts that the three pages share.
import type { ComponentChildren } from "preact";
import { paperOf, type Note, type Round } from "../meeting";
import { dayAndTime, timeLeft } from "../moments";
import { promiseOf } from "../promise";
import { ticking } from "./clock";
import { chooseLanguage, language } from "./language";
import { say } from "./texts/shared";

type PaperProps = { note: Pick<Note, "id" | "text" | "group_size" | "name" | "entered"> & { table?: string | undefined; of?: string }; children?: ComponentChildren; class?: string };

// A sticky note; `table` is what its group is called where it wrote as one, `of` where that is said of each note. That it was entered for somebody is said where the server says it.
export function Paper({ note, children, class: more }: PaperProps) {
    const who = note.name ?? (note.entered ? say("entered") : undefined);
    const from = note.group_size ? say("from_group", { n: note.group_size, table: note.table ?? say("a_group") }) : [who, note.of].filter(Boolean).join(" · ");
    return (
        <div class={`note p${paperOf(note.id)} ${more ?? ""}`}>
            <p class="note-text">{note.text}</p>
            {from && <p class="note-from">{from}</p>}
            {children}
        </div>
    );
}

// An eye beside the promise, crossed out where nobody is seen: the text says what it means.
function Eye({ crossed }: { crossed: boolean }) {
    return (
        <svg class="eye" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" />
            <circle cx="10" cy="10" r="2.4" />
            {crossed && <path d="M4 16 16 4" />}
        </svg>
    );
}

export function Promise({ round }: { round: Parameters<typeof promiseOf>[0] }) {
    return (
        <p class="promise">
            <Eye crossed={round.authorship === "anonymous" || round.authorship === "linked"} />
            <span>{promiseOf(round).map((key) => say(key)).join(" ")}</span>
        </p>
    );
}

// "3 dagar kvar", "7 min kvar", at last "40 sekunder kvar"; nothing once the time is out. `offset`: the server's clock against ours;
// `zone`: where a wait of hours and days says when it ends, too.
export function TimeLeft({ deadline, offset, zone }: { deadline: number | undefined; offset: number; zone?: string }) {
    if (!deadline) return null;
    const { unit, n } = timeLeft(deadline, ticking.value + offset);
    if (n === 0) return null;
    const isLong = zone !== undefined && (unit === "days" || unit === "hours");
    return (
        <span class="time-left">
            {say(`${unit}_left`, { n })}
            {isLong && ` · ${say("until", { time: dayAndTime(deadline, zone, language.value) })}`}
        </span>
    );
}

// When something that was open for days ended by itself: nothing where somebody closed it.
export function endedAt({ state, deadline = 0, homework }: Pick<Round, "state" | "deadline" | "homework">, zone: string, now: number): string | undefined {
    return homework && state !== "planned" && deadline > 0 && deadline <= now ? say("ended_at", { time: dayAndTime(deadline, zone, language.value) }) : undefined;
}

export function LanguageSwitch() {
    const other = language.value === "sv" ? "en" : "sv";
    return (
        <button type="button" class="quiet" lang={other} onClick={() => chooseLanguage(other)}>
            {say("language_other")}
        </button>
    );
}
