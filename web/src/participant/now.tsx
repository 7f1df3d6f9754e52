// What is on: the round that is open as the biggest thing, else what the room is doing.
import { useLayoutEffect, useReducer, useRef } from "preact/hooks";
import { isSortedHere } from "../shared/board_sight";
import type { Round, Session } from "../shared/meeting";
import { isRunning, isTalkedAt, openRounds, roundsOf } from "../shared/meeting";
import { heldRound, screenOf, type NowScreen as Screen } from "../shared/screen_of";
import type { Live } from "../shared/view/live";
import { goOnInMain } from "./focus";
import { ItemScreen, PlannedScreen, WaitingScreen } from "./item";
import { NotesRound } from "./notes";
import { Around, BallotScreen, DiaryScreen, EndScreen, ScaleScreen, SortingOffers, ThemesScreen, WordsScreen } from "./later";
import { nameOfRound } from "./opened";
import { hrefOf } from "./route";
import { say } from "./texts/shell";
import { isBegun, useOthersDrafts } from "./use_draft";
import { writingIn } from "./writing";

export function NowScreen({ live, session }: { live: Live; session: Session }) {
    const rounds = live.all("round");
    const next = screenOf({ session, items: live.all("item"), rounds, lists: live.all("words"), boards: live.all("board") });
    const shown = useRef<string | undefined>(undefined);
    const held = useRef<string | undefined>(undefined);
    const [, draw] = useReducer((n: number) => n + 1, 0);
    const last = rounds.find(({ id }) => id === (held.current ?? shown.current));
    const holding = heldRound(last, next, held.current !== undefined || writingIn.peek() === last?.id);
    held.current = holding?.id;
    shown.current = holding?.id ?? (next.on === "round" ? next.round.id : undefined);
    const go = () => {
        held.current = shown.current = undefined;
        writingIn.value = undefined;
        draw(undefined);
        requestAnimationFrame(goOnInMain); // (the button is gone then)
    };
    // Another screen is read from its beginning, wherever the last one was left.
    const place = holding?.id ?? placeOf(next);
    useLayoutEffect(() => scrollTo(0, 0), [place]);
    // (The round stays the same element, so that whoever writes keeps the place where they are.)
    return (
        <>
            {holding && <Offer live={live} next={next} go={go} />}
            {!holding && <OtherRounds live={live} session={session} shown={shown.current} />}
            {!holding && session.state !== "ended" && live.all("board").some((board) => isSortedHere(board, rounds)) && <SortingOffers live={live} shown={next.on === "themes" ? next.board : undefined} />}
            <What live={live} session={session} screen={holding ? { on: "round", round: holding } : next} />
        </>
    );
}

function placeOf(screen: Screen): string {
    if (screen.on === "round") return screen.round.id;
    if (screen.on === "themes") return screen.board;
    return screen.on === "words" ? screen.list : screen.on === "item" ? screen.item.id : screen.on;
}

function What({ live, session, screen }: { live: Live; session: Session; screen: Screen }) {
    const list = live.find("words", screen.on === "words" ? screen.list : undefined);
    if (screen.on === "round") return <RoundScreen key={screen.round.id} live={live} session={session} round={screen.round} />;
    if (screen.on === "words") return list ? <WordsScreen live={live} list={list} /> : null;
    if (screen.on === "themes") return <ThemesScreen live={live} board={screen.board} />;
    if (screen.on === "item") return <ItemScreen live={live} session={session} item={screen.item} />;
    if (screen.on === "ended") return <EndScreen live={live} session={session} />;
    return screen.on === "planned" ? <PlannedScreen live={live} session={session} /> : <WaitingScreen live={live} session={session} />;
}

type RoundProps = { live: Live; session: Session; round: Round };

export function RoundScreen(props: RoundProps) {
    const item = props.live.find("item", props.round.item);
    return (
        <>
            {item && isTalkedAt(item.form) && <Around live={props.live} item={item} />}
            <RoundItself {...props} />
        </>
    );
}

function RoundItself({ live, session, round }: RoundProps) {
    if (round.form === "ballot") return <BallotScreen live={live} round={round} />;
    if (round.form === "scale") return <ScaleScreen live={live} round={round} />;
    if (round.form === "diary") return <DiaryScreen live={live} round={round} />;
    return <NotesRound key={round.id} live={live} session={session} round={round} />;
}

function Offer({ live, next, go }: { live: Live; next: Screen; go(): void }) {
    const text = next.on === "round" ? nameOfRound(live, next.round) : undefined;
    return (
        <p class="offer over">
            <button type="button" class="quiet" onClick={go}>
                {text ? `${text} – ${say("go_there")}` : say("back_now")}
            </button>
        </p>
    );
}

// Rounds that are open besides, and those in which something was begun and not put up.
function OtherRounds({ live, session, shown }: { live: Live; session: Session; shown: string | undefined }) {
    useOthersDrafts();
    const before = useRef<{ shown: string | undefined; opened: Round[]; begun: Round[] } | undefined>(undefined);
    // (Between the meetings homework stands on the screen itself.)
    const isListed = ({ id, homework }: Round) => id !== shown && !(homework && session.state !== "live");
    const rounds = roundsOf(live.all("round"), session.id).filter(isListed);
    const open = openRounds(rounds);
    const begun = rounds.filter((round) => !open.includes(round) && isBegun(round));
    // What comes while somebody writes or votes would push the paper or the choices away under their hands: it is said
    // over the head instead.
    const here = live.find("round", shown);
    const isStill = (writingIn.value !== undefined && writingIn.value === shown) || (here !== undefined && here.form !== "notes" && isRunning(here));
    const listed = isStill && before.current && before.current.shown === shown ? before.current : { shown, opened: open, begun };
    before.current = listed;
    const { opened, begun: waiting } = listed;
    const [added] = open.filter(({ id }) => opened.every((round) => round.id !== id));
    return (
        <>
            {added && (
                <p class="offer over">
                    <RoundLink live={live} round={added} />
                </p>
            )}
            {opened.length + waiting.length > 0 && (
                <ul class="offers">
                    {opened.map((round) => (
                        <li key={round.id}>
                            <RoundLink live={live} round={round} />
                        </li>
                    ))}
                    {waiting.map((round) => (
                        <li key={round.id}>
                            <a href={hrefOf("question", round.id)}>{`${say("draft_waits_one")}: ${round.question}`}</a>
                        </li>
                    ))}
                </ul>
            )}
        </>
    );
}

function RoundLink({ live, round }: { live: Live; round: Round }) {
    return <a href={hrefOf("question", round.id)}>{`${nameOfRound(live, round)} – ${say("go_there")}`}</a>;
}
