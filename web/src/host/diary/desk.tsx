// A diary on the facilitator's page: when it is open, what people wrote, and the pattern over time with whether the room sees it.
import type { Round } from "../../shared/meeting";
import { DiaryPattern } from "../../shared/view/diary_pattern";
import type { Live } from "../../shared/view/live";
import { say as sayDiary } from "../../shared/view/texts/diary";
import { ActButton } from "../run/act_button";
import { reveal } from "../run/round_steps";
import { Entries } from "./entries";
import { say } from "./texts/diary";
import { Times } from "./times";
import "./diary.css";

export function DiaryDesk({ live, round }: { live: Live; round: Round }) {
    return (
        <div class="diary-desk">
            <Times live={live} round={round} />
            <PatternPart live={live} round={round} />
            <section class="stack" aria-label={say("entries")}>
                <h2>{say("entries")}</h2>
                <Entries live={live} round={round} />
            </section>
        </div>
    );
}

function PatternPart({ live, round }: { live: Live; round: Round }) {
    const pattern = live.find("diary_pattern", round.id);
    return (
        <section class="stack" aria-label={sayDiary("pattern")}>
            <h2>{sayDiary("pattern")}</h2>
            <DiaryPattern pattern={pattern ?? { id: round.id, kind: "diary_pattern", seq: 0 }} />
            {round.state !== "planned" && (
                <>
                    <p class="actions">
                        <ActButton live={live} onAct={() => reveal(live, round, !round.revealed, say(round.revealed ? "done_hide" : "done_show"))}>
                            {say(round.revealed ? "hide_pattern" : "show_pattern")}
                        </ActButton>
                    </p>
                    <p class="meta">{say("who_sees")}</p>
                </>
            )}
        </section>
    );
}
