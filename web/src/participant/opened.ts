// That a round has opened: how it is called, and how it is heard.
import { roundsOf, type Round } from "../shared/meeting";
import { questionNumber } from "../shared/screen_of";
import { announce } from "../shared/view/announcer";
import type { Live } from "../shared/view/live";
import { say } from "./texts/shell";

// What a line that offers a round calls it.
export function nameOfRound(live: Live, round: Round): string {
    if (round.form === "diary") return say("diary_open");
    if (round.homework) return say("homework_open");
    if (round.form === "ballot") return say("ballot_open");
    if (round.form !== "notes") return say("one_question_open");
    const rounds = live.all("round");
    const isOnly = roundsOf(rounds, round.session).filter(({ form }) => form === "notes").length === 1;
    return isOnly ? say("one_question_open") : say("question_open", { n: questionNumber(round, rounds, live.all("item")) });
}

let heard: string | undefined;

// Once; and not what was open already when somebody came.
export function announceOpened(live: Live, round: Round | undefined): void {
    const opened = round ? `${round.id} ${round.opened ?? 0}` : "";
    if (round && heard !== undefined && heard !== opened) announce(`${nameOfRound(live, round)}: ${round.question}`);
    if (live.isWhole) heard = opened;
}
