// The bar below: what is live is led from here, whatever is looked at. The next step stands always in the same place.
import { useLayoutEffect, useRef, type MutableRef } from "preact/hooks";
import type { Round, Session } from "../../shared/meeting";
import { firstOf, isFinished, leftOpen, nextStep, type Entry } from "../../shared/run_of";
import type { Live } from "../../shared/view/live";
import { UndoButton } from "../undo_button";
import { ActButton } from "./act_button";
import { useKeptFocus } from "../kept_focus";
import { showsKeys } from "./keys";
import { KeyList } from "./keys_help";
import { LeftOpen } from "./left_open";
import { PaceVoice } from "./pace";
import { RoundControls } from "./round_controls";
import { Said } from "./said";
import { useSteering } from "./steer_steps";
import { SteerLine } from "./steering";
import { goTo } from "./stage_steps";
import { backToLive, begin, endSession } from "./steps";
import { say } from "./texts/run";

export interface Led {
    live: Live;
    session: Session;
    entries: readonly Entry[];
    on: Entry | undefined;
    round: Round | undefined;
}

// What comes into sight is scrolled clear of it, however many rows it has (run.css).
function useHeightTold(bar: MutableRef<HTMLElement | null>): void {
    useLayoutEffect(() => {
        const { style } = document.documentElement;
        const tell = () => style.setProperty("--bar-height", `${bar.current?.offsetHeight ?? 0}px`);
        const watching = new ResizeObserver(tell);
        if (bar.current) watching.observe(bar.current);
        return () => {
            watching.disconnect();
            style.removeProperty("--bar-height");
        };
    }, []);
}

export function Bar({ asksEnd, askEnd, ...led }: Led & { asksEnd: boolean; askEnd(asks: boolean): void }) {
    const { live, session, entries, on, round } = led;
    const open = session.state === "live" ? leftOpen(entries, asksEnd ? undefined : round) : [];
    const bar = useRef<HTMLElement>(null);
    useKeptFocus(bar);
    useHeightTold(bar);
    return (
        <section class="run-bar" aria-label={say("controls")} ref={bar} tabIndex={-1}>
            {showsKeys.value && <KeyList />}
            <PaceVoice live={live} session={session} on={on} />
            <Said live={live} />
            <SteerLine live={live} session={session} />
            {open.length > 0 && (
                <div class="bar-open">
                    {open.map((other) => (
                        <LeftOpen key={other.id} live={live} round={other} />
                    ))}
                </div>
            )}
            <div class="bar-row">
                {session.state === "live" && on && round && !asksEnd && <RoundControls live={live} round={round} entry={on} />}
                <UndoButton live={live} />
                <NextStep {...led} asksEnd={asksEnd} askEnd={askEnd} />
            </div>
        </section>
    );
}

function NextStep({ live, session, entries, on, round, asksEnd, askEnd }: Led & { asksEnd: boolean; askEnd(asks: boolean): void }) {
    const next = nextStep(entries, on, session.state);
    const { mayStage } = useSteering(live, session);
    if (asksEnd && session.state === "live") return <AskEnd live={live} session={session} entries={entries} askEnd={askEnd} />;
    if (next.step === "none") return <BackToLive live={live} session={session.id} />;
    const act = async () => {
        if (next.step === "end") askEnd(true);
        else if (next.step === "begin") await begin(live, session.id, firstOf(entries));
        else if (next.step === "go") await goTo(live, session.id, next.entry);
    };
    const text = { begin: "begin", end: "end", go: "next" } as const;
    const isNext = next.step === "begin" || !round || isFinished(round);
    const coming = next.step === "go" ? next.entry : firstOf(entries);
    return (
        <div class="bar-next">
            <span class="bar-state">
                {next.step === "end" ? say("next_is_end") : coming && say("next_is", { title: coming.title })}
            </span>
            <ActButton key="next" live={live} class={`next ${isNext ? "primary" : ""}`} disabled={!mayStage && next.step !== "end"} onAct={act}>
                {say(text[next.step])}
            </ActButton>
        </div>
    );
}

function BackToLive({ live, session }: { live: Live; session: string }) {
    return (
        <div class="bar-next">
            <ActButton key="next" live={live} onAct={() => backToLive(live, session)}>
                {say("back_to_live")}
            </ActButton>
        </div>
    );
}

// Asked here and not in a window of its own: what is live stays in sight. Where "end" was pressed stands "no", so that a
// press too many ends nothing.
function AskEnd({ live, session, entries, askEnd }: Pick<Led, "live" | "session" | "entries"> & { askEnd(asks: boolean): void }) {
    const open = leftOpen(entries, undefined).length;
    const end = async () => {
        if (await endSession(live, session.id)) askEnd(false);
    };
    return (
        <div class="bar-next" role="group" aria-label={say("end_now")}>
            <span class="bar-state" role="status">
                {open > 0 ? say("end_open", { n: open }) : say("end_ask")}
            </span>
            <ActButton live={live} class="primary" disabled={open > 0} onAct={end}>
                {say("end_yes")}
            </ActButton>
            <button type="button" key="next" class="next" onClick={() => askEnd(false)}>
                {say("end_no")}
            </button>
        </div>
    );
}

