// When the session has ended: thanks, what I wrote, what came of it.
import type { Session } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { MyAnswers } from "./mine";
import { say } from "./texts/end";

export function EndScreen({ live, session }: { live: Live; session: Session }) {
    return (
        <section class="end">
            <h1>{say("thanks")}</h1>
            <MyAnswers live={live} session={session} />
        </section>
    );
}
