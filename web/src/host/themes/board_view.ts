// What a board's page draws: its themes with their notes, as far as they are looked for, and each note's row.
import { useLayoutEffect, useMemo } from "preact/hooks";
import { isStanding, notesOn, rowKey, rowOf, sectionsOf, themesOf, type Board, type Places, type Section, type Theme } from "../../shared/boards";
import type { Note } from "../../shared/meeting";
import { Arrivals } from "../../shared/note_lists";
import { folded } from "../../shared/word_list";
import { useTurn } from "../../shared/view/calm_order";
import type { Live } from "../../shared/view/live";
import type { BoardDesk } from "./board_desk";

export interface BoardView {
    themes: Theme[];
    sections: Section[];
    places: Places;
    // All that is on record, and what is found of it.
    notes: Note[];
    found: number;
    isWhole: boolean;
    groups: { id: string; name: string }[];
    waiting: number;
    moved: number;
    // The notes' rows, one below the other, as far as they are unfolded.
    keys: string[];
}

// `isFolding`: in the list, where sections are folded; the wall has all of them open.
export function useBoardView(desk: BoardDesk, board: Board, isFolding: boolean): BoardView {
    const { live } = desk;
    const arrivals = useMemo(() => new Arrivals(), [board.id]);
    const notes = arrivals.sorted(notesOn(live.all("note"), board));
    const { places, waiting, moved } = desk.places();
    const themes = desk.themes(themesOf(live.all("theme"), board.id, desk.order.value), useTurn(!desk.isBusy));
    useMarksOfRows(desk, notes, themes, places);
    const wanted = folded(desk.search.value);
    const round = desk.round.value;
    const group = desk.group.value;
    const isWhole = wanted === "" && round === "" && group === "";
    const passes = (note: Note) => (round === "" || note.round === round) && (group === "" || groupOf(note) === group) && folded(note.text ?? "").includes(wanted);
    const shown = isWhole ? notes : notes.filter(passes);
    const sections = sectionsOf(themes, shown, places);
    const isOpen = ({ theme }: Section) => !isFolding || !desk.folded.value.has(theme?.id ?? "");
    const keys = sections.filter(isOpen).flatMap(({ theme, notes: own }) => own.map(({ id }) => rowKey({ theme: theme?.id, note: id })));
    return { themes, sections, places, notes, found: shown.length, isWhole, groups: groupsIn(live, notes), waiting, moved, keys };
}

// What is marked and gone, or stands elsewhere by now, is not marked any more.
function useMarksOfRows(desk: BoardDesk, notes: readonly Note[], themes: readonly Theme[], places: Places): void {
    const marked = desk.marked.value;
    useLayoutEffect(() => {
        if (marked.size === 0) return;
        const [known, standing] = [notes, themes].map((things) => new Set(things.map(({ id }) => id)));
        const kept = [...marked].filter((key) => isStanding(rowOf(key), known!, standing!, places));
        if (kept.length < marked.size) desk.marked.value = new Set(kept);
    });
}

const groupOf = ({ group, table }: Note) => group ?? table;

// Those that have written on this board.
function groupsIn(live: Live, notes: readonly Note[]): { id: string; name: string }[] {
    const wrote = new Set(notes.map(groupOf));
    const groups = live.all("grouping").flatMap((grouping) => grouping.groups ?? []);
    const tables = live.all("session").flatMap((session) => session.tables ?? []);
    return [...groups, ...tables].filter(({ id }) => wrote.has(id)).map(({ id, name }) => ({ id, name }));
}

// What stands under a note: its group, or whose answer it is.
export function fromOf(live: Live, view: Pick<BoardView, "groups">, note: Note): string {
    const group = view.groups.find(({ id }) => id === groupOf(note))?.name;
    const organisation = live.profile?.organisations?.find(({ id }) => id === note.organisation)?.name;
    return [organisation ?? note.name, group].filter(Boolean).join(", ");
}

// The other themes that a note is in.
export function alsoOf({ places, themes }: BoardView, note: string, theme: string | undefined): string {
    const others = (places.get(note) ?? []).filter((id) => id !== theme);
    return others.map((id) => themes.find((one) => one.id === id)?.title).filter(Boolean).join(", ");
}
