// A diary: an entry to write for today or a day before, my own ones with what was answered, and the pattern once it is shown.
import { useEffect, useRef } from "preact/hooks";
import { myEntriesIn, putOf, type EntryWords } from "../shared/diary";
import { todayIn } from "../shared/diary_day";
import { newId } from "../shared/ids";
import { isRunning, type Round } from "../shared/meeting";
import { announce } from "../shared/view/announcer";
import { ticking } from "../shared/view/clock";
import { DiaryPattern } from "../shared/view/diary_pattern";
import type { Live } from "../shared/view/live";
import { Promise, TimeLeft } from "../shared/view/parts";
import { say as sayDiary } from "../shared/view/texts/diary";
import { useAnnouncedState } from "./announced";
import { DiaryEntries } from "./diary_entries";
import { DiaryForm } from "./diary_form";
import { markSeen, newAnswers } from "./diary_seen";
import { useTimeAnnouncements } from "./notes";
import { say } from "./texts/diary";
import { keepTurns, turnsIn } from "./turns";
import "./between.css";
import "./diary.css";

type Props = { live: Live; round: Round };

export function DiaryScreen({ live, round }: Props) {
    const entries = myEntriesIn(round.id, live.allMine("diary"), live.commands, turnsIn(round.id));
    keepTurns(round.id);
    const { offset } = live.session.clock;
    const isOpen = isRunning(round) && (!round.deadline || ticking.value + offset < round.deadline);
    const fresh = useFreshAnswers(live, round);
    useAnnouncedState(round, say);
    useTimeAnnouncements(isOpen ? round.deadline : undefined, offset);
    const words: EntryWords = { about: "reflection", day: todayIn(live), text: "", tags: "", removed: false };
    const put = (written: EntryWords) => live.session.outbox.put("diary.put", putOf(round.id, { id: newId(), nextRev: 1 }, written)).saved;
    return (
        <section class="round diary">
            <h1 class="question" lang={live.tongue}>
                {round.question}
            </h1>
            <Promise round={round} />
            {round.helper && <p class="helper" lang={live.tongue}>{round.helper}</p>}
            <p class="time">
                {isOpen ? round.deadline ? <TimeLeft deadline={round.deadline} offset={offset} zone={live.zone} /> : say("no_end") : say(round.state === "planned" ? "not_open" : "closed")}
            </p>
            {round.state !== "planned" && (
                <DiaryForm
                    live={live} round={round} name={`round ${round.id}`} words={words} entries={entries} label={say("text")} send={say("put")}
                    isOpen={isOpen} put={put}
                />
            )}
            <DiaryEntries live={live} round={round} entries={entries} isOpen={isOpen} fresh={fresh} />
            <ShownPattern live={live} round={round} />
        </section>
    );
}

// As the room sees it, once it is shown.
export function ShownPattern({ live, round, isAlone }: Props & { isAlone?: boolean }) {
    const pattern = live.find("diary_pattern", round.id);
    if (!round.revealed && !isAlone) return null;
    return (
        <section class="diary-pattern">
            {!isAlone && <h2>{sayDiary("pattern")}</h2>}
            {pattern ? <DiaryPattern pattern={pattern} most={6} /> : <p class="meta">{sayDiary(round.revealed ? "too_few" : "not_shown")}</p>}
        </section>
    );
}

// Those whose answer is new stay marked while the screen is there; seen they are from now on.
function useFreshAnswers(live: Live, round: Round): ReadonlySet<string> {
    const fresh = useRef(new Set<string>());
    const own = live.allMine("diary").filter((entry) => entry.round === round.id);
    const unseen = newAnswers(round.id, own);
    for (const { id } of unseen) fresh.current.add(id);
    useEffect(() => {
        if (unseen.length === 0) return;
        announce(say("fresh_answers", { n: unseen.length }));
        markSeen(round.id, own);
    });
    return fresh.current;
}
