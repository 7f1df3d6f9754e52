// A scale: one row of steps for each statement. What a finger does holds at once on this screen, and goes to the server on its
// own; where it cannot, it waits.
import { useEffect } from "preact/hooks";
import { isRunning, type Round } from "../shared/meeting";
import { myAnswers, nextAnswer, stepsOf } from "../shared/scale";
import type { Cast } from "../shared/cast";
import type { Live } from "../shared/view/live";
import { endedAt, Promise, TimeLeft } from "../shared/view/parts";
import { useAnnouncedState } from "./announced";
import { useTimeAnnouncements } from "./notes";
import { ScaleResult } from "./scale_result";
import { say } from "./texts/scale";
import { sayState } from "./texts/state";
import { markBusy } from "./writing";
import "./scale.css";

type Props = { live: Live; round: Round };

export function ScaleScreen({ live, round }: Props) {
    const cast = myAnswers(round, live.mine("answers", round.id), live.commands);
    const statements = round.scale?.statements ?? [];
    const done = statements.filter(({ id }) => cast.on(id) > 0).length;
    const { state, deadline } = round;
    useAnnouncedState(round, say);
    useTimeAnnouncements(isRunning(round) ? deadline : undefined, live.session.clock.offset);
    // Who has answered some and not all is in the middle of it.
    const isBusy = isRunning(round) && done > 0 && done < statements.length;
    useEffect(() => {
        markBusy(round.id, isBusy);
        return () => markBusy(round.id, false);
    }, [round.id, isBusy]);
    return (
        <section class="scale" tabIndex={-1}>
            <h1 class="question" lang={live.tongue}>
                {round.question}
            </h1>
            {round.helper && <p lang={live.tongue}>{round.helper}</p>}
            <Promise round={round} />
            {state !== "open" && <p class="meta">{endedAt(round, live.zone, live.session.clock.now()) ?? say(state)}</p>}
            {isRunning(round) && <TimeLeft deadline={deadline} offset={live.session.clock.offset} zone={live.zone} />}
            {isRunning(round) && <Answering live={live} round={round} />}
            <Refused live={live} cast={cast} />
            {(isRunning(round) || cast.waiting.length > 0) && <How live={live} cast={cast} done={done} all={statements.length} />}
            <ScaleResult live={live} round={round} />
        </section>
    );
}

function Answering({ live, round }: Props) {
    const cast = myAnswers(round, live.mine("answers", round.id), live.commands);
    const { statements } = round.scale!;
    // (Once more from the store: two presses may come before this is drawn anew.)
    const answer = (statement: string, value: number) => {
        const { outbox, store } = live.session;
        const now = myAnswers(round, store.mine("answers", round.id), outbox.commands());
        for (const { command } of now.refused) outbox.dismiss(command);
        if (now.on(statement) !== value) outbox.put("answer.put", nextAnswer(round.id, statement, value, now));
    };
    return (
        <>
            {statements.map(({ id, text }) => (
                <Statement key={id} live={live} round={round} id={id} text={text} value={cast.on(id)} answer={(value) => answer(id, value)} />
            ))}
        </>
    );
}

type StatementProps = Props & { id: string; text: string; value: number; answer(value: number): void };

function Statement({ live, round, id, text, value, answer }: StatementProps) {
    const { low, high, steps } = round.scale!;
    const nameOf = (step: number) => {
        const label = step === 1 ? low : step === steps ? high : undefined;
        return label ? say("step_first", { n: step, label }) : String(step);
    };
    return (
        <fieldset class={value > 0 ? "statement given" : "statement"}>
            <legend lang={live.tongue}>{text}</legend>
            <span class="statement-steps">
                {stepsOf(round).map((step) => (
                    <label key={step}>
                        <input type="radio" name={id} value={step} checked={value === step} aria-label={nameOf(step)} onChange={() => answer(step)} />
                        <span aria-hidden="true">{step}</span>
                    </label>
                ))}
            </span>
            <span class="statement-ends meta" lang={live.tongue} aria-hidden="true">
                <span>{low}</span>
                <span>{high}</span>
            </span>
            {value > 0 && (
                <button type="button" class="quiet" aria-label={say("take_away_of", { text })} onClick={() => answer(0)}>
                    {say("take_away")}
                </button>
            )}
        </fieldset>
    );
}

function How({ live, cast, done, all }: { live: Live; cast: Cast; done: number; all: number }) {
    const isJoined = live.connectionState.value.state === "joined";
    const text = done === 0 ? say("choose") : done < all ? say("progress", { n: done, all }) : say("all_answered");
    const way = cast.waiting.length > 0 ? sayState(isJoined ? "sending" : "saved_answer") : done > 0 ? sayState("arrived") : undefined;
    return (
        <p class="state" role="status">
            {way && <span class={cast.waiting.length > 0 ? "dot wait" : "dot"} />}
            {way ? `${way} · ${text}` : text}
        </p>
    );
}

function Refused({ live, cast }: { live: Live; cast: Cast }) {
    const last = cast.refused.at(-1);
    if (!last) return null;
    const dismiss = () => {
        document.querySelector<HTMLElement>(".scale")?.focus({ preventScroll: true });
        for (const { command } of cast.refused) live.session.outbox.dismiss(command);
    };
    return (
        <div class="said wrong" role="alert">
            <p>{say(last.refused?.reason === "closed" ? "refused_late" : "refused")}</p>
            <button type="button" class="quiet" onClick={dismiss}>
                {say("seen")}
            </button>
        </div>
    );
}
