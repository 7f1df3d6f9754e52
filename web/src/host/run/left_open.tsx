// A question in which people still answer, though the room has gone on.
import type { Round } from "../../shared/meeting";
import { phaseOf } from "../../shared/run_of";
import type { Live } from "../../shared/view/live";
import { ActButton } from "./act_button";
import { timeNow } from "./now";
import { Countdown } from "./round_controls";
import { closeRound } from "./round_steps";
import { say } from "./texts/run";

export function LeftOpen({ live, round }: { live: Live; round: Round }) {
    const isClosing = phaseOf(round, timeNow(live)) === "closing";
    return (
        <p class="bar-line">
            <span>{say("left_open", { question: round.question })}</span>
            {isClosing ? (
                <>
                    <Countdown live={live} round={round} />
                    <ActButton key="now" live={live} class="quiet" onAct={() => closeRound(live, round, 0)}>
                        {say(round.form === "ballot" ? "close_now_ballot" : "close_now")}
                    </ActButton>
                </>
            ) : (
                <ActButton live={live} class="quiet" onAct={() => closeRound(live, round)}>
                    {say(round.form === "ballot" ? "close_ballot" : "close")}
                </ActButton>
            )}
        </p>
    );
}
