// What can be done with a word: the same by button, by menu and by key.
import type { WordRow } from "../../generated/types";
import { broughtBack, isUnwritten, removed, sectionOf, type Decision } from "../../shared/word_list";
import { decide, type Step } from "./decide";
import type { Desk } from "./desk";
import { say, type wordsTexts } from "./texts/words";

type Key = keyof (typeof wordsTexts)["sv"];
export type ActionName = "merge" | "rename" | "aside" | "drop" | "back";

export interface Action {
    name: ActionName;
    key: string; // on the keyboard
    text: string;
    run(): void;
}

export const keys: Record<ActionName, string> = { merge: "m", rename: "r", aside: "a", drop: "d", back: "b" };

const marking = (row: WordRow, mark: "aside" | "dropped"): Decision => ({ what: "mark", word: row.word, mark, marked: true });

function decideOne(desk: Desk, row: WordRow, decision: Decision, done: Key): void {
    void decideOf(desk, row.word, [{ decision, row }], say(done, { label: row.label }));
}

// `stays`: the row at which whoever decides goes on.
function decideOf(desk: Desk, stays: string, steps: readonly Step[], done: string): Promise<boolean> {
    desk.actOn(stays);
    return decide(desk.live, desk.id, steps, done);
}

export function actionsFor(desk: Desk, row: WordRow): Action[] {
    const counts = sectionOf(row) === "counts";
    const isDropped = sectionOf(row) === "dropped";
    const action = (name: ActionName, text: Key, run: () => void): Action => ({ name, key: keys[name], text: say(text), run });
    const actions = [
        !counts && action("back", "back", () => decideOne(desk, row, broughtBack(row), "did_back")),
        !isDropped && action("merge", "merge", () => desk.start({ what: "merge", word: row.word })),
        !isDropped && action("rename", "rename", () => desk.start({ what: "rename", word: row.word })),
        counts && !isUnwritten(row) && action("aside", "set_aside", () => decideOne(desk, row, marking(row, "aside"), "did_aside")),
        !isDropped && action("drop", isUnwritten(row) ? "remove" : "drop", () => decideOne(desk, row, removed(row), "did_drop")),
    ];
    return actions.filter((one) => one !== false);
}

export function mergeInto(desk: Desk, words: readonly WordRow[], into: WordRow): Promise<boolean> {
    const steps: Step[] = words.map((row) => ({ decision: { what: "merge", word: row.word, into: into.word }, row }));
    const values = { n: words.length, label: words[0]?.label ?? "", into: into.label };
    return decideOf(desk, into.word, steps, say(words.length === 1 ? "did_merge" : "did_merge_many", values));
}

// Whoever merges looks at what it came to: the row that both are now.
export async function mergeAndFollow(desk: Desk, row: WordRow, into: WordRow): Promise<void> {
    if (!desk.canAct || !(await mergeInto(desk, [row], into))) return;
    desk.work.value = undefined;
    desk.opened.value = into.word;
    desk.active.value = into.word;
}

// A suggestion's word, whose row may be beyond what is here.
export function mergeProposed(desk: Desk, word: string, label: string, into: WordRow): void {
    const decision: Decision = { what: "merge", word, into: into.word };
    const row = desk.rows.find((one) => one.word === word);
    void decideOf(desk, into.word, [{ decision, row }], say("did_merge", { label, into: into.label }));
}

export function takeOut(desk: Desk, row: WordRow, part: string, label: string): void {
    void decideOf(desk, row.word, [{ decision: { what: "merge", word: part, into: "" }, row }], say("did_take_out", { label }));
}

export function splitForm(desk: Desk, row: WordRow, form: string): void {
    void decideOf(desk, row.word, [{ decision: { what: "split", word: form, apart: true }, row }], say("did_take_out", { label: form }));
}

// A word that stands only within a phrase: whatever is decided about it makes it a row of its own.
export function countApart(desk: Desk, row: WordRow, word: string, label: string): void {
    void decideOf(desk, row.word, [{ decision: { what: "mark", word, mark: "kept", marked: true }, row: undefined }], say("did_take_out", { label }));
}

export function rename(desk: Desk, row: WordRow, name: string): Promise<boolean> {
    const done = say("did_rename", { label: row.label, name: name || row.forms?.[0]?.word || row.label });
    return decideOf(desk, row.word, [{ decision: { what: "rename", word: row.word, label: name }, row }], done);
}

export function add(desk: Desk, word: string): Promise<boolean> {
    return decide(desk.live, desk.id, [{ decision: { what: "mark", word, mark: "added", marked: true }, row: undefined }], say("did_add", { label: word }));
}

export function markSelected(desk: Desk, rows: readonly WordRow[], mark: "aside" | "dropped"): void {
    const steps = rows.map((row) => ({ decision: mark === "dropped" ? removed(row) : marking(row, mark), row }));
    void decideOf(desk, rows[0]!.word, steps, say("did_mark_many", { n: rows.length }));
    desk.unselect();
}
