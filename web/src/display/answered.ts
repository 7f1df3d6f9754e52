// How many have answered, with figures where there are enough people that a figure is nobody's.
import { peopleOf, shareOf, type Round } from "../shared/meeting";
import { say } from "./texts/stage";

export function answeredText(round: Round, joined: number | undefined): string {
    return round.answered ? say("answered", { some: round.answered, all: peopleOf(round, joined) }) : say(`share_${shareOf(round)}`);
}
