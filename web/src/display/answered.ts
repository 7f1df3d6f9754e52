// How many have answered, with figures where there are enough people that a figure is nobody's.
import { peopleOf, shareOf, type Round } from "../shared/meeting";
import { say } from "./texts/stage";

export function answeredText(round: Round, joined: number | undefined): string {
    const isWritten = round.form === "diary";
    if (round.answered) return say(isWritten ? "written" : "answered", { some: round.answered, all: peopleOf(round, joined) });
    return say(`${isWritten ? "wrote" : "share"}_${shareOf(round)}`);
}
