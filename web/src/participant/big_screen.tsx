// What the big screen shows at this moment, as text.
import type { Session } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { Answers } from "./answers";
import { say } from "./texts/big_screen";
import { WordsScreen } from "./words";

export function BigScreen({ live, session }: { live: Live; session: Session }) {
    const { stage } = session;
    const round = live.find("round", stage?.round);
    const list = live.find("words", stage?.list);
    const item = live.find("item", stage?.item);
    if (stage?.screen === "join") return <p>{say("join")}</p>;
    if (stage?.screen === "words" && list) return <WordsScreen live={live} list={list} />;
    if (stage?.screen === "round" && round)
        return (
            <section>
                <h1>{round.question}</h1>
                <Answers live={live} round={round} />
            </section>
        );
    return <h1>{item?.title ?? session.title}</h1>;
}
