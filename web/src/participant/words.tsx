// The words that most people wrote, as a ranked list, and behind each who counts how.
import { useEffect, useRef, useState } from "preact/hooks";
import type { WordRow as Row } from "../generated/types";
import type { Words } from "../shared/meeting";
import { basisOf, inOrderOf, largestOf, sortedOut, withMore } from "../shared/words_explained";
import { Refusal } from "../shared/wire";
import type { Live } from "../shared/view/live";
import { returnFocus } from "./focus";
import { say } from "./texts/words";
import { WordRow } from "./word_row";
import "./words.css";

type Props = { live: Live; list: Words };

const MOST_FOLDED = 12;

// `inside`: as a part of a screen that has its own heading; the first words only, until somebody asks for all.
export function WordsScreen(props: Props & { inside?: boolean }) {
    return <List key={props.list.id} {...props} />; // (what was opened and fetched of one list is nothing of another's)
}

function List({ live, list, inside }: Props & { inside?: boolean }) {
    const Title = inside ? "h2" : "h1";
    const Aside = inside ? "h3" : "h2";
    const more = useMore(live, list);
    const [isFolded, setFolded] = useState(inside === true);
    const [open, setOpen] = useState<string | undefined>();
    const seen = useRef<string[]>([]);
    const rows = withMore(list.words ?? [], more.rows);
    // While a word is open the order stays as it was.
    const still = open === undefined ? rows : inOrderOf(rows, seen.current);
    seen.current = still.map(({ word }) => word);
    const { counted, aside } = sortedOut(still);
    const largest = largestOf(rows);
    const common = { live, list, largest, open, setOpen };
    const rowsOf = (some: readonly Row[]) => some.map((row) => <WordRow key={row.word} row={row} {...common} />);
    return (
        <section class="words" tabIndex={-1}>
            <Title lang={list.language}>{list.title}</Title>
            {rows.length === 0 ? (
                <p class="meta">{say("none")}</p>
            ) : (
                <p class="meta">
                    {say(basisOf(list), { n: list.persons ?? 0 })} {say("forms_together")} {say("open_one")}
                </p>
            )}
            <ol lang={list.language}>{rowsOf(isFolded ? counted.slice(0, MOST_FOLDED) : counted)}</ol>
            {isFolded && rows.length > MOST_FOLDED && (
                <p>
                    <button type="button" onClick={(event) => (returnFocus(event, ".words"), setFolded(false))}>
                        {say("all", { n: rows.length })}
                    </button>
                </p>
            )}
            {!isFolded && aside.length > 0 && (
                <>
                    <Aside>{say("aside")}</Aside>
                    <p class="meta">{say("aside_why")}</p>
                    <ul lang={list.language}>{rowsOf(aside)}</ul>
                </>
            )}
            {!isFolded && more.left > 0 && (
                <p>
                    <button type="button" onClick={more.get} disabled={more.phase === "busy"}>
                        {say(more.phase === "busy" ? "getting" : "more", { n: more.left })}
                    </button>
                </p>
            )}
            {more.phase === "lost" && <p class="said wrong" role="alert">{say("more_offline")}</p>}
            {more.phase === "refused" && <p class="said wrong" role="alert">{say("more_refused")}</p>}
        </section>
    );
}

// What stands beyond the rows that come by themselves. Where the list changed since, what was fetched is fetched again.
function useMore(live: Live, list: Words) {
    const [page, setPage] = useState<{ rows: Row[]; left: number }>({ rows: [], left: 0 });
    const [phase, setPhase] = useState<"still" | "busy" | "lost" | "refused">("still");
    const own = list.words?.length ?? 0;
    const fetch = async (until: number) => {
        setPhase("busy");
        try {
            const rows: Row[] = [];
            let left = 0;
            do {
                const next = await live.session.connection.request("words.page", { list: list.id, skip: own + rows.length });
                rows.push(...next.words);
                left = next.words.length > 0 ? next.more : 0;
            } while (rows.length < until && left > 0);
            setPage({ rows, left });
            setPhase("still");
        } catch (error) {
            setPhase(error instanceof Refusal ? "refused" : "lost");
        }
    };
    const had = page.rows.length;
    useEffect(() => {
        if (had === 0) return;
        const timer = setTimeout(() => void fetch(had), 3_000);
        return () => clearTimeout(timer);
    }, [list.seq]);
    const left = had > 0 ? page.left : (list.more ?? 0);
    return { rows: page.rows, left, phase, get: () => void fetch(had + 1) };
}
