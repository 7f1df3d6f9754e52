// The lists of a process as lines that any screen can show: what it is, and under it whose it is and by when.
import { carriedForms, listOf, openAtTheEnd, sinceLast, stands, type Carried } from "../carried";
import type { Theme } from "../boards";
import { roomNotes, type Note, type Session } from "../meeting";
import { dayOf } from "../moments";
import { sortedOut } from "../words_explained";
import { language } from "./language";
import type { Live } from "./live";
import { say } from "./texts/carried";
import { say as sayShared } from "./texts/shared";

export interface CarriedRow {
    id: string;
    text: string;
    under: string;
}

export interface CarriedPage {
    title: string;
    // The title is a question of the process, and not the page's own word.
    isAsked?: boolean;
    rows: CarriedRow[];
}

const MOST = 8; // words, and themes

export function listPage(live: Live, form: (typeof carriedForms)[number]): CarriedPage {
    return { title: say(`list_${form}`), rows: listOf(live.all("entry"), form).filter(stands).map((entry) => rowOf(live, entry)) };
}

export function endPages(live: Live): CarriedPage[] {
    return openAtTheEnd(live.all("entry")).map(({ form, open }) => ({ title: say(`list_${form}`), rows: open.map((entry) => rowOf(live, entry)) }));
}

// What a meeting begins with, list by list.
export function sincePages(live: Live, session: Session): CarriedPage[] {
    const { lists, homework, done, words, themes } = sinceLast({
        session,
        sessions: live.all("session"),
        entries: live.all("entry"),
        rounds: live.all("round"),
        words: live.all("words"),
        boards: live.all("board"),
        themes: live.all("theme"),
    });
    const pages = lists.map(({ form, entries }) => ({ title: say(`list_${form}`), rows: entries.map((entry) => rowOf(live, entry)) }));
    if (homework.length > 0) {
        const rows = homework.map(({ id, question, answered }) => ({
            id, text: question, under: answered ? say("homework_answered", { n: answered }) : "",
        }));
        pages.unshift({ title: say("homework"), rows });
    }
    const answers = done.map((round) => ({ title: round.question, isAsked: true, rows: roomNotes(live.all("note"), round).map(answerRow) }));
    pages.unshift(...answers.filter(({ rows }) => rows.length > 0));
    const counted = words === undefined ? [] : sortedOut(words.words ?? []).counted.slice(0, MOST);
    if (counted.length > 0) pages.push({ title: say("words_then"), rows: counted.map(({ word, label, persons }) => ({ id: word, text: `${label} ${persons}`, under: "" })) });
    if (themes.length > 0) pages.push({ title: say("themes_then"), rows: themes.slice(0, MOST).map(themeRow) });
    return pages;
}

// How far it has come, in the words of its list.
export function sayState(form: Carried["form"], state: Carried["state"]): string {
    return say(`${form}_${state}` as Parameters<typeof say>[0]);
}

function answerRow({ id, text = "", name = "" }: Note): CarriedRow {
    return { id, text, under: name };
}

function themeRow({ id, title = "", notes = 0 }: Theme): CarriedRow {
    return { id, text: title, under: sayShared("notes", { n: notes }) };
}

export function rowOf(live: Live, entry: Carried): CarriedRow {
    const zone = live.profile?.zone ?? "Europe/Stockholm";
    const parts = [
        entry.owner ?? "",
        entry.recipient ? say(entry.form === "trial" ? "at" : "to", { recipient: entry.recipient }) : "",
        entry.until ? say("until", { day: dayOf(entry.until, zone, language.value) }) : "",
        entry.basis === "experience" || entry.basis === "research" ? say(`basis_${entry.basis}`) : "",
        entry.state === "open" ? "" : sayState(entry.form, entry.state),
    ];
    return { id: entry.id, text: entry.text ?? "", under: parts.filter((part) => part !== "").join(" · ") };
}
