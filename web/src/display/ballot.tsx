// A vote: the choices and how many have voted, and once it may be seen the result.
import { useRef } from "preact/hooks";
import { resultRows, type ResultRow } from "../shared/ballot_result";
import { peopleOf, shareOf, type Round } from "../shared/meeting";
import { cutOf, type Cut } from "../shared/passes";
import { evenPages, secondsFor } from "../shared/paging";
import { showsResult } from "../shared/stage_of";
import { Bars } from "../shared/view/bars";
import { Promise } from "../shared/view/parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { useBox, useFit } from "./box";
import { Frame } from "./frame";
import { pageFact, usePage } from "./pager";
import { useSetting } from "./setting";
import { say } from "./texts/stage";

const MOST_ROWS = 9;
const FEW = 5; // so few choices stand below each other
const FEW_BARS = 6; // so few bars stand larger
const BRIEF = 28; // letters that have room beside others

export function BallotStage({ round }: { round: Round }) {
    return showsResult(round) ? <Shown round={round} /> : <Hidden round={round} />;
}

// Choices of one line stand nine on a page, longer ones fewer.
function rowsOnPage(rows: readonly { text: string }[]): number {
    const longest = Math.max(0, ...rows.map(({ text }) => text.length));
    return longest <= 40 ? MOST_ROWS : longest <= 80 ? 6 : 4;
}

function usePagedRows<R extends { text: string }>(round: Round, rows: readonly R[]): { rows: R[]; fact: string | undefined } {
    const { pager } = useSetting();
    const pages = evenPages(rows, rowsOnPage(rows));
    const seconds = pages.map((page) => secondsFor(page.reduce((sum, { text }) => sum + text.length, 0)));
    const page = usePage(pager, round.id, seconds);
    return { rows: pages[page] ?? [], fact: pageFact(pager, page, pages.length) };
}

function Hidden({ round }: { round: Round }) {
    const { live, session } = useSetting();
    const ref = useRef<HTMLUListElement>(null);
    const { rows, fact } = usePagedRows(round, round.ballot?.choices ?? []);
    const box = useBox(ref);
    const hasColumns = rows.length > FEW && rows.every(({ text }) => text.length <= BRIEF);
    useFit(ref, `${box?.width} ${box?.height} ${rows.map(({ id }) => id).join()}`);
    return (
        <Frame title={round.question} round={round} facts={[voted(round, session.joined), fact]}>
            <div class="stage-choices">
                <ul ref={ref} lang={live.tongue} class={hasColumns ? "stage-two" : undefined} style={hasColumns ? { gridTemplateRows: `repeat(${Math.ceil(rows.length / 2)}, auto)` } : {}}>
                    {rows.map(({ id, text }) => (
                        <li key={id}>{text}</li>
                    ))}
                </ul>
                <div class="stage-under stage-budget">
                    <p>{say("budget", { n: round.ballot?.budget ?? 0 })}.</p> <Promise round={round} />
                </div>
            </div>
        </Frame>
    );
}

function voted(round: Round, joined: number | undefined): string {
    if (round.answered) return say("voted", { some: round.answered, all: peopleOf(round, joined) });
    return say(`voted_${shareOf(round)}`);
}

function Shown({ round }: { round: Round }) {
    const { live, session } = useSetting();
    const tally = live.find("tally", round.id);
    const all = resultRows(round, tally);
    const { rows, fact } = usePagedRows(round, all);
    const ref = useRef<HTMLDivElement>(null);
    const box = useBox(ref);
    useFit(ref, `${box?.width} ${box?.height} ${rows.map(({ id }) => id).join()}`);
    const isClosed = round.state === "closed";
    const base = tally?.votes ? say("votes_base", { votes: say("votes", { n: tally.votes }), voters: sayShared("people", { n: tally.voters }) }) : say("no_votes");
    const byHand = tally?.hands ? say("by_hand", { n: tally.hands }) : undefined;
    const hasTies = isClosed && all.some(({ tied, votes }) => tied && votes > 0);
    const max = Math.max(1, ...all.map(({ votes }) => votes));
    const cut = cutOf(round, all);
    const isBrief = all.every(({ text }) => text.length <= BRIEF);
    return (
        <Frame title={round.question} round={round} facts={[isClosed ? undefined : voted(round, session.joined), hasTies ? say("tied") : undefined, cut && cutFact(cut, all), base, byHand, fact]}>
            <div class={`stage-result ${rows.length <= FEW_BARS ? "stage-few" : ""} ${isBrief ? "stage-brief" : ""}`} ref={ref} lang={live.tongue}>
                <Bars rows={rows.map((row) => barOf(row, isClosed, cut))} max={max} label={say("result", { question: round.question })} />
            </div>
        </Frame>
    );
}

// How many go on; and what stands on the line, for whoever leads to decide.
function cutFact({ cut, tied }: Cut, rows: readonly ResultRow[]): string {
    const names = rows.filter(({ id }) => tied.includes(id)).map(({ text }) => text);
    return names.length > 0 ? say("cut_tied", { names: names.join(", ") }) : say("cut_line", { n: cut });
}

function barOf({ id, text, votes, place }: ResultRow, isClosed: boolean, cut: Cut | undefined) {
    const side = cut?.sides.get(id);
    const more = side === "chosen" ? say("cut_chosen") : side === "tied" ? say("on_the_line") : undefined;
    return { more, id, label: text, value: votes, place: isClosed ? (votes === 0 ? "–" : `${place}.`) : undefined, quiet: votes === 0 };
}
