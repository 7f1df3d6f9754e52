// The lists that the process carries from meeting to meeting, as text: what is open first, what was closed behind it.
import { carriedLists, type Carried as Entry, type CarriedList } from "../shared/carried";
import { rowOf } from "../shared/view/carried_rows";
import type { Live } from "../shared/view/live";
import { say as sayList } from "../shared/view/texts/carried";
import { say } from "./texts/between";

const MANY = 10; // of one list at once, before it has to be asked for

export function Carried({ live }: { live: Live }) {
    const lists = carriedLists(live.all("entry"));
    if (lists.length === 0 && !live.isWhole) return null;
    return (
        <section>
            <h2>{say("carried")}</h2>
            {lists.length === 0 && <p class="meta">{say("carried_none")}</p>}
            {lists.map((list) => (
                <List key={list.form} live={live} list={list} />
            ))}
        </section>
    );
}

function List({ live, list: { form, open, closed } }: { live: Live; list: CarriedList }) {
    return (
        <section class="between-part">
            <h3>
                {sayList(`list_${form}`)} <span class="meta">{open.length}</span>
            </h3>
            {open.length > MANY ? <Folded live={live} entries={open} text={say("all_open", { n: open.length })} /> : <Rows live={live} entries={open} />}
            {closed.length > 0 && <Folded live={live} entries={closed} text={say("closed", { n: closed.length })} />}
        </section>
    );
}

function Folded({ live, entries, text }: { live: Live; entries: readonly Entry[]; text: string }) {
    return (
        <details>
            <summary>{text}</summary>
            <Rows live={live} entries={entries} />
        </details>
    );
}

function Rows({ live, entries }: { live: Live; entries: readonly Entry[] }) {
    if (entries.length === 0) return null;
    return (
        <ul class="between-rows" lang={live.tongue}>
            {entries.map((entry) => (
                <li key={entry.id}>
                    <p class="note-text">{entry.text}</p>
                    <Said live={live} entry={entry} />
                </li>
            ))}
        </ul>
    );
}

function Said({ live, entry }: { live: Live; entry: Entry }) {
    const { form, reference, outcome, learnt, word, owner, seat } = entry;
    const sitting = owner ? undefined : live.find("seat", seat)?.title;
    const facts = [sitting, rowOf(live, entry).under, reference].filter(Boolean);
    const told = [outcome && say(form === "message" ? "answer_was" : "happened", { text: outcome }), learnt && say("learnt", { text: learnt }), word];
    return (
        <>
            {facts.length > 0 && <p class="meta">{facts.join(" · ")}</p>}
            {told.filter(Boolean).map((text, i) => (
                <p key={i} class="note-text">{text}</p>
            ))}
        </>
    );
}
