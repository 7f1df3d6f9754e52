// Boards in a template and in copies: their name, the rounds whose notes are sorted there, and the themes with what belongs to each
// and their keys, so that two of them can be laid side by side. What was sorted is not there. Nor is who sorts and who sees it: whoever
// is to write next time must not read first what came of it the last time. Pure.
import type { Language } from "../generated/types";
import { MOST_ROUNDS, themesOf, type Board, type Theme } from "./boards";
import { spread } from "./positions";
import { keyOf, wordsIn, type TemplateBoard, type TemplateTheme, type Words } from "./template";
import type { Step } from "./template_steps";

export interface Boards {
    boards?: readonly Board[];
    themes?: readonly Theme[];
}

// What may leave the process: where all sort, the themes are people's own words.
export function boardsToKeep<M extends Boards>(meeting: M): M {
    const { boards = [], themes = [] } = meeting;
    const own = new Set(boards.filter(({ hands }) => hands === "hosts").map(({ id }) => id));
    return { ...meeting, themes: themes.filter(({ board }) => own.has(board)) };
}

interface Naming {
    // A round by its key; nothing where it is not there.
    nameOf(round: string): string | undefined;
    unique(): { unique(wanted: string): string };
    words(text: string): Words;
}

// Of these those whose rounds are all there.
export function boardsIn({ boards = [], themes = [] }: Boards, isHere: (board: Board) => boolean, { nameOf, unique, words }: Naming): TemplateBoard[] {
    const here = boards.filter((board) => !board.removed && board.rounds.length > 0 && isHere(board));
    return here.map(({ id, title, rounds }) => {
        const keys = unique();
        return {
            title: words(title),
            rounds: rounds.map(nameOf).filter((name) => name !== undefined),
            themes: themesOf(themes, id).filter((theme) => theme.title).map(({ title: name = "", definition, key }): TemplateTheme => {
                return { key: keys.unique(key || keyOf(name)), title: words(name), ...(definition ? { definition: words(definition) } : {}) };
            }),
        };
    });
}

type Speaking = { language: Language; newId(): string };

export function boardSteps({ title, themes = [] }: TemplateBoard, rounds: readonly string[], { language, newId }: Speaking): Step[] {
    if (rounds.length === 0) return [];
    const board = newId();
    const positions = spread(themes.length);
    const named = themes.map(({ key, title: name, definition }, i): Step => {
        const about = definition && wordsIn(definition, language);
        const params = { id: newId(), base: 0, board, title: wordsIn(name, language), position: positions[i]!, key, ...(about ? { definition: about } : {}) };
        return { method: "theme.put", params };
    });
    return [{ method: "board.put", params: { id: board, base: 0, title: wordsIn(title, language), rounds: rounds.slice(0, MOST_ROUNDS), hands: "hosts" } }, ...named];
}
