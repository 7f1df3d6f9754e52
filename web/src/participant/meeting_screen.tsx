// The shell of a meeting: its head, how the connection is, the ways to go, and the screen that somebody is on.
import { useEffect } from "preact/hooks";
import { askedOf, tableOf } from "../shared/myself";
import { openRounds, roundsOf, type Session } from "../shared/meeting";
import type { KeptMeeting } from "../shared/meetings";
import { Announcer } from "../shared/view/announcer";
import type { Live } from "../shared/view/live";
import { LanguageSwitch } from "../shared/view/parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { ConnectionLine, StoppedLine } from "./connection_line";
import { meetings, remember } from "./device";
import { goOnInMain } from "./focus";
import { BetweenScreen, BigScreen, DiaryNews, InformationScreen, Me, MovedLine, MyAnswers, PictureScreen, ResearchInfo, SaidLine, SharedPhone, ThemesScreen } from "./later";
import { movedAs } from "./moved_as";
import { announceOpened, nameOfRound } from "./opened";
import { NowScreen } from "./now";
import { Profile } from "./profile";
import { me, people } from "./person";
import { QuestionScreen } from "./question";
import { RefusedMe } from "./refused_me";
import { hrefOf, route, type Page } from "./route";
import { say } from "./texts/shell";

export function Meeting({ live, meeting }: { live: Live; meeting: KeptMeeting }) {
    const session = live.find("session", meeting.session);
    const title = session?.title ?? meeting.title;
    const isAsked = session !== undefined && !mayAsIs.has(route.value.page) && mustAsk(live, session);
    useEffect(() => {
        document.title = title ? `${title} · Samskap` : "Samskap";
        if (session && session.title !== meeting.title) void remember(session.id, { title: session.title });
    }, [title]);
    useEffect(goOnInMain, [isAsked, session === undefined]);
    return (
        <>
            <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), document.querySelector("main")?.focus())}>
                {say("skip")}
            </a>
            <header class="head">
                <p class="head-title">{[title, whoHasIt(live)].filter(Boolean).join(" · ")}</p>
                <ConnectionLine live={live} />
            </header>
            {live.process?.rehearsal && <p class="rehearsal">{sayShared("rehearsal")}</p>}
            {session?.said && session.state === "live" && <SaidLine live={live} session={session} />}
            {!isAsked && <Places live={live} session={session} />}
            <main id="main" class="page" tabIndex={-1}>
                <StoppedLine live={live} meeting={meeting} />
                <RefusedMe live={live} />
                {movedAs.value !== undefined && <MovedLine />}
                {live.allMine("diary").length > 0 && <DiaryNews live={live} />}
                {session ? <Screen live={live} meeting={meeting} session={session} /> : <Loading live={live} />}
            </main>
            <footer class="foot">
                {!isAsked && <a href={hrefOf("between")}>{say("between")}</a>}
                {!isAsked && <a href={hrefOf("me")}>{say("me")}</a>}
                {live.all("information").length > 0 && <a href={hrefOf("information")}>{say("information")}</a>}
                <a href={hrefOf("phone")}>{say("phone")}</a>
                <a href={hrefOf("meetings")}>{say("other_meetings")}</a>
                <LanguageSwitch />
            </footer>
            <Announcer />
        </>
    );
}

// On a phone that several share: whose turn it is.
function whoHasIt(live: Live): string {
    const { all } = people;
    if (all.length === 1) return "";
    return live.allMine("participant")[0]?.name || say("person", { n: all.findIndex(({ id }) => id === me) + 1 });
}

// Where somebody may go who has not said who they are.
const mayAsIs: ReadonlySet<Page> = new Set(["me", "research", "information", "phone"]);

// Of which place another page is a part.
const partOf: Partial<Record<Page, Page>> = { question: "now", themes: "now", picture: "screen" };

// What may be answered is marked, for whoever is elsewhere in the meeting; nothing moves for it.
function Places({ live, session }: { live: Live; session: Session | undefined }) {
    const round = openRounds(roundsOf(live.all("round"), session?.id ?? ""))[0];
    useEffect(() => announceOpened(live, round), [round && `${round.id} ${round.opened}`]);
    const places: [Page, "now" | "mine" | "screen"][] = [["now", "now"], ["mine", "mine"], ["screen", "screen"]];
    const { page: seen } = route.value;
    const here = partOf[seen] ?? seen;
    // (Who sorts notes does not see the question either.)
    const isElsewhere = here !== "now" || seen === "themes";
    return (
        <nav class="places" aria-label={say("places")}>
            {places.map(([page, key]) => (
                <a key={key} href={hrefOf(page)} aria-current={here === page ? "page" : undefined}>
                    {say(key)}
                    {key === "now" && isElsewhere && round && (
                        <span class="dot">
                            <span class="unseen">{nameOfRound(live, round)}</span>
                        </span>
                    )}
                </a>
            ))}
        </nav>
    );
}

function Loading({ live }: { live: Live }) {
    const { state } = live.connectionState.value;
    if (state === "stopped") return null;
    return <p class="meta" role="status">{state === "offline" ? say("loading_offline") : say("loading")}</p>;
}

function Screen({ live, meeting, session }: { live: Live; meeting: KeptMeeting; session: Session }) {
    const { page, id } = route.value;
    if (page === "research")
        return (
            <>
                <p>
                    <a href={hrefOf(mustAsk(live, session) ? "now" : "me")}>{say("back")}</a>
                </p>
                <ResearchInfo live={live} session={session} />
            </>
        );
    if (page === "information") return <InformationScreen live={live} back={hrefOf("now")} />;
    if (page === "me") return <Me live={live} meeting={meeting} session={session} />;
    if (mustAsk(live, session)) return <Profile live={live} session={session} done={() => void remember(session.id, { told: true })} />;
    if (page === "phone") return <SharedPhone live={live} session={session} />;
    if (page === "between") return <BetweenScreen live={live} session={session} />;
    if (page === "mine") return <MyAnswers live={live} session={session} />;
    if (page === "screen") return <BigScreen live={live} session={session} />;
    if (page === "themes") return <ThemesScreen live={live} board={id ?? ""} />;
    if (page === "picture") return <PictureScreen live={live} session={session} id={id} />;
    if (page === "question") return <QuestionScreen live={live} session={session} id={id} />;
    return <NowScreen live={live} session={session} />;
}

// Who somebody is, is asked once on this device, and not of those who have said it on another. Where one sits is asked anew
// in every session that has tables.
function mustAsk(live: Live, session: Session): boolean {
    if (meetings.value.find((kept) => kept.session === session.id)?.told) return false;
    const [me] = live.allMine("participant");
    const asked = askedOf(live.profile, session, live.all("round"), live.all("seat"));
    const hasSaid = (me?.rev ?? 0) > 0 && (!asked.includes("table") || tableOf({ table: me?.table ?? "" }, session) !== undefined);
    return !hasSaid && asked.length > 0;
}
