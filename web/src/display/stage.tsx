// The big screen, in whatever box it is given: the display's whole page, or a small picture of it in the host's.
import { useMemo } from "preact/hooks";
import type { GroupRef } from "../generated/types";
import { openRounds, type Round } from "../shared/meeting";
import { stageOf, type StageView } from "../shared/stage_of";
import type { Live } from "../shared/view/live";
import { stagePartsOf } from "../shared/view/stage_parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { BallotStage } from "./ballot";
import { CarriedStage, SinceStage } from "./carried";
import { ComparisonStage } from "./comparison";
import { DiaryStage } from "./diary";
import { NotesStage, NoteStage } from "./notes";
import { Pager } from "./pager";
import { GalleryStage, PictureStage } from "./pictures";
import { ScaleStage } from "./scale";
import { SettingContext } from "./setting";
import { BoardStage, ThemeStage } from "./themes";
import { BlankStage, EndTitle, ItemTitle, JoinStage, SessionTitle } from "./titles";
import { WallsStage } from "./walls";
import { WordsStage } from "./words";
import "./stage.css";

interface StageProps {
    live: Live;
    session: string;
    // The display's own page gives its pager, which its keys turn.
    pager?: Pager;
    // Whose own screen it is; nothing: the room's.
    group?: GroupRef | undefined;
}

export function Stage({ live, session, pager, group }: StageProps) {
    const own = useMemo(() => pager ?? new Pager(true), [pager]);
    const found = live.find("session", session);
    if (!found) return <Waiting />;
    const view = ofGroup(stageOf(stagePartsOf(live, found)), live, group);
    return (
        <SettingContext.Provider value={{ live, session: found, pager: own, isPage: pager !== undefined, group }}>
            <div class="stage" data-screen={view.screen}>
                <Screen key={keyOf(view)} view={view} />
            </div>
        </SettingContext.Provider>
    );
}

// While its question is open a group's own screen stays there, whatever the room's shows.
function ofGroup(view: StageView, live: Live, group: GroupRef | undefined): StageView {
    if (!group || view.screen === "end" || view.screen === "blank") return view;
    const [open] = openRounds(live.all("round").filter(({ grouping, removed }) => grouping === group.grouping && !removed));
    return open ? { screen: "round", round: open, item: undefined } : view;
}

function Waiting() {
    return (
        <div class="stage">
            <div class="stage-frame">
                <p class="stage-waits">{sayShared("loading")}</p>
            </div>
        </div>
    );
}

// What is another thing to look at comes in anew.
function keyOf(view: StageView): string {
    if (view.screen === "round") return view.round.id;
    if (view.screen === "words") return view.list.id;
    if (view.screen === "note") return view.note.id;
    if (view.screen === "walls") return `walls ${view.round.id} ${view.group ?? ""}`;
    if (view.screen === "themes") return `${view.board.id} ${view.theme?.id}`;
    if (view.screen === "comparison") return view.comparison.id;
    if (view.screen === "entries") return view.form;
    if (view.screen === "picture") return view.picture.id;
    return view.screen === "item" ? view.item.id : view.screen;
}

function Screen({ view }: { view: StageView }) {
    switch (view.screen) {
        case "end":
            return <EndTitle />;
        case "title":
            return <SessionTitle />;
        case "join":
            return <JoinStage />;
        case "item":
            return <ItemTitle item={view.item} />;
        case "note":
            return <NoteStage note={view.note} round={view.round} />;
        case "walls":
            return <WallsStage round={view.round} group={view.group} />;
        case "entries":
            return <CarriedStage form={view.form} />;
        case "since":
            return <SinceStage />;
        case "picture":
            return <PictureStage picture={view.picture} />;
        case "pictures":
            return <GalleryStage />;
        case "blank":
            return <BlankStage />;
        case "words":
            return <WordsStage list={view.list} />;
        case "comparison":
            return <ComparisonStage comparison={view.comparison} />;
        case "themes":
            return view.theme ? <ThemeStage board={view.board} theme={view.theme} /> : <BoardStage board={view.board} />;
        case "round":
            return <RoundStage round={view.round} />;
    }
}

function RoundStage({ round }: { round: Round }) {
    if (round.form === "ballot") return <BallotStage round={round} />;
    if (round.form === "diary") return <DiaryStage round={round} />;
    return round.form === "scale" ? <ScaleStage round={round} /> : <NotesStage round={round} />;
}
