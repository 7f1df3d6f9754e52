// A vote with a budget. What a finger does holds at once on this screen, and goes to the server on its own.
// Happy path: open → votes given, moved, taken back → (closing) → closed, with the result. Where votes cannot reach the
// server they wait; where it refuses them, what it knows is shown again, with the reason.
import { useEffect, useState } from "preact/hooks";
import type { Reason } from "../generated/types";
import { resultRows } from "../shared/ballot_result";
import { isRunning, shuffledChoices, type Round } from "../shared/meeting";
import { clockTime, timeLeft } from "../shared/moments";
import { showsResult } from "../shared/stage_of";
import { myVotes, nextVote, whyNoMore } from "../shared/votes";
import { ticking } from "../shared/view/clock";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { Promise, TimeLeft } from "../shared/view/parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { useAnnouncedState } from "./announced";
import { BallotFoot } from "./ballot_foot";
import { BallotResult } from "./ballot_result";
import { ChoiceRow } from "./choice_row";
import { useTimeAnnouncements } from "./notes";
import { say } from "./texts/ballot";
import { markBusy } from "./writing";
import "./ballot.css";

type Props = { live: Live; round: Round };

export function BallotScreen({ live, round }: Props) {
    useAnnouncedState(round, say);
    if (!round.ballot) return null;
    return (
        <section class="ballot">
            <h1 class="question" lang={live.tongue}>
                {round.question}
            </h1>
            {round.helper && <p lang={live.tongue}>{round.helper}</p>}
            <Promise round={round} />
            {isRunning(round) && <Voting live={live} round={round} />}
            {round.state === "planned" && <p class="meta">{say("planned")}</p>}
            {round.state === "planned" && <Choices live={live} round={round} />}
            {round.state === "closed" && <BallotResult live={live} round={round} />}
        </section>
    );
}

// How long one can vote: below the choices, for a time that comes meanwhile moves none of them under a finger.
function When({ live, round }: Props) {
    const { state, deadline } = round;
    const { offset } = live.session.clock;
    useTimeAnnouncements(deadline, offset);
    if (state === "open" && !deadline) return null;
    const zone = live.profile?.zone;
    return (
        <p class="meta ballot-time">
            {state === "closing" ? say("closing") : null} <TimeLeft deadline={deadline} offset={offset} zone={live.zone} />
            {state === "open" && zone && !isLong(deadline!, offset) && ` · ${sayShared("until", { time: clockTime(deadline!, zone, language.value) })}`}
        </p>
    );
}

// (Then the time that is left says itself when it ends.)
function isLong(deadline: number, offset: number): boolean {
    const { unit } = timeLeft(deadline, ticking.value + offset);
    return unit === "days" || unit === "hours";
}

function Choices({ live, round }: Props) {
    return (
        <ul class="choices" lang={live.tongue}>
            {round.ballot!.choices.map(({ id, text }) => (
                <li key={id} class="choice">
                    {text}
                </li>
            ))}
        </ul>
    );
}

function Voting({ live, round }: Props) {
    const [said, setSaid] = useState("");
    const [refused, setRefused] = useState<Reason | undefined>();
    const ballot = round.ballot!;
    const cast = myVotes(round, live.mine("votes", round.id), live.commands);
    // (Its place is there from the start, so that nothing moves when the first votes come.)
    const rows = showsResult(round) ? resultRows(round, live.find("tally", round.id)) : undefined;
    const result = rows && new Map(rows.map((row) => [row.id, row]));
    const most = Math.max(1, ...(rows ?? []).map(({ votes }) => votes));
    const seed = `${live.allMine("participant")[0]?.id ?? ""} ${round.id}`;

    // (Once more from the store: two presses may come before this is drawn anew.)
    useEffect(() => () => markBusy(round.id, false), [round.id]);
    const change = (choice: { id: string; text: string }, by: 1 | -1) => {
        const { outbox, store } = live.session;
        const now = myVotes(round, store.mine("votes", round.id), outbox.commands());
        const no = by > 0 ? whyNoMore(ballot, now, choice.id) : undefined;
        if (no) return setSaid(say(no));
        const votes = now.on(choice.id) + by;
        if (votes < 0) return;
        setRefused(undefined);
        for (const { command } of now.refused) outbox.dismiss(command);
        const { answer } = outbox.put("vote.put", nextVote(round.id, choice.id, votes, now));
        void answer.then((settled) => settled.arrived || setRefused(settled.refused.reason));
        // Who has given some of their votes and not all is in the middle of it.
        const left = now.left - by;
        markBusy(round.id, left > 0 && left < ballot.budget);
        setSaid(say("now", { choice: choice.text, votes, left: say("left", { left, n: ballot.budget }) }));
    };
    return (
        <>
            <ul class="choices">
                {shuffledChoices(ballot.choices, seed).map((choice) => (
                    <ChoiceRow
                        key={choice.id}
                        id={choice.id}
                        text={choice.text}
                        tongue={live.tongue}
                        votes={cast.on(choice.id)}
                        isFull={whyNoMore(ballot, cast, choice.id) !== undefined}
                        result={result && { votes: result.get(choice.id)?.votes ?? 0, most }}
                        change={(by) => change(choice, by)}
                    />
                ))}
            </ul>
            <BallotFoot live={live} ballot={ballot} cast={cast} refused={refused} forget={() => setRefused(undefined)}>
                <When live={live} round={round} />
            </BallotFoot>
            <p class="unseen" role="status">
                {said}
            </p>
        </>
    );
}
