// Elsewhere in the meeting: that the organiser has answered in a diary. What comes while the page is there stands over the
// head, so that nothing moves.
import { useEffect, useRef } from "preact/hooks";
import { announce } from "../shared/view/announcer";
import type { Live } from "../shared/view/live";
import { newAnswers } from "./diary_seen";
import { hrefOf, route } from "./route";
import { say } from "./texts/diary";

export function DiaryNews({ live }: { live: Live }) {
    const own = live.allMine("diary");
    const rounds = live.all("round").filter(({ form, removed }) => form === "diary" && !removed);
    const news = rounds
        .map((round) => ({ round, n: newAnswers(round.id, own.filter((entry) => entry.round === round.id)).length }))
        .filter(({ n }) => n > 0);
    const sum = news.reduce((all, { n }) => all + n, 0);
    const before = useRef(sum);
    const here = route.value.page === "question" ? route.value.id : undefined;
    const hasCome = sum > before.current;
    useEffect(() => {
        if (hasCome && here === undefined) announce(say("fresh_answers", { n: sum }));
    }, [sum]);
    const shown = news.filter(({ round }) => round.id !== here);
    if (shown.length === 0) return null;
    return (
        <ul class={hasCome ? "offers over" : "offers"}>
            {shown.map(({ round, n }) => (
                <li key={round.id}>
                    <a href={hrefOf("question", round.id)}>{`${say("fresh_answers", { n })} – ${say("read_them")}`}</a>
                </li>
            ))}
        </ul>
    );
}
