// Why a comparison is not told, and what to do about it.
import { awaitedRounds, overlapped, type Awaited, type Comparison } from "../../shared/comparisons";
import { hashOf } from "../../shared/host_route";
import type { Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { ActButton } from "../run/act_button";
import { restoreRounds } from "./comparison_steps";
import { sourceOf } from "./sources";
import { say } from "./texts/comparisons";

type Props = { live: Live; comparison: Comparison };

export function Untold({ live, comparison }: Props) {
    const { state } = comparison;
    return (
        <section class="compare-card compare-untold">
            {state === "waiting" && <Waiting live={live} comparison={comparison} />}
            {state === "overlapping" && <Overlapping live={live} comparison={comparison} />}
            {state === "changed" && <Changed live={live} comparison={comparison} />}
        </section>
    );
}

function roundsOf(live: Live, ids: readonly string[]): Round[] {
    return ids.map((id) => live.find("round", id)).filter((round) => round !== undefined);
}

function Waiting({ live, comparison }: Props) {
    const { by, board } = comparison;
    const awaited = awaitedRounds(roundsOf(live, sourceOf(live, comparison)?.rounds ?? []));
    const isSorted = by !== "session" && live.find("board", board)?.hands === "all";
    return (
        <>
            <h3>{say("waiting")}</h3>
            <p>{say("waiting_why")}</p>
            <ul class="compare-rounds">
                {awaited.map((one) => (
                    <AwaitedRound key={one.round.id} live={live} {...one} />
                ))}
                {isSorted && <li>{say("await_sorting")}</li>}
            </ul>
        </>
    );
}

function AwaitedRound({ live, round, awaits }: { live: Live } & Awaited) {
    const session = live.find("session", round.session);
    const process = live.process;
    return (
        <li>
            <span>
                <strong lang={live.tongue}>{round.question}</strong> {say(`await_${awaits}`)}
            </span>
            {session && process && (
                <a href={hashOf({ screen: "run", process: process.id, session: session.id, tab: "" })}>{say("to_round", { title: session.title })}</a>
            )}
        </li>
    );
}

function Overlapping({ live, comparison }: Props) {
    const { id, by } = comparison;
    const others = live.all("comparison").filter((one) => one.id !== id);
    return (
        <>
            <h3>{say("overlapping")}</h3>
            <InTheWay live={live} other={overlapped(others, sourceOf(live, comparison)?.rounds ?? [], by)} />
        </>
    );
}

// `other`: nobody sees one that was taken away.
export function InTheWay({ live, other }: { live: Live; other: Comparison | undefined }) {
    return (
        <div class="compare-way" role="status">
            <p>{other ? say("overlapping_why", { title: other.title }) : say("overlapping_why_gone")}</p>
            <p>{say("overlapping_do")}</p>
            {other && <Questions live={live} title={say("overlapping_rounds")} rounds={other.rounds ?? []} />}
        </div>
    );
}

function Questions({ live, title, rounds }: { live: Live; title: string; rounds: readonly string[] }) {
    const all = roundsOf(live, rounds);
    if (all.length === 0) return null;
    return (
        <>
            <p class="compare-under">{title}</p>
            <ul class="compare-questions" lang={live.tongue}>
                {all.map(({ id, question, session }) => (
                    <li key={id}>
                        {question} <span class="meta">{live.find("session", session)?.title}</span>
                    </li>
                ))}
            </ul>
        </>
    );
}

function Changed({ live, comparison }: Props) {
    const { rounds: told = [], list, board } = comparison;
    const source = sourceOf(live, comparison);
    const now = source?.rounds ?? [];
    return (
        <>
            <h3>{say("changed")}</h3>
            <p>{say(!source ? "changed_gone" : list === undefined ? "changed_board" : "changed_list")}</p>
            {source && (
                <>
                    <Questions live={live} title={say("changed_missing")} rounds={told.filter((id) => !now.includes(id))} />
                    <Questions live={live} title={say("changed_extra")} rounds={now.filter((id) => !told.includes(id))} />
                    <p>
                        <ActButton live={live} onAct={() => restoreRounds(live, comparison, { list: live.find("words", list), board: live.find("board", board) })}>
                            {say("restore")}
                        </ActButton>
                    </p>
                </>
            )}
        </>
    );
}
