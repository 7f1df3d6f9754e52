// What belongs to what is on: of a lecture or a film what it came to, what there is to read, and what people ask; at the end
// of a meeting what is open, who does what, and one's own next step.
import { askedAt } from "../shared/asked_at";
import { openAtTheEnd } from "../shared/carried";
import { materialsOfItem } from "../shared/materials";
import { isTalkedAt, roomNotes, type Item, type Round, type Session } from "../shared/meeting";
import { rowOf } from "../shared/view/carried_rows";
import type { Live } from "../shared/view/live";
import { say as sayList } from "../shared/view/texts/carried";
import { say as sayShared } from "../shared/view/texts/shared";
import { hrefOf } from "./route";
import { Steps } from "./steps";
import { Studies } from "./studies";
import { say } from "./texts/item_more";
import { say as sayStudy } from "./texts/studies";
import "./between.css";
import "./item_more.css";

type Props = { live: Live; item: Item };

export function ItemMore({ live, session, item }: Props & { session: Session }) {
    return (
        <div class="between">
            {isTalkedAt(item.form) && <Summary live={live} item={item} />}
            <Links live={live} item={item} />
            <Asked live={live} item={item} />
            {item.form === "research" && (session.under_fifteen ? <p>{sayStudy("not_asked")}</p> : <Studies live={live} {...(item.studies?.length ? { only: item.studies } : {})} />)}
            {item.form === "checkout" && <Carried live={live} />}
            {item.form === "checkout" && <Steps live={live} session={session} />}
        </div>
    );
}

// Over the question that people write while somebody speaks. It has its place from the start, so that what comes later moves
// nothing under the hands of who writes.
export function Around({ live, item }: Props) {
    const form = say(item.form === "film" ? "film" : "lecture");
    const isNamed = `${item.title}:` !== form; // (it comes with its form as its name)
    const isBare = !item.about && !item.summary && linksOf(live, item).length === 0;
    return (
        <details class="around">
            <summary>
                {isNamed && form} <span lang={live.tongue}>{item.title}</span>
            </summary>
            <div class="between">
                {item.about && <p class="note-text" lang={live.tongue}>{item.about}</p>}
                <Summary live={live} item={item} />
                <Links live={live} item={item} />
                {isBare && <p class="meta">{say("nothing_more")}</p>}
            </div>
        </details>
    );
}

function Summary({ live, item: { summary } }: Props) {
    if (!summary) return null;
    return (
        <section>
            <h2>{say("summary")}</h2>
            <p class="note-text" lang={live.tongue}>{summary}</p>
        </section>
    );
}

const linksOf = (live: Live, item: Item) => materialsOfItem(live.all("material"), item.id);

function Links({ live, item }: Props) {
    const links = linksOf(live, item);
    if (links.length === 0) return null;
    return (
        <section>
            <h2>{say("links")}</h2>
            <ul class="between-rows" lang={live.tongue}>
                {links.map(({ id, url, title, about }) => (
                    <li key={id}>
                        <a href={url} target="_blank" rel="noopener noreferrer">
                            {title}
                        </a>
                        {about && <p>{about}</p>}
                    </li>
                ))}
            </ul>
        </section>
    );
}

function Asked({ live, item }: Props) {
    const rounds = askedAt(live.all("round"), item);
    if (rounds.length === 0) return null;
    const count = (round: Round) => (round.form === "notes" ? roomNotes(live.all("note"), round).length : 0);
    return (
        <section>
            <h2>{say("asked")}</h2>
            <ul class="between-rows">
                {rounds.map((round) => (
                    <li key={round.id}>
                        <a href={hrefOf("question", round.id)} lang={live.tongue}>
                            {round.question}
                        </a>
                        {count(round) > 0 && <span class="meta">{sayShared("notes", { n: count(round) })}</span>}
                    </li>
                ))}
            </ul>
        </section>
    );
}

const MANY = 6; // of a list at once

// What is open and who does what, as the big screen has it; the rest of the lists stand between the meetings.
function Carried({ live }: { live: Live }) {
    const lists = openAtTheEnd(live.all("entry"));
    return (
        <>
            {lists.length === 0 && <p class="meta">{say("nothing_open")}</p>}
            {lists.map(({ form, open }) => (
                <section key={form}>
                    <h2>
                        {sayList(`list_${form}`)} <span class="meta">{open.length}</span>
                    </h2>
                    <ul class="between-rows" lang={live.tongue}>
                        {open.slice(0, MANY).map((entry) => rowOf(live, entry)).map(({ id, text, under }) => (
                            <li key={id}>
                                <p class="note-text">{text}</p>
                                {under && <p class="meta">{under}</p>}
                            </li>
                        ))}
                    </ul>
                    {open.length > MANY && (
                        <p>
                            <a href={hrefOf("between")}>{say("all_of_them", { n: open.length })}</a>
                        </p>
                    )}
                </section>
            ))}
        </>
    );
}
