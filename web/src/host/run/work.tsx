// The middle: what is looked at, its figures and its promise, and the ways to see what people answered.
import { isRunning, type Round } from "../../shared/meeting";
import { countsOf, notesOf } from "../../shared/note_lists";
import { nextStep, wasOpened, type Entry } from "../../shared/run_of";
import { stageOfResult } from "../../shared/stage_choices";
import { showsNotes, showsResult } from "../../shared/stage_of";
import type { Live } from "../../shared/view/live";
import { Promise as PromiseLine } from "../../shared/view/parts";
import { CompareTab } from "../comparisons/comparisons";
import { say as sayCompare } from "../comparisons/texts/comparisons";
import { DiaryDesk } from "../diary/desk";
import { GroupsTab } from "../groups/desk";
import { Hands } from "../hands/hands";
import { HomeworkRow } from "../homework";
import { ThemesTab } from "../themes/themes";
import { ResultsTab } from "../words/results";
import { WordsTab } from "../words/words";
import { PaperTab } from "../paper/paper_page";
import { PicturesDesk } from "../pictures/desk";
import { ActButton } from "./act_button";
import type { Led } from "./bar";
import { Figures } from "./figures";
import { ItemPart } from "./item_line";
import { LateTab } from "./late";
import { LecturePart } from "./lecture";
import { NotesTab } from "./notes_tab";
import { goTo, setStage } from "./stage_steps";
import { useSteering } from "./steer_steps";
import { Tabs, tabsOf, type Tab } from "./tabs";
import { say as sayRun } from "./texts/run";

interface WorkProps {
    led: Led;
    entry: Entry;
    round: Round | undefined;
    look(entry: Entry | undefined, round?: Round): void;
    tab: string;
    go(tab: string): void;
}

export function Work({ led, entry, round, look, tab, go }: WorkProps) {
    const { live, session } = led;
    const notes = round ? notesOf(live.all("note"), round.id) : [];
    const tabs = tabsOf(round, talksOfWords(led, entry));
    // (Where there is no question, pictures are looked at by who wants to.)
    const chosen = tabs.find((one) => one === tab) ?? (tabs.length > 1 ? tabs[0] : undefined);
    return (
        <main class="run-work">
            <Elsewhere led={led} entry={entry} round={round} look={look} />
            <h1>{round?.question ?? entry.title}</h1>
            {entry.rounds.length > 1 && <Questions entry={entry} round={round} look={look} />}
            {round?.helper && <p class="run-about">{round.helper}</p>}
            {round ? <RoundFigures live={live} session={session.id} round={round} /> : <ItemAbout item={entry.item} />}
            <ItemPart key={entry.id} live={live} session={session} entry={entry} on={led.on} next={entry === led.on ? nextItem(led) : undefined} />
            {round?.homework && round.form !== "diary" && <HomeworkRow key={round.id} live={live} round={round} />}
            {entry.item && <LecturePart key={entry.id} live={live} item={entry.item} />}
            <Tabs tabs={tabs} chosen={chosen} late={countsOf(notes).outside} go={go} />
            {chosen && <TabBody key={`${chosen} ${round?.id}`} led={led} entry={entry} tab={chosen} round={round} go={go} />}
        </main>
    );
}

function nextItem({ entries, on, session }: Led) {
    const next = nextStep(entries, on, session.state);
    return next.step === "go" ? next.entry.item : undefined;
}

function talksOfWords({ entries, session }: Led, { id, item }: Entry): boolean {
    const isTalk = item?.form === "talk" || (session.stage?.screen === "words" && session.stage.item === id);
    const isAsked = (one: Round) => one.form === "notes" && wasOpened(one) && !(one.homework && isRunning(one));
    return isTalk && entries.some(({ rounds }) => rounds.some(isAsked));
}

function TabBody({ led, entry, tab, round, go }: Pick<WorkProps, "led" | "entry" | "round" | "go"> & { tab: Tab }) {
    const { live, session, entries } = led;
    const goToMade = async ({ item }: { item: string }) => {
        const made = entries.find(({ id }) => id === item);
        if (made) await goTo(live, session.id, made);
    };
    if (tab === "words") return <WordsTab live={live} session={session.id} round={round?.id} heading={round ? undefined : entry.title} goTo={goToMade} />;
    if (tab === "pictures") return <PicturesDesk live={live} session={session} item={entry.item?.id} />;
    if (tab === "themes") return <ThemesTab live={live} session={session.id} round={round?.id} ballotIn={session.id} goTo={goToMade} />;
    if (tab === "compare") return <CompareTab live={live} session={session.id} round={round?.id} />;
    if (!round) return null;
    if (tab === "groups") return <GroupsTab led={led} round={round} />;
    if (tab === "diary") return <DiaryDesk live={live} round={round} />;
    if (tab === "results")
        return (
            <>
                <ResultsTab live={live} round={round.id} goTo={goToMade} />
                <Hands live={live} round={round} />
                {round.form === "notes" && (
                    <p>
                        <button type="button" onClick={() => go("compare")}>
                            {sayCompare("compare_this")}
                        </button>
                    </p>
                )}
            </>
        );
    if (tab === "late") return <LateTab live={live} round={round} />;
    if (tab === "paper") return <PaperTab live={live} round={round} />;
    return <NotesTab live={live} round={round} shape={tab} />;
}

// What is looked at is not what is on: said, with the way back, and the way to make it so.
function Elsewhere({ led, entry, round, look }: Pick<WorkProps, "led" | "entry" | "round" | "look">) {
    const { live, session, on } = led;
    const { mayStage } = useSteering(live, session);
    const shows = round !== undefined && on !== undefined && (showsNotes(round) || showsResult(round));
    const isElsewhere = entry !== on || (round !== undefined && round.id !== led.round?.id);
    if (session.state !== "live" || !isElsewhere) return null;
    return (
        <p class="run-elsewhere">
            <span>{on ? sayRun(entry === on ? "looking_round" : "looking", { title: led.round?.question ?? on.title }) : sayRun("looking_nothing")}</span>
            {on && (
                <button type="button" class="quiet" onClick={() => look(undefined)}>
                    {sayRun("back_to_now")}
                </button>
            )}
            <ActButton live={live} class="quiet" disabled={!mayStage} onAct={() => goTo(live, session.id, entry, round)}>
                {sayRun(entry === on ? "make_on_round" : "make_on")}
            </ActButton>
            {shows && (
                <ActButton live={live} class="quiet" disabled={!mayStage} onAct={() => setStage(live, stageOfResult(led, round), sayRun("done_stage"))}>
                    {sayRun("show_result")}
                </ActButton>
            )}
        </p>
    );
}

function Questions({ entry, round, look }: Pick<WorkProps, "entry" | "round" | "look">) {
    return (
        <nav class="run-questions" aria-label={sayRun("questions_here")}>
            {entry.rounds.map((one) => (
                <button key={one.id} type="button" aria-current={one.id === round?.id ? "true" : undefined} onClick={() => look(entry, one)}>
                    {one.question}
                </button>
            ))}
        </nav>
    );
}

function RoundFigures({ live, session, round }: { live: Live; session: string; round: Round }) {
    return (
        <div class="run-figures">
            <Figures live={live} session={session} round={round} />
            <PromiseLine round={round} />
        </div>
    );
}

function ItemAbout({ item }: Pick<Entry, "item">) {
    if (!item) return null;
    const form = sayRun(`form_${item.form}`);
    return (
        <>
            {form !== item.title && <p class="run-figures">{form}</p>}
            {item.about && <p class="run-about">{item.about}</p>}
            {item.form === "round" && <p class="meta">{sayRun("no_round")}</p>}
        </>
    );
}
