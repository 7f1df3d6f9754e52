// What there is to compare, and by what it can be: the lists of words, the boards, and the questions themselves.
import type { ComparisonBy, Profile } from "../../generated/types";
import { boardsOf, type Board } from "../../shared/boards";
import { overlapped, type Comparison } from "../../shared/comparisons";
import type { Round, Words } from "../../shared/meeting";
import { listsOf } from "../../shared/word_list";
import type { Live } from "../../shared/view/live";
import { askedOf } from "../themes/board_form";

export const WAYS: readonly ComparisonBy[] = ["role", "level", "organisation_type", "session"];

// One of them: a list, a board, or (neither) a list that is yet to be made.
export type Source = { list: string; board?: undefined } | { board: string; list?: undefined } | { list?: undefined; board?: undefined };

// The rounds of notes, of one session or of all.
export function roundsHere(live: Live, session: string | undefined): Round[] {
    return askedOf(live)
        .filter((one) => session === undefined || one.session === session)
        .flatMap(({ rounds }) => rounds);
}

export function sourcesHere(live: Live, session: string | undefined, round: string | undefined): { lists: Words[]; boards: Board[] } {
    const rounds = roundsHere(live, session).map(({ id }) => id);
    return { lists: listsOf(live.all("words"), rounds, round), boards: boardsOf(live.all("board"), new Set(rounds), round) };
}

// What a comparison is of, as it is now; nothing where that was removed.
export function sourceOf(live: Live, { list, board }: Pick<Comparison, "list" | "board">): Words | Board | undefined {
    return live.find("words", list) ?? live.find("board", board);
}

// Those of any of a session's questions, and those of which nobody can tell any more; all of them where there is no session. Those
// of the round that is looked at come first.
export function comparisonsHere(live: Live, session: string | undefined, round: string | undefined): Comparison[] {
    const here = new Set(roundsHere(live, session).map(({ id }) => id));
    const roundsOf = (one: Comparison) => [...(sourceOf(live, one)?.rounds ?? []), ...(one.rounds ?? [])];
    const isHere = (rounds: readonly string[]) => session === undefined || rounds.length === 0 || rounds.some((id) => here.has(id));
    const rank = (one: Comparison) => (round !== undefined && roundsOf(one).includes(round) ? 0 : 1);
    const found = live.all("comparison").filter((one) => isHere(roundsOf(one)));
    return found.sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, "sv") || (a.id < b.id ? -1 : 1));
}

// Those by which anything can stand apart.
export function waysOf({ roles = [], levels = [], organisations = [] }: Profile, rounds: readonly Round[]): ReadonlySet<ComparisonBy> {
    const has: Record<ComparisonBy, boolean> = {
        role: roles.length > 0,
        level: levels.length > 0,
        organisation_type: organisations.some(({ type }) => type),
        session: new Set(rounds.map(({ session }) => session)).size > 1,
    };
    return new Set(WAYS.filter((by) => has[by]));
}

// What stands in the way of a new comparison of these rounds, as far as this page sees.
export function inTheWay(live: Live, rounds: readonly string[], by: ComparisonBy): Comparison | undefined {
    return overlapped(live.all("comparison"), rounds, by);
}
