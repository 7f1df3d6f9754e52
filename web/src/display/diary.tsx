// A diary: that it goes on, and how many have written; once it is shown, the pattern over time. What is written never is.
import { useRef } from "preact/hooks";
import { weeksOf } from "../shared/diary_pattern";
import type { Round } from "../shared/meeting";
import { PatternPicture, PatternTags } from "../shared/view/diary_pattern";
import { Promise } from "../shared/view/parts";
import { say as sayDiary } from "../shared/view/texts/diary";
import { answeredText } from "./answered";
import { useBox, useFit } from "./box";
import { Frame } from "./frame";
import { useSetting } from "./setting";

const MOST_TAGS = 6;
const MOST_WEEKS = 13; // so many are named

export function DiaryStage({ round }: { round: Round }) {
    const { live, session } = useSetting();
    const pattern = round.revealed ? live.find("diary_pattern", round.id) : undefined;
    if (pattern?.weeks?.length) return <ShownPattern round={round} pattern={pattern} />;
    return (
        <Frame title={round.question} round={round} isTitlePage>
            {round.helper && <p class="stage-helper" lang={live.tongue}>{round.helper}</p>}
            <p class="stage-so-far">{round.revealed ? sayDiary("too_few") : answeredText(round, session.joined)}</p>
            <Promise round={round} />
        </Frame>
    );
}

type Pattern = Parameters<typeof PatternTags>[0]["pattern"];

function ShownPattern({ round, pattern }: { round: Round; pattern: Pattern }) {
    const weeks = weeksOf(pattern.weeks ?? []);
    const ref = useRef<HTMLDivElement>(null);
    const box = useBox(ref);
    const sum = weeks.reduce((all, week) => all + week.sum, 0);
    const hasTags = (pattern.tags ?? []).length > 0;
    useFit(ref, `${box?.width} ${box?.height} ${weeks.length} ${JSON.stringify(pattern.tags)}`);
    const facts = [sayDiary("entries", { n: sum }), sayDiary("weeks", { n: weeks.length })];
    return (
        <Frame title={round.question} round={round} facts={facts}>
            <div ref={ref} class={hasTags ? "stage-pattern stage-tagged" : "stage-pattern"}>
                <PatternPicture weeks={weeks} most={MOST_WEEKS} />
                <PatternTags pattern={pattern} most={MOST_TAGS} />
            </div>
        </Frame>
    );
}
