// What the process carries on: one of its lists, or what a meeting begins with, in calm pages.
import { useRef } from "preact/hooks";
import type { EntryForm } from "../generated/types";
import { beginningOf } from "../shared/beginning";
import type { Item } from "../shared/meeting";
import { evenPages, secondsFor } from "../shared/paging";
import { endPages, listPage, sincePages, type CarriedPage, type CarriedRow } from "../shared/view/carried_rows";
import { say } from "../shared/view/texts/carried";
import { useBox, useFit } from "./box";
import { Frame } from "./frame";
import { pageFact, usePage } from "./pager";
import { useSetting } from "./setting";

const MOST_ROWS = 5;
const FEW = 3; // so few stand larger
const MOST_LETTERS = 180; // of an entry; more than that nobody reads from twelve metres

export function CarriedStage({ form }: { form: EntryForm }) {
    const { live } = useSetting();
    const page = listPage(live, form);
    return <Pages subject={form} pages={[page]} nothing={say("nothing")} title={page.title} />;
}

export function SinceStage() {
    const { live, session } = useSetting();
    return <Pages subject="since" pages={sincePages(live, session)} above={say("since")} isAboveOurs nothing={say("nothing_since")} title={say("since")} />;
}

// What is open and who does what, while the meeting ends.
export function CheckoutStage({ item, facts }: { item: Item; facts: readonly (string | undefined)[] }) {
    const { live } = useSetting();
    return <Pages subject={item.id} pages={endPages(live)} above={item.title} nothing={say("nothing")} title={item.title} facts={facts} />;
}

type PagesProps = { subject: string; pages: readonly CarriedPage[]; above?: string; isAboveOurs?: boolean; title: string; nothing: string; facts?: readonly (string | undefined)[] };

function Pages({ subject, pages, above, isAboveOurs = false, title, nothing, facts = [] }: PagesProps) {
    const { pager } = useSetting();
    const cut = pages.flatMap((page) => evenPages(page.rows.map(shortened), MOST_ROWS).map((rows) => ({ ...page, rows })));
    const seconds = cut.map(({ rows }) => secondsFor(rows.reduce((sum, { text, under }) => sum + text.length + under.length, 0)));
    const at = usePage(pager, subject, seconds);
    const page = cut[at];
    if (!page) {
        return (
            <Frame title={title} isOurs isTitlePage>
                <p class="stage-so-far">{nothing}</p>
            </Frame>
        );
    }
    return (
        <Frame above={above} isAboveOurs={isAboveOurs} title={page.title} isOurs={!page.isAsked} facts={[...facts, pageFact(pager, at, cut.length)]}>
            <Rows key={at} rows={page.rows} />
        </Frame>
    );
}

function shortened(row: CarriedRow): CarriedRow {
    return { ...row, text: beginningOf(row.text, MOST_LETTERS) };
}

function Rows({ rows }: { rows: readonly CarriedRow[] }) {
    const { tongue } = useSetting().live;
    const ref = useRef<HTMLUListElement>(null);
    const box = useBox(ref);
    useFit(ref, `${box?.width} ${box?.height} ${rows.map(({ text, under }) => text + under).join()}`);
    return (
        <ul ref={ref} class={rows.length <= FEW ? "stage-carried stage-few" : "stage-carried"}>
            {rows.map(({ id, text, under }) => (
                <li key={id}>
                    <p lang={tongue}>{text}</p>
                    {under && <p class="stage-carried-under">{under}</p>}
                </li>
            ))}
        </ul>
    );
}
