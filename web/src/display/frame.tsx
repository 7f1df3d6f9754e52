// What every screen of the display has: one title, what is shown under it, and a foot that stays where it is.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { Round } from "../shared/meeting";
import { saidIn } from "../shared/said";
import { ticking } from "../shared/view/clock";
import { sayBack } from "../shared/view/said_text";
import { SmallWayIn } from "../shared/view/join_view";
import { TimeLeft } from "../shared/view/parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { useBox, useFit } from "./box";
import { Contact } from "./contact";
import { useNow, useSetting } from "./setting";
import { say } from "./texts/stage";

interface FrameProps {
    // What stands small above the title: which kind of item it is, or what it belongs to.
    above?: string | undefined;
    isAboveOurs?: boolean;
    title: string;
    // It is the page's own word, and not somebody's in the meeting; so of the title.
    isOurs?: boolean;
    // A page that is only a title has it in the middle, and larger.
    isTitlePage?: boolean;
    // Said in the foot, with what is said there anyway.
    facts?: readonly (string | undefined)[];
    round?: Round;
    // Where the time left would stand: that there is none any more.
    closed?: string | undefined;
    // The way in is on the screen already.
    showsWayIn?: boolean;
    children?: ComponentChildren;
}

export function Frame({ above, isAboveOurs, title, isOurs, isTitlePage, facts, round, closed, showsWayIn, children }: FrameProps) {
    const { live, isPage } = useSetting();
    const Title = isPage ? "h1" : "p"; // (in a page that has headings of its own a picture must not add others)
    return (
        <div class={isTitlePage ? "stage-frame stage-title-page" : "stage-frame"}>
            <div class="stage-head">
                {above && (
                    <p class="stage-above" lang={isAboveOurs ? undefined : live.tongue}>
                        {above}
                    </p>
                )}
                <Title class={`stage-title ${lengthOf(title)}`} lang={isOurs ? undefined : live.tongue}>
                    {title}
                </Title>
            </div>
            <div class="stage-body">
                {children}
                <SaidToAll />
            </div>
            <Foot facts={facts ?? []} round={round} closed={closed} showsWayIn={showsWayIn === true} />
        </div>
    );
}

// A line to all groups, not where their walls are shown; or that they are called back.
function SaidToAll() {
    const { live, session } = useSetting();
    const now = ticking.value + live.session.clock.offset;
    const said = saidIn({ session, rounds: live.all("round"), items: live.all("item") }, now);
    if (!said || session.stage?.screen === "walls") return null;
    return <p class="stage-said">{said.back ? sayBack(said, now, live.zone) : said.text}</p>;
}

// A question may have two hundred letters: the longer, the smaller, but never small.
function lengthOf(title: string): "stage-short" | "stage-medium" | "stage-long" {
    return title.length <= 40 ? "stage-short" : title.length <= 90 ? "stage-medium" : "stage-long";
}

// Below a question nothing is as large as it (its sizes stand in stage.css).
export function largestBelow(title: string): number {
    return { "stage-short": 80, "stage-medium": 64, "stage-long": 48 }[lengthOf(title)];
}

type FootProps = { facts: readonly (string | undefined)[]; round: Round | undefined; closed: string | undefined; showsWayIn: boolean };

export function Foot({ facts, round, closed, showsWayIn }: FootProps) {
    const { live } = useSetting();
    const { present, code, secret } = useNow();
    const deadline = round && round.state !== "closed" ? round.deadline : undefined;
    return (
        <div class="stage-foot">
            {!showsWayIn && <SmallWayIn code={code} secret={secret} />}
            <p class="stage-facts">
                {live.process?.rehearsal && <span class="stage-rehearsal">{sayShared("rehearsal")}</span>}
                {facts.map((fact) => fact && <span key={fact}>{fact}</span>)}
                <TimeLeft deadline={deadline} offset={live.session.clock.offset} />
                {closed && <span class="time-left">{closed}</span>}
                {present !== undefined && present >= 12 && <span>{say("with_us", { n: present })}</span>}
                <Contact />
            </p>
        </div>
    );
}

// A paragraph that becomes smaller rather than cut.
export function Fitting({ text }: { text: string }) {
    const { tongue } = useSetting().live;
    const ref = useRef<HTMLParagraphElement>(null);
    const box = useBox(ref);
    useFit(ref, `${text} ${box?.width} ${box?.height}`);
    return (
        <p ref={ref} class="stage-fitting" lang={tongue}>
            {text}
        </p>
    );
}
