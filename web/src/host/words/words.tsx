// The words that most people wrote: lists over the session's rounds, and what is decided about them.
import { useEffect, useMemo, useState } from "preact/hooks";
import "./bar.css";
import "./words.css";
import { roundsOf, type Round, type Words } from "../../shared/meeting";
import { listsOf } from "../../shared/word_list";
import type { Live } from "../../shared/view/live";
import type { Made } from "./ballot_of_words";
import { Desk } from "./desk";
import { ListForm } from "./list_form";
import { ListHead } from "./list_head";
import { BallotOfWords } from "./make_ballot";
import { say } from "./texts/words";
import { WordTable } from "./word_table";

export interface WordsTabProps {
    live: Live;
    session: string;
    // The round that is looked at; its lists come first.
    round?: string | undefined;
    // What stands above already: a list of that name does not say it again.
    heading?: string | undefined;
    // Brings a vote on that was made here.
    goTo(made: Made): Promise<unknown>;
}

export function WordsTab({ live, session, round, heading, goTo }: WordsTabProps) {
    const asked = roundsOf(live.all("round"), session).filter(({ form }) => form === "notes");
    const looked = asked.find(({ id }) => id === round)?.id;
    const lists = listsOf(live.all("words"), asked.map(({ id }) => id), looked);
    const [chosen, choose] = useState<string>();
    // A question that no list counts yet is offered to be counted, though others are.
    const first = lists.find(({ rounds }) => looked === undefined || rounds.includes(looked));
    const list = lists.find(({ id }) => id === chosen) ?? (chosen === "" ? undefined : first);
    if (!live.isWhole) return <p class="meta">{say("loading")}</p>;
    if (asked.length === 0) return <p class="meta">{say("no_round")}</p>;
    return (
        <section class="words" aria-label={say("heading")}>
            {list ? (
                <OneList
                    key={list.id}
                    live={live}
                    session={session}
                    id={list.id}
                    lists={lists.map((one) => ({ id: one.id, name: nameOf(one, asked) }))}
                    choose={choose}
                    heading={heading}
                    goTo={goTo}
                />
            ) : (
                <FirstList
                    live={live}
                    session={session}
                    asked={asked}
                    round={looked}
                    made={choose}
                    back={lists[0] && (() => choose(lists[0]!.id))}
                />
            )}
        </section>
    );
}

function nameOf({ title, rounds }: Words, asked: readonly Round[]): string {
    const questions = asked.filter(({ id }) => rounds.includes(id)).map(({ question }) => question);
    return `${title} (${questions.join(" + ")})`;
}

interface FirstListProps {
    live: Live;
    session: string;
    asked: Round[];
    round: string | undefined;
    made(list: string): void;
    back: (() => void) | undefined;
}

// Nothing is counted yet (or another list is wanted): one over this round, or over several.
function FirstList({ live, session, asked, round, made, back }: FirstListProps) {
    const start = asked.find(({ id }) => id === round) ?? asked[0]!;
    return (
        <>
            <p class="words-lead">{say("count_lead")}</p>
            <ListForm
                live={live}
                session={session}
                list={undefined}
                rounds={[start.id]}
                done={(id) => id && made(id)}
                cancel={back}
            />
        </>
    );
}

interface OneListProps extends Pick<WordsTabProps, "heading" | "goTo"> {
    live: Live;
    session: string;
    id: string;
    lists: readonly { id: string; name: string }[];
    // Empty: a new one.
    choose(list: string): void;
}

function OneList({ live, session, id, lists, choose, heading, goTo }: OneListProps) {
    const desk = useMemo(() => new Desk(live, id), [live, id]);
    const [isMaking, make] = useState(false);
    const list = desk.list;
    useEffect(() => desk.follow(), [list?.seq]);
    if (!list) return null;
    if (isMaking) return <BallotOfWords desk={desk} session={session} close={() => make(false)} goTo={goTo} />;
    return (
        <>
            <ListHead desk={desk} session={session} lists={lists} heading={heading} choose={choose} makeBallot={() => make(true)} />
            <WordTable desk={desk} />
        </>
    );
}
