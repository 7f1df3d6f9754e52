// What a simulated person does on a board on which all sort: one note at a time, into the theme where it belongs most. Pure.
import type { EventNoteSort } from "../../generated/types";
import { isSortedHere } from "../board_sight";
import { notesOn, placesOf, placesWith, queueOf, themesOf, type Board, type Theme } from "../boards";
import { hash, roomNotes, type Note } from "../meeting";
import type { Store } from "../store";
import type { Desk } from "./answering";

// The boards that have something left to sort, in a session that goes on. (What is left is told once all may see the notes.)
export function boardsToSort(store: Store, session: string): Board[] {
    if (store.find("session", session)?.state !== "live") return [];
    const left = store.all("board").filter((board) => board.revealed === true && (board.unsorted ?? 0) > 0);
    return left.filter((board) => isSortedHere(board, store.all("round")));
}

// Nothing where nothing is left for this person, whom `who` tells from others. What they have `tried` they leave alone, whatever
// became of it.
export function sortOf(board: string, who: string, tried: ReadonlySet<string>, { store, commands }: Desk): EventNoteSort | undefined {
    const found = store.find("board", board);
    const themes = themesOf(store.all("theme"), board);
    if (!found || themes.length === 0) return undefined;
    const waiting = commands.filter(({ method }) => method === "note.sort").map(({ params }) => params as EventNoteSort);
    const places = placesWith(placesOf(store.all("sorting"), board), waiting, board);
    const [next] = queueOf(readable(store, found), places, [], (id) => hash(who + id)).filter(({ id }) => !tried.has(id));
    return next && { board, note: next.id, to: mostLike(next, themes).id };
}

function readable(store: Store, board: Board): Note[] {
    const notes = notesOn(store.all("note"), board);
    return store.all("round").flatMap((round) => (board.rounds.includes(round.id) ? roomNotes(notes, round) : []));
}

// The one that the note names; else each has its own, the same for all.
function mostLike({ id, text = "" }: Note, themes: readonly Theme[]): Theme {
    const said = text.toLocaleLowerCase("sv");
    const fit = (theme: Theme) => (isNamed(theme, said) ? 1 : 0) + (hash(id + theme.id) % 1000) / 1000;
    return themes.reduce((best, theme) => (fit(theme) > fit(best) ? theme : best));
}

const isNamed = ({ title = "" }: Theme, said: string) => title !== "" && said.includes(title.toLocaleLowerCase("sv"));
