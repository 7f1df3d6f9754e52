// One round, gone to by hand: another one that is open, or one in which something was begun.
import type { Session } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { RoundScreen } from "./now";
import { hrefOf } from "./route";
import { say } from "./texts/shell";

export function QuestionScreen({ live, session, id }: { live: Live; session: Session; id: string | undefined }) {
    const round = live.find("round", id);
    return (
        <>
            <p>
                <a href={hrefOf("now")}>{say(session.state === "ended" ? "back_over" : "back_now")}</a>
            </p>
            {round && (round.session === session.id || round.form === "diary") ? <RoundScreen live={live} session={session} round={round} /> : <h1>{say("unknown_question")}</h1>}
        </>
    );
}
