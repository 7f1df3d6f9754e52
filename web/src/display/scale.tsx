// A scale: its statements while people answer, and once it may be seen how they stand to each.
import { useRef } from "preact/hooks";
import type { Round } from "../shared/meeting";
import { evenPages, secondsFor } from "../shared/paging";
import { scaleRows, whyUntold, type ScaleRow } from "../shared/scale";
import { showsResult } from "../shared/stage_of";
import { Promise } from "../shared/view/parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { answeredText } from "./answered";
import { useBox, useFit } from "./box";
import { Frame } from "./frame";
import { pageFact, usePage } from "./pager";
import { useSetting } from "./setting";
import { say } from "./texts/stage";

const MOST_ROWS = 4;
const FEW = 2; // so few stand larger

export function ScaleStage({ round }: { round: Round }) {
    const { live, session, pager } = useSetting();
    const isShown = showsResult(round);
    const pages = evenPages(scaleRows(round, live.find("scale_tally", round.id)), MOST_ROWS);
    const seconds = pages.map((page) => secondsFor(page.reduce((sum, { text }) => sum + text.length, 0)));
    const at = usePage(pager, round.id, seconds);
    const rows = pages[at] ?? [];
    const ref = useRef<HTMLUListElement>(null);
    const box = useBox(ref);
    useFit(ref, `${box?.width} ${box?.height} ${isShown} ${rows.map(({ text }) => text).join()}`);
    const closed = round.state === "closed" ? say("closed_notes") : undefined;
    return (
        <Frame title={round.question} round={round} facts={[answeredText(round, session.joined), pageFact(pager, at, pages.length)]} closed={closed}>
            <ul ref={ref} class={rows.length <= FEW ? "stage-scale stage-few" : "stage-scale"}>
                {rows.map((row) => (
                    <li key={row.id}>
                        <p lang={live.tongue}>{row.text}</p>
                        {isShown && <Spread row={row} />}
                    </li>
                ))}
            </ul>
            {!isShown && (
                <div class="stage-under">
                    <Promise round={round} />
                </div>
            )}
            {isShown && <Ends round={round} />}
        </Frame>
    );
}

// A column for each step, as high as people chose it, with how many that are.
function Spread({ row }: { row: ScaleRow }) {
    if (!row.counts) return <p class="stage-scale-few">{say(whyUntold(row))}</p>;
    const most = Math.max(1, ...row.counts);
    return (
        <ol class="stage-spread">
            {row.counts.map((n, i) => (
                <li key={i}>
                    <span class="unseen">{say("step_people", { people: sayShared("people", { n }), n: i + 1 })}</span>
                    <b aria-hidden="true">{n}</b>
                    <span class="stage-column" style={{ "--part": n / most }} aria-hidden="true" />
                    <span aria-hidden="true">{i + 1}</span>
                </li>
            ))}
        </ol>
    );
}

function Ends({ round }: { round: Round }) {
    const { low, high, steps } = round.scale!;
    if (!low && !high) return null;
    return <p class="stage-under">{[low && `1 = ${low}`, high && `${steps} = ${high}`].filter(Boolean).join(" · ")}</p>;
}
