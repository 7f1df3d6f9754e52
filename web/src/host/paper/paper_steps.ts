// What is done with a note on paper: entered, changed, taken away; each with how it is taken back. Nothing waits for the network:
// the outbox keeps what is entered until the server has it.
import type { EventNoteEnter, Reason } from "../../generated/types";
import { newId } from "../../shared/ids";
import { cut, startOf } from "../../shared/lines";
import type { Round } from "../../shared/meeting";
import type { Command } from "../../shared/outbox";
import { notTaken, sentAgain, withNote, type PaperNote, type Pile } from "../../shared/paper";
import type { Live } from "../../shared/view/live";
import { hasCome, rememberAt, seqOf } from "../act";
import { put } from "../saving";
import { changePile, pileName, pileOf } from "./pile";
import { say } from "./texts/paper";

// What a note says by the last that was said here, until it is seen among the others.
const said = new Map<string, string>();

// (It stands on a button.)
function shortly(text: string): string {
    const line = startOf(text);
    return line.length <= 30 ? line : `${cut(line, 28).trimEnd()}…`;
}

export function enterNote(live: Live, round: Round, text: string, person: string | undefined, group: string | undefined): Pile {
    const name = pileName(round);
    const note: PaperNote = { id: newId(), round: round.id, person: person ?? newId(), rev: 0, ...(group === undefined ? {} : { group }) };
    const pile = changePile(name, (pile) => withNote(pile, note, Date.now()));
    const back = () => tell(live, name, note.id, text, true);
    remember(live, note.id, tell(live, name, note.id, text, false), { done: say("done_entered", { text: shortly(text) }), back, holds: text });
    return pile;
}

export function changeNote(live: Live, name: string, { id }: PaperNote, before: string | undefined, text: string): void {
    const back = () => tell(live, name, id, before ?? text, before === undefined);
    remember(live, id, tell(live, name, id, text, false), { done: say("done_changed", { text: shortly(text) }), back, holds: text });
}

export function removeNote(live: Live, name: string, { id }: PaperNote, text: string): void {
    const back = () => tell(live, name, id, text, false);
    remember(live, id, tell(live, name, id, text, true), { done: say("done_removed", { text: shortly(text) }), back, holds: undefined });
}

// The seq at which the server took it; nothing where it refused, and then the text stands in the pile.
async function tell(live: Live, name: string, id: string, text: string, removed: boolean): Promise<number | undefined> {
    const note = changePile(name, (pile) => sentAgain(pile, id, removed)).notes.find((one) => one.id === id);
    if (!note) return undefined;
    if (removed) said.delete(id);
    else said.set(id, text);
    const { round, person, rev, group } = note;
    const { result, refused } = await put(live, "note.enter", { id, round, person, rev, text, ...(group === undefined ? {} : { group }), ...(removed ? { removed } : {}) });
    if (!refused) return seqOf(result);
    markRefused(name, id, text, refused.reason);
    return undefined;
}

function markRefused(name: string, id: string, text: string, reason: Reason): void {
    said.delete(id);
    changePile(name, (pile) => notTaken(pile, id, { text, reason }));
}

type Back = { done: string; back(): Promise<number | undefined>; holds: string | undefined };

function remember(live: Live, id: string, told: Promise<number | undefined>, { done, back, holds }: Back): void {
    void told.then((seq) => {
        if (seq === undefined) return;
        const takeBack = async () => {
            const at = await back();
            if (at !== undefined) await hasCome(live, at);
            return at !== undefined;
        };
        rememberAt(live, seq, { done, takeBack, holds: () => live.session.store.shared("note", id)?.text === holds?.normalize() });
    });
}

export function entering(commands: readonly Command[]): Command[] {
    return commands.filter(({ method }) => method === "note.enter");
}

// What was refused before the page was loaded again, or while another one was shown: it waits in its pile, and needs to be said
// nowhere else.
export function keepRefused(live: Live): void {
    for (const { command, params, refused } of entering(live.commands)) {
        const { id, text, round } = params as EventNoteEnter;
        const name = pileName(live.session.store.find("round", round) ?? { id: round });
        if (!refused || !pileOf(name).peek().notes.some((note) => note.id === id)) continue;
        markRefused(name, id, text, refused.reason);
        live.session.outbox.dismiss(command);
    }
}

// What a note says, and whether the server has that yet; nothing where it is gone.
export function textOf(live: Live, id: string): { text: string; isWaiting: boolean; isHidden: boolean } | undefined {
    const known = live.find("note", id);
    const waiting = entering(live.commands).filter(({ params, refused }) => (params as EventNoteEnter).id === id && !refused).at(-1);
    const told = (waiting?.params as EventNoteEnter | undefined)?.text;
    const text = told ?? known?.text ?? said.get(id);
    if (known && !waiting) said.delete(id);
    return text === undefined ? undefined : { text, isWaiting: waiting !== undefined, isHidden: known?.hidden === true };
}
