// Which of the organiser's answers in a diary somebody has seen on this device: what is new is said until it was read.
import { hash } from "../shared/meeting";
import { shelve, shelved } from "../shared/shelf";
import { ownName } from "./person";

type Answered = { id: string; answer?: string };

const nameOf = (round: string) => ownName(`samskap answers ${round}`);
const markOf = ({ id, answer = "" }: Answered) => `${id}:${hash(answer)}`;

export function newAnswers<T extends Answered>(round: string, entries: readonly T[]): T[] {
    const seen = new Set((shelved(nameOf(round)) ?? "").split(" "));
    return entries.filter((entry) => entry.answer && !seen.has(markOf(entry)));
}

export function markSeen(round: string, entries: readonly Answered[]): void {
    if (newAnswers(round, entries).length === 0) return;
    shelve(nameOf(round), entries.filter(({ answer }) => answer).map(markOf).join(" "));
}
