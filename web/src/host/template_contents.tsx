// What is in a template, before it is chosen: in a line, and item by item.
import type { Language } from "../generated/types";
import {
    contentsOf,
    languagesOf,
    minutesOf,
    roundsOfItem,
    roundsOfSession,
    wordsIn,
    type Template,
    type TemplateItem,
    type TemplateSession,
} from "../shared/template";
import { language } from "../shared/view/language";
import { say } from "./texts/templates";

export function contentsLine(template: Template): string {
    const { sessions, questions, minutes } = contentsOf(template);
    const [first = 0, ...rest] = template.sessions.map(minutesOf);
    const isSame = rest.length > 0 && rest.every((one) => one === first);
    const length = isSame ? say("minutes_each", { minutes: first }) : say("minutes", { minutes });
    const seats = template.seats?.length ?? 0;
    return [
        say("sessions", { n: sessions }),
        ...(minutes > 0 ? [length] : []),
        say("questions", { n: questions }),
        ...(seats > 0 ? [say("seats_in", { n: seats })] : []),
    ].join(" · ");
}

function Item({ item }: { item: TemplateItem }) {
    const title = wordsIn(item.title, language.value);
    return (
        <li>
            <span class="meta">{say("item_minutes", { minutes: item.minutes })}</span>
            <span>{title}</span>
            {roundsOfItem(item).map(({ key, question }) => (
                <small key={key}>{wordsIn(question, language.value)}</small>
            ))}
        </li>
    );
}

function SessionPart({ session, heading }: { session: TemplateSession; heading: string }) {
    const loose = roundsOfSession({ items: [], rounds: session.rounds ?? [] });
    return (
        <section>
            <h3>{heading}</h3>
            {session.items.length === 0 && loose.length === 0 && <p class="meta">{say("no_items")}</p>}
            <ol class="template-items">
                {session.items.map((item, i) => (
                    <Item key={i} item={item} />
                ))}
                {loose.map(({ key, question }) => (
                    <li key={key}>
                        <small>{wordsIn(question, language.value)}</small>
                    </li>
                ))}
            </ol>
        </section>
    );
}

// `wanted`: the language that the process is to be in.
export function TemplateContents({ template, wanted }: { template: Template; wanted: Language }) {
    const [only, ...others] = languagesOf(template);
    return (
        <>
            {others.length === 0 && only !== undefined && only !== wanted && <p class="meta">{say(`only_in_${only}`)}</p>}
            <details class="template-contents">
                <summary>{say("contents")}</summary>
                {template.sessions.map((session, i) => (
                    <SessionPart
                        key={i}
                        session={session}
                        heading={session.title ? wordsIn(session.title, language.value) : say("session_untitled")}
                    />
                ))}
            </details>
        </>
    );
}
