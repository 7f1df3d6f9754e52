// Entering notes on paper: as a part of the run view, and as a page of its own for an assistant, which shows nothing else.
import { useEffect } from "preact/hooks";
import { hashOf } from "../../shared/host_route";
import { roundsOf, type Round, type Session } from "../../shared/meeting";
import { paperRound, takesPaper } from "../../shared/paper";
import type { Live } from "../../shared/view/live";
import { SelectField } from "../field";
import { goInstead } from "../route";
import { useTitle } from "../title";
import { UndoLine } from "../undo_line";
import { Paper } from "./paper";
import { say } from "./texts/paper";

export function PaperTab({ live, round }: { live: Live; round: Round }) {
    const href = hashOf({ screen: "paper", process: live.process!.id, session: round.session, round: round.id });
    return (
        <Paper live={live} round={round}>
            <p class="meta">
                <a href={href} target="_blank" rel="noopener">
                    {say("own_page")}
                </a>{" "}
                {say("own_page_hint")}
            </p>
        </Paper>
    );
}

export function PaperPage({ live, session, round: chosen }: { live: Live; session: Session; round: string | undefined }) {
    useTitle(say("heading"));
    const rounds = roundsOf(live.all("round"), session.id);
    const wanted = rounds.find(({ id }) => id === chosen);
    const on = paperRound(rounds, session.stage?.round);
    // (The question does not change under somebody's hands: which one it was stays in the address.)
    const round = wanted ?? on;
    const choose = (id: string) => goInstead({ screen: "paper", process: live.process!.id, session: session.id, round: id });
    useEffect(() => {
        if (round && round !== wanted) choose(round.id);
    }, [round?.id, wanted?.id]);
    return (
        <div class="stack paper-page">
            {round ? (
                <>
                    <div>
                        <p class="meta">{say("heading")}</p>
                        <h1 lang={live.tongue}>{round.question}</h1>
                    </div>
                    {on && on !== round && on.state === "open" && <Elsewhere question={on.question} go={() => choose(on.id)} />}
                    <Paper live={live} round={round}>
                        <UndoLine live={live} />
                    </Paper>
                    <OtherQuestion rounds={rounds} round={round} choose={choose} />
                </>
            ) : (
                <>
                    <h1>{say("heading")}</h1>
                    <p role="status">{say("no_questions")}</p>
                </>
            )}
        </div>
    );
}

function OtherQuestion({ rounds, round, choose }: { rounds: readonly Round[]; round: Round; choose(id: string): void }) {
    const possible = rounds.filter((one) => takesPaper(one) || one === round);
    if (possible.length < 2) return null;
    const options = possible.map(({ id, question }) => ({ value: id, label: question }));
    return <SelectField label={say("question")} value={round.id} options={options} change={choose} />;
}

function Elsewhere({ question, go }: { question: string; go(): void }) {
    return (
        <p class="said paper-elsewhere" role="status">
            <span>{say("is_on", { question })}</span>
            <button type="button" onClick={go}>
                {say("go_there")}
            </button>
        </p>
    );
}
