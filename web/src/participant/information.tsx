// What becomes of what I write, and of what I say of myself: who is responsible, how long it is kept, what I may ask for.
import type { Live } from "../shared/view/live";
import { say } from "./texts/information";
import "./mine.css";

export function InformationScreen({ live, back }: { live: Live; back: string }) {
    const [information] = live.all("information");
    const facts = (["responsible", "contact", "kept", "rights"] as const).filter((name) => information?.[name]);
    return (
        <section class="research">
            <p>
                <a href={back}>{say("back")}</a>
            </p>
            <h1>{say("heading")}</h1>
            {!information && <p>{say(live.isWhole ? "none" : "loading")}</p>}
            {information && (
                <div lang={live.tongue} class="research">
                    {information.text.split(/\n\s*\n/).map((paragraph, i) => (
                        <p key={i} class="research-text">
                            {paragraph}
                        </p>
                    ))}
                </div>
            )}
            {facts.length > 0 && (
                <dl class="study-facts">
                    {facts.map((name) => (
                        <div key={name}>
                            <dt>{say(name)}</dt>
                            <dd lang={live.tongue} class="research-text">
                                {information![name]}
                            </dd>
                        </div>
                    ))}
                </dl>
            )}
            <p class="meta">{say("own")}</p>
        </section>
    );
}
