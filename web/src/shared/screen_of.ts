// What is on for a participant at this moment. Pure.
import { isRunning, openRounds, programmeOf, roundsOf, type Item, type Round, type Session } from "./meeting";
import { roundsInOrder } from "./my_notes";

export type NowScreen =
    | { on: "round"; round: Round }
    | { on: "words"; list: string }
    | { on: "themes"; board: string }
    | { on: "item"; item: Item }
    | { on: "planned" | "waiting" | "ended" };

interface Meeting {
    session: Session;
    items: readonly Item[];
    rounds: readonly Round[];
    // The lists of words that everybody may see.
    lists: readonly { id: string }[];
    boards?: readonly { id: string }[];
}

// What people may answer goes before all else: the round on the big screen if it is open, else the one opened last. Then
// what the facilitator shows; and where nobody has said what is on, the round that was open last. Homework stands beside
// what is on, until the meeting itself comes to it.
export function screenOf({ session, items, rounds, lists, boards = [] }: Meeting): NowScreen {
    const { stage, state } = session;
    const all = roundsOf(rounds, session.id);
    const asked = all.filter(({ homework }) => !homework);
    const own = state === "live" ? all : asked;
    const open = openRounds(own).find(({ id }) => id === stage?.round) ?? openRounds(asked)[0];
    if (open) return { on: "round", round: open };
    if (state === "ended") return { on: "ended" };
    return staged(session, programmeOf(items, session.id), own, { lists, boards }) ?? unstaged(session, asked);
}

function staged({ stage, state }: Session, programme: readonly Item[], rounds: readonly Round[], seen: Required<Pick<Meeting, "lists" | "boards">>): NowScreen | undefined {
    if (!stage || (state === "planned" && stage.screen === "join")) return undefined;
    if (stage.screen === "words" && seen.lists.some(({ id }) => id === stage.list)) return { on: "words", list: stage.list! };
    if (stage.screen === "themes" && seen.boards.some(({ id }) => id === stage.board)) return { on: "themes", board: stage.board! };
    const round = rounds.find(({ id }) => id === stage.round);
    if (stage.screen === "round" && round && hasOpened(round)) return { on: "round", round };
    const item = programme.find(({ id }) => id === stage.item);
    if (!item) return undefined;
    // (A lecture, or the end of a meeting, is what is on, whatever was asked beside it.)
    const latest = item.form === "round" ? latestRound(rounds.filter((round) => round.item === item.id)) : undefined;
    return latest ? { on: "round", round: latest } : { on: "item", item };
}

function unstaged({ state }: Session, rounds: readonly Round[]): NowScreen {
    if (state === "planned") return { on: "planned" };
    const round = latestRound(rounds);
    return round ? { on: "round", round } : { on: "waiting" };
}

function hasOpened({ opened, state }: Round): boolean {
    return (opened ?? 0) > 0 || state !== "planned";
}

function latestRound(rounds: readonly Round[]): Round | undefined {
    return rounds.filter(hasOpened).sort((a, b) => (b.opened ?? 0) - (a.opened ?? 0))[0];
}

// The rounds of notes that people come to in a session are its questions, numbered as the programme has them.
export function questionNumber(round: Round, rounds: readonly Round[], items: readonly Item[]): number {
    const questions = roundsInOrder(rounds, items, round.session).filter(({ form }) => form === "notes");
    return questions.findIndex(({ id }) => id === round.id) + 1;
}

// The round that stays in view: somebody is in the middle of something there, and another one has opened meanwhile. A vote
// that has ended takes nothing more; what is written can still be sent.
export function heldRound(shown: Round | undefined, next: NowScreen, isBusy: boolean): Round | undefined {
    if (!shown || !isBusy || (shown.form !== "notes" && !isRunning(shown))) return undefined;
    return next.on === "round" && next.round.id === shown.id ? undefined : shown;
}
