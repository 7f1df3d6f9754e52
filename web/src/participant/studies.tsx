// The studies that ask me, each with who is responsible and what it asks; and my answer, which can be changed at any time.
import { answerTo, askingStudies, type Study } from "../shared/studies";
import type { Live } from "../shared/view/live";
import { sayState } from "./texts/state";
import { say } from "./texts/studies";
import "./mine.css";

// `only`: those that are told of now.
export function Studies({ live, only, level = 2 }: { live: Live; only?: readonly string[]; level?: 2 | 3 }) {
    const answers = (study: Study) => answerTo(study, live.mine("consent", study.id), live.commands);
    const studies = askingStudies(live.all("study"), (study) => answers(study).wasAnswered).filter(({ id }) => !only || only.includes(id));
    return (
        <>
            {studies.map((study) => (
                <OneStudy key={study.id} live={live} study={study} level={level} />
            ))}
        </>
    );
}

function OneStudy({ live, study, level }: { live: Live; study: Study; level: 2 | 3 }) {
    const Title = level === 2 ? "h2" : "h3";
    const answer = answerTo(study, live.mine("consent", study.id), live.commands);
    const give = (consent: boolean) =>
        void live.session.outbox.put("participant.consent", { rev: answer.nextRev, consent, study: study.id, version: study.version ?? 1 });
    const paragraphs = study.text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
    return (
        <section class="research study" lang={live.tongue}>
            <Title>{study.title}</Title>
            <Facts study={study} />
            {paragraphs.map((paragraph, i) => (
                <p key={i} class="research-text">
                    {paragraph}
                </p>
            ))}
            {study.closed && <p class="said">{say("closed")}</p>}
            {answer.wasAnswered && !answer.isAnswered && <p class="said wrong">{say("changed")}</p>}
            <fieldset>
                <legend>{say("question", { title: study.title })}</legend>
                {([true, false] as const).map((consent) => (
                    <label key={String(consent)}>
                        <input
                            type="radio" name={`study ${study.id}`} checked={answer.isAnswered && answer.consent === consent} disabled={consent && study.closed === true && !answer.consent}
                            onChange={() => give(consent)}
                        />
                        {say(consent ? "yes" : "no")}
                    </label>
                ))}
            </fieldset>
            <p class="state" role="status">
                <span class={`dot ${answer.isAnswered && (answer.state === undefined || answer.state === "saved") ? "" : "wait"}`} />
                {fateOf(answer)}
            </p>
        </section>
    );
}

function fateOf({ isAnswered, state }: ReturnType<typeof answerTo>): string {
    if (state === "refused") return say("refused");
    if (state === "saved") return sayState("saved_answer");
    if (state !== undefined) return sayState("sending");
    return say(isAnswered ? "arrived" : "unanswered");
}

function Facts({ study: { organisation, investigator, contact, review } }: { study: Study }) {
    const facts = [
        [say("organisation"), organisation],
        [say("investigator"), investigator],
        [say("contact"), contact],
        [say("review"), review],
    ].filter((fact): fact is [string, string] => Boolean(fact[1]));
    if (facts.length === 0) return null;
    return (
        <dl class="study-facts">
            {facts.map(([name, value]) => (
                <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                </div>
            ))}
        </dl>
    );
}
