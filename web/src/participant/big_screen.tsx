// What the big screen shows at this moment, as text: for who cannot see it, sits far behind, or is somewhere else.
import { groupsOf, wallsOf } from "../shared/grouping";
import { endOf, programmeOf, roomNotes, type Item, type Note, type Round, type Session } from "../shared/meeting";
import { clockTime } from "../shared/moments";
import { awaitedOn, saidOf, showsNotes, showsResult, stageOf, type StageView } from "../shared/stage_of";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { endPages, listPage, sincePages, type CarriedPage } from "../shared/view/carried_rows";
import { Paper, Promise, TimeLeft } from "../shared/view/parts";
import { stagePartsOf } from "../shared/view/stage_parts";
import { say as sayCarried } from "../shared/view/texts/carried";
import { say as sayShared } from "../shared/view/texts/shared";
import { Answers } from "./answers";
import { BallotResult } from "./ballot_result";
import { ComparisonText } from "./comparison";
import { ShownPattern } from "./diary";
import { OnePicture, Pictures } from "./pictures";
import { ScaleResult } from "./scale_result";
import { say } from "./texts/big_screen";
import { ThemesScreen } from "./themes";
import { WordsScreen } from "./words";
import "./big_screen.css";

type Props = { live: Live; session: Session };

export function BigScreen({ live, session }: Props) {
    if (!live.isWhole && live.all("round").length === 0) return <p class="meta">{sayShared("loading")}</p>;
    const { state } = live.connectionState.value;
    const parts = stagePartsOf(live, session);
    const view = stageOf(parts);
    return (
        <section class="big-screen">
            <p class="meta">{say(state === "joined" || state === "read_only" ? "kicker" : "kicker_offline")}</p>
            <Shown live={live} session={session} view={view} awaited={awaitedOn(parts)} />
            <Pictures live={live} session={session} />
        </section>
    );
}

type Awaited = { awaited: ReturnType<typeof awaitedOn> };

function Shown({ live, session, view, awaited }: Props & Awaited & { view: StageView }) {
    if (view.screen === "words") return <WordsScreen key={view.list.id} live={live} list={view.list} />;
    if (view.screen === "round") return <RoundText key={view.round.id} live={live} round={view.round} />;
    if (view.screen === "walls") return <WallsText live={live} session={session} round={view.round} group={view.group} />;
    if (view.screen === "themes") return <ThemesScreen live={live} board={view.board.id} only={view.theme?.id} isRead />;
    if (view.screen === "comparison") return <ComparisonText key={view.comparison.id} live={live} comparison={view.comparison} />;
    if (view.screen === "item") return <ItemText live={live} session={session} item={view.item} awaited={awaited} />;
    if (view.screen === "note") return <NoteText live={live} note={view.note} round={view.round} />;
    if (view.screen === "entries") return <CarriedText live={live} pages={[listPage(live, view.form)]} nothing={sayCarried("nothing")} />;
    if (view.screen === "since") return <CarriedText live={live} pages={sincePages(live, session)} nothing={sayCarried("nothing_since")} />;
    if (view.screen === "picture") return <OnePicture live={live} picture={view.picture} />;
    if (view.screen === "pictures") return <Lines title={session.title} tongue={live.tongue} text={say("pictures_shown")} />;
    if (view.screen === "blank") return <Lines title={session.title} tongue={live.tongue} text={say("blank")} />;
    if (view.screen === "join") return <Lines title={say("join")} text={say("join_how")} />;
    if (view.screen === "end") return <Lines title={session.title} tongue={live.tongue} text={say("end")} />;
    return <Lines title={session.title} tongue={live.tongue} text={say(awaited ? `${awaited}_wait` : session.state === "planned" ? "planned" : "title_only")} />;
}

// `tongue`: of a title that is somebody's in the meeting, and not the page's own word.
function Lines({ title, tongue, text }: { title: string; tongue?: string; text: string }) {
    return (
        <>
            <h1 lang={tongue}>{title}</h1>
            <p>{text}</p>
        </>
    );
}

function NoteText({ live, note, round }: { live: Live; note: Note; round: Round }) {
    return (
        <>
            <h1 class="question" lang={live.tongue}>
                {round.question}
            </h1>
            <Paper note={note} />
        </>
    );
}

// Each group's wall under its name, or the one that is told about.
function WallsText({ live, session, round, group }: Props & { round: Round; group: string | undefined }) {
    const groups = groupsOf(round, live.find("grouping", round.grouping), session);
    const walls = wallsOf(groups, roomNotes(live.all("note"), round)).filter((wall) => group === undefined || wall.group?.id === group);
    return (
        <>
            <h1 class="question" lang={live.tongue}>
                {round.question}
            </h1>
            {walls.map((wall) => (
                <section key={wall.group?.id} class="answers">
                    <h2 lang={live.tongue}>{wall.group?.name ?? say(round.grouping === undefined ? "no_table" : "no_group")}</h2>
                    {wall.notes.length === 0 && <p class="meta">{sayShared("notes", { n: 0 })}</p>}
                    <ul class="answers-list" lang={live.tongue}>
                        {wall.notes.map((note) => (
                            <li key={note.id}>
                                <Paper note={{ ...note, table: wall.group?.name }} />
                            </li>
                        ))}
                    </ul>
                </section>
            ))}
        </>
    );
}

function CarriedText({ live, pages, nothing }: { live: Live; pages: readonly CarriedPage[]; nothing: string }) {
    if (pages.every(({ rows }) => rows.length === 0)) return <Lines title={pages[0]?.title ?? sayCarried("since")} text={nothing} />;
    return (
        <>
            {pages.map(({ title, isAsked, rows }) => (
                <section key={title}>
                    <h1 lang={isAsked ? live.tongue : undefined}>{title}</h1>
                    <ul class="big-screen-carried">
                        {rows.map(({ id, text, under }) => (
                            <li key={id}>
                                <span lang={live.tongue}>{text}</span>
                                {under && <span class="meta">{under}</span>}
                            </li>
                        ))}
                    </ul>
                </section>
            ))}
        </>
    );
}

function ItemText({ live, session, item, awaited }: Props & Awaited & { item: Item }) {
    const ends = endOf(item, programmeOf(live.all("item"), session.id), session);
    const zone = live.profile?.zone;
    const carried = item.form === "checkout" ? endPages(live) : [];
    return (
        <>
            <h1 lang={live.tongue}>{item.title}</h1>
            {saidOf(item) && (
                <p class="big-screen-about" lang={live.tongue}>
                    {saidOf(item)}
                </p>
            )}
            {awaited && <p>{say(`${awaited}_wait`)}</p>}
            {carried.length > 0 && <CarriedText live={live} pages={carried} nothing="" />}
            {ends && zone && <p class="meta">{sayShared("until", { time: clockTime(ends, zone, language.value) })}</p>}
        </>
    );
}

function RoundText({ live, round }: { live: Live; round: Round }) {
    const deadline = round.state === "closed" ? undefined : round.deadline;
    return (
        <>
            <h1 class="question" lang={live.tongue}>
                {round.question}
            </h1>
            {round.helper && <p lang={live.tongue}>{round.helper}</p>}
            <Promise round={round} />
            {!(round.form === "ballot" && round.state === "closed") && (
                <p class="meta">
                    {say(`${round.form === "ballot" ? "ballot" : "notes"}_${round.state}`)} <TimeLeft deadline={deadline} offset={live.session.clock.offset} />
                </p>
            )}
            {round.form === "ballot" && <BallotText live={live} round={round} />}
            {round.form === "scale" && <ScaleText live={live} round={round} />}
            {round.form === "diary" && <ShownPattern live={live} round={round} isAlone />}
            {round.form === "notes" && <NotesText live={live} round={round} />}
        </>
    );
}

function NotesText({ live, round }: { live: Live; round: Round }) {
    if (showsNotes(round)) return <Answers live={live} round={round} />;
    return <p>{round.answered ? say("answered", { n: round.answered }) : say("not_shown")}</p>;
}

function ScaleText({ live, round }: { live: Live; round: Round }) {
    if (showsResult(round)) return <ScaleResult live={live} round={round} />;
    return (
        <ul class="big-screen-choices" lang={live.tongue}>
            {round.scale?.statements.map(({ id, text }) => (
                <li key={id}>{text}</li>
            ))}
        </ul>
    );
}

function BallotText({ live, round }: { live: Live; round: Round }) {
    if (showsResult(round)) return <BallotResult live={live} round={round} />;
    return (
        <ul class="big-screen-choices" lang={live.tongue}>
            {round.ballot?.choices.map(({ id, text }) => (
                <li key={id}>{text}</li>
            ))}
        </ul>
    );
}
