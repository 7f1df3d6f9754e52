// The lower half of the remote, where the thumb is: what can be done with the question, or what the room sees; the way back;
// and the next step, always in the same place.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { firstOf, isFinished, leftOpen, nextStep, type NextStep } from "../../shared/run_of";
import type { MoreKind } from "../../shared/stage_more";
import { Refused } from "../header";
import { useKeptFocus } from "../kept_focus";
import { ActButton } from "../run/act_button";
import type { Led } from "../run/bar";
import { LeftOpen } from "../run/left_open";
import { Said } from "../run/said";
import { goTo } from "../run/stage_steps";
import { useSteering } from "../run/steer_steps";
import { SteerLine } from "../run/steering";
import { backToLive, begin, endSession } from "../run/steps";
import { say as sayRun } from "../run/texts/run";
import { UndoButton } from "../undo_button";
import { ItemTime } from "./item_time";
import { movesOf } from "./moves";
import { RoundMoves } from "./round_moves";
import { KindChoice, ListChoice, ScreenChoice } from "./screen_choice";
import { say } from "./texts/remote";

// What the upper part shows: what is done with the question, what the room sees, or what else it can see, and of that one kind.
type View = "round" | "screen" | "lists" | MoreKind;
const BACK: Record<View, View> = { round: "screen", screen: "round", lists: "screen", walls: "lists", themes: "lists", comparisons: "lists" };

function isKind(view: View | undefined): view is MoreKind {
    return view === "walls" || view === "themes" || view === "comparisons";
}

const REST = 600; // milliseconds

// What has just come under the thumb (by a press, or by a colleague's) is not pressed by the press that was on its way.
// `means`: what the buttons are for; the way back and the choice of what is shown here always work.
function useRest(means: string): (event: Event) => void {
    const until = useRef(0);
    const isFirst = useRef(true);
    useLayoutEffect(() => {
        if (!isFirst.current) until.current = performance.now() + REST;
        isFirst.current = false;
    }, [means]);
    return (event) => {
        const isSafe = event.target instanceof Element && event.target.closest(".undo, .remote-view") !== null;
        if (performance.now() < until.current && !isSafe) event.stopPropagation();
    };
}

function meaningOf({ live, session, on, round }: Led, asks: boolean): string {
    const moves = round ? movesOf(round, live.session.clock.now()).map(({ move }) => move) : [];
    return [session.state, on?.id, round?.id, ...moves, asks].join(" ");
}

export function Dock(led: Led) {
    const { live, session, entries, on, round } = led;
    const [view, setView] = useState<View>("round");
    const [asksEnd, askEnd] = useState(false);
    const dock = useRef<HTMLElement>(null);
    useKeptFocus(dock);
    const isLive = session.state === "live";
    const asks = asksEnd && isLive;
    const open = isLive ? leftOpen(entries, asks ? undefined : round) : [];
    const rest = useRest(meaningOf(led, asks));
    const shown = asks || session.state === "ended" ? undefined : view;
    return (
        <section class="remote-dock" aria-label={say("controls")} ref={dock} tabIndex={-1} onClickCapture={rest}>
            <div class="remote-hand">
                <Refused live={live} />
                <Said live={live} />
                <SteerLine live={live} session={session} />
                {open.map((other) => (
                    <LeftOpen key={other.id} live={live} round={other} />
                ))}
                {shown === "screen" && <ScreenChoice led={led} askList={() => setView("lists")} />}
                {shown === "lists" && <ListChoice led={led} askKind={setView} />}
                {isKind(shown) && <KindChoice led={led} kind={shown} askKind={setView} />}
                {shown === "round" && isLive && on && round && <RoundMoves key={round.id} live={live} round={round} entry={on} />}
                {shown === "round" && isLive && on?.item && !round && <ItemTime live={live} item={on.item} />}
            </div>
            <div class="remote-foot">
                <div class="remote-undo">
                    <UndoButton live={live} />
                </div>
                {asks ? <AskEnd {...led} askEnd={askEnd} /> : <Foot {...led} askEnd={askEnd} view={view} setView={setView} />}
            </div>
        </section>
    );
}

type FootProps = Led & { askEnd(asks: boolean): void; view: View; setView(view: View): void };

function comes(next: NextStep, { entries }: Led): string {
    if (next.step === "none") return "";
    if (next.step === "end") return sayRun("next_is_end");
    const coming = next.step === "go" ? next.entry : firstOf(entries);
    return coming ? sayRun("next_is", { title: coming.title }) : "";
}

function Foot({ askEnd, view, setView, ...led }: FootProps) {
    const { live, session, entries, on, round } = led;
    const { mayStage } = useSteering(live, session);
    const next = nextStep(entries, on, session.state);
    const act = async () => {
        if (next.step === "none") await backToLive(live, session.id);
        else if (next.step === "end") askEnd(true);
        else if (next.step === "begin") await begin(live, session.id, firstOf(entries));
        else if (next.step === "go") await goTo(live, session.id, next.entry);
    };
    const text = { begin: "begin", end: "end", go: "next", none: "back_to_live" } as const;
    const isNext = next.step === "begin" || (next.step !== "none" && (!round || isFinished(round)));
    const isBarred = !mayStage && (next.step === "begin" || next.step === "go");
    return (
        <div class="remote-steps">
            <p class="remote-coming">{comes(next, led)}</p>
            {session.state !== "ended" && (
                <button type="button" class="remote-view" onClick={() => setView(BACK[view])}>
                    {say(view === "round" ? "screen" : "back")}
                </button>
            )}
            <ActButton key="next" live={live} class={`remote-next ${isNext ? "primary" : ""}`} disabled={isBarred} onAct={act}>
                {sayRun(text[next.step])}
            </ActButton>
        </div>
    );
}

// "No" stands where "end" was pressed, so that a press too many ends nothing.
function AskEnd({ live, session, entries, askEnd }: Led & { askEnd(asks: boolean): void }) {
    const open = leftOpen(entries, undefined).length;
    const end = async () => {
        if (await endSession(live, session.id)) askEnd(false);
    };
    return (
        <div class="remote-steps" role="group" aria-label={sayRun("end_now")}>
            <p class="remote-coming" role="status">
                {open > 0 ? sayRun("end_open", { n: open }) : sayRun("end_ask")}
            </p>
            <ActButton live={live} disabled={open > 0} onAct={end}>
                {sayRun("end_yes")}
            </ActButton>
            <button type="button" key="next" class="remote-next primary" onClick={() => askEnd(false)}>
                {sayRun("end_no")}
            </button>
        </div>
    );
}
