// Screens that are a title: an item of the programme, the session before anything is on, the way in, the end.
import { beginningOf } from "../shared/beginning";
import { openAtTheEnd } from "../shared/carried";
import { endOf, isRunning, isTalkedAt, type Item, type Round } from "../shared/meeting";
import { clockTime, dayOf } from "../shared/moments";
import { saidOf } from "../shared/stage_of";
import { JoinView } from "../shared/view/join_view";
import { thanksFor } from "../shared/view/thanks";
import { language } from "../shared/view/language";
import { say as sayShared } from "../shared/view/texts/shared";
import { ticking } from "../shared/view/clock";
import { CheckoutStage } from "./carried";
import { Fitting, Frame } from "./frame";
import { useNow, useSetting } from "./setting";
import { say } from "./texts/stage";

const ABOUT = 260; // letters; more than that nobody reads from twelve metres

function useZone(): string {
    const process = useSetting().live.process;
    return process?.profile.zone ?? "Europe/Stockholm";
}

export function ItemTitle({ item }: { item: Item }) {
    const { live, session } = useSetting();
    const zone = useZone();
    const form = say(`form_${item.form}`);
    const end = endOf(item, live.all("item"), session);
    // (A time that has passed helps nobody: the day runs late, and its leader says when it goes on.)
    const said = saidOf(item);
    const facts = [askedBeside(item, live.all("round"))];
    if (item.form === "checkout" && openAtTheEnd(live.all("entry")).length > 0) return <CheckoutStage item={item} facts={facts} />;
    const isAhead = end !== undefined && end > ticking.value + live.session.clock.offset;
    return (
        <Frame above={item.title === form ? undefined : form} isAboveOurs title={item.title} isTitlePage facts={facts}>
            {isAhead && <p class="stage-until">{sayShared("until", { time: clockTime(end, zone, language.value) })}</p>}
            {item.form === "research" && <p class="stage-so-far">{say("research_how")}</p>}
            {said && <Fitting text={beginningOf(said, ABOUT)} />}
        </Frame>
    );
}

// That people may write while it goes on.
function askedBeside({ id, form }: Item, rounds: readonly Round[]): string | undefined {
    const isAsked = rounds.some((round) => round.item === id && !round.homework && !round.removed && isRunning(round));
    return isAsked && form !== "round" ? say(isTalkedAt(form) ? "ask_now" : "answer_now") : undefined;
}

// Before anything is on, people come in: the way in is what they need.
export function SessionTitle() {
    const { live, session } = useSetting();
    const zone = useZone();
    const { code } = useNow();
    const process = live.process;
    const starts = session.state === "planned" && session.starts ? session.starts : undefined;
    const when = starts ? say("starts", { day: dayOf(starts, zone, language.value), time: clockTime(starts, zone, language.value) }) : undefined;
    const above = process && process.profile.title !== session.title ? process.profile.title : undefined;
    if (code) return <JoinStage title={session.title} fact={when} />;
    return (
        <Frame above={above} title={session.title} isTitlePage>
            {when && <p class="stage-until">{when}</p>}
        </Frame>
    );
}

export function JoinStage({ title, fact }: { title?: string; fact?: string | undefined }) {
    const { session } = useSetting();
    const { code, secret } = useNow();
    return (
        <Frame title={title ?? session.title} facts={[fact]} showsWayIn>
            <JoinView code={code} secret={secret} />
        </Frame>
    );
}

export function EndTitle() {
    const { live, session } = useSetting();
    return (
        <Frame above={session.title} title={thanksFor(live, session)} isOurs isTitlePage showsWayIn>
            <p class="stage-until">{say("end_text")}</p>
        </Frame>
    );
}

// Nothing, so that people look at each other: not the way in either.
export function BlankStage() {
    return (
        <div class="stage-frame">
            <p class="unseen">{say("blank")}</p>
        </div>
    );
}
