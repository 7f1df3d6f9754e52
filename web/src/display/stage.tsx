// The big screen, in whatever box it is given: the display's whole page, or a small picture of it in the host's.
import { roomNotes } from "../shared/meeting";
import { stageOf, type StageView } from "../shared/stage_of";
import { Paper } from "../shared/view/parts";
import type { Live } from "../shared/view/live";
import { say as sayShared } from "../shared/view/texts/shared";
import "./stage.css";

export function Stage({ live, session }: { live: Live; session: string }) {
    const found = live.find("session", session);
    if (!found) return <div class="stage">{sayShared("loading")}</div>;
    const parts = { session: found, items: live.all("item"), rounds: live.all("round"), words: live.all("words") };
    return (
        <div class="stage">
            <div class="stage-in">
                <Screen live={live} view={stageOf(parts)} title={found.title} />
            </div>
        </div>
    );
}

function Screen({ live, view, title }: { live: Live; view: StageView; title: string }) {
    if (view.screen === "item") return <p class="stage-title">{view.item.title}</p>;
    if (view.screen !== "round") return <p class="stage-title">{title}</p>;
    return (
        <>
            <p class="stage-title">{view.round.question}</p>
            {roomNotes(live.all("note"), view.round).map((note) => (
                <Paper key={note.id} note={note} />
            ))}
        </>
    );
}
