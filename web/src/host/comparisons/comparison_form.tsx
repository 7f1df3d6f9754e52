// What is compared and by what: a new comparison. Of one that is there only its name is changed, and it is taken away.
import { useId, useState } from "preact/hooks";
import type { ComparisonBy } from "../../generated/types";
import type { Board } from "../../shared/boards";
import type { Comparison } from "../../shared/comparisons";
import type { Round, Words } from "../../shared/meeting";
import { fill } from "../../shared/texts";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { Choice, type Option } from "../choice";
import { say as sayUndo } from "../texts/undo";
import { askedOf, Rounds } from "../themes/board_form";
import { defaultListTitle, makeList } from "../words/list_form";
import { makeComparison, removeComparison, renameComparison } from "./comparison_steps";
import { inTheWay, roundsHere, sourcesHere, WAYS, waysOf } from "./sources";
import { comparisonsTexts, say } from "./texts/comparisons";
import { InTheWay } from "./untold";
import "../themes/themes.css";

const NEW = "new";

interface FormProps {
    live: Live;
    session: string | undefined;
    round: string | undefined;
    done(id: string): void;
    cancel: (() => void) | undefined;
}

// Which list, board or questions, with the rounds that these have.
function useSource({ live, session, round }: Pick<FormProps, "live" | "session" | "round">) {
    const { lists, boards } = sourcesHere(live, session, round);
    // (What somebody has answered comes before what is yet to be asked.)
    const answered = new Set(live.all("note").map((note) => note.round));
    const isAnswered = (one: Words | Board) => one.rounds.some((id) => answered.has(id));
    const [chosen, choose] = useState(() => (lists.find(isAnswered) ?? boards.find(isAnswered) ?? lists[0] ?? boards[0])?.id ?? NEW);
    const here = roundsHere(live, session);
    const [picked, pick] = useState<readonly string[]>(() => [(here.find(({ id }) => id === round) ?? here[0])?.id ?? ""]);
    const list = lists.find(({ id }) => id === chosen);
    const board = boards.find(({ id }) => id === chosen);
    const all = askedOf(live).flatMap(({ rounds }) => rounds);
    const known = new Map(live.all("round").map((one) => [one.id, one]));
    const ids = list?.rounds ?? board?.rounds ?? all.filter(({ id }) => picked.includes(id)).map(({ id }) => id);
    const rounds = ids.map((id) => known.get(id)).filter((one): one is Round => one !== undefined);
    return { lists, boards, chosen, choose, picked, pick, list, board, ids, rounds, title: list?.title ?? board?.title ?? defaultListTitle(live) };
}
type Sourced = ReturnType<typeof useSource>;

// In the language of the meeting, not of this page: the room reads it.
function titleOf(live: Live, what: string, by: ComparisonBy): string {
    const tag = live.profile?.language ?? language.value;
    return fill(comparisonsTexts[tag][`title_${by}`], { what }, tag);
}

export function ComparisonForm({ live, session, round, done, cancel }: FormProps) {
    const sourced = useSource({ live, session, round });
    const ways = waysOf(live.profile!, sourced.rounds);
    const [wanted, want] = useState<ComparisonBy>();
    const by = WAYS.find((one) => one === wanted && ways.has(one)) ?? WAYS.find((one) => ways.has(one));
    const [named, name] = useState<string>();
    const [wrong, setWrong] = useState("");
    const [isSaving, setSaving] = useState(false);
    const title = named ?? (by ? titleOf(live, sourced.title, by) : "");
    const isWhole = by !== undefined && sourced.ids.length > 0 && title.trim() !== "";
    const way = by && inTheWay(live, sourced.ids, by);
    const submit = async (event: Event) => {
        event.preventDefault();
        if (!isWhole || isSaving || !canAct(live)) return;
        setSaving(true);
        const { id, reason } = await save(live, sourced, title.trim(), by);
        setSaving(false);
        if (reason) setWrong(sayUndo("refused", { reason: sayReason(reason) }));
        else if (id) done(id);
    };
    return (
        <form class="compare-form compare-card" onSubmit={submit}>
            <What sourced={sourced} live={live} session={session} />
            <Choice
                legend={say("by")}
                value={by ?? "role"}
                options={WAYS.map((one): Option<ComparisonBy> => ({ value: one, label: say(`by_${one}`), isOff: !ways.has(one), ...(ways.has(one) ? {} : { hint: say(`no_${one}`) }) }))}
                change={(one) => want(one)}
            />
            {by && way && <InTheWay live={live} other={way} />}
            {by && !way && by !== "session" && <p class="meta">{say("binds")}</p>}
            <label>
                {say("title")}
                <input value={title} maxLength={200} required onInput={(event) => name(event.currentTarget.value)} />
            </label>
            <p class="said wrong" role="alert">{wrong}</p>
            <p class="compare-buttons">
                <button class="primary" disabled={!isWhole || isSaving || !canAct(live)}>
                    {say("make")}
                </button>
                {cancel && (
                    <button type="button" onClick={cancel}>
                        {say("cancel")}
                    </button>
                )}
            </p>
        </form>
    );
}

// Of questions that no list counts yet the list is made first.
async function save(live: Live, { list, board, ids, title: listTitle }: Sourced, title: string, by: ComparisonBy) {
    const made = list || board ? undefined : await makeList(live, listTitle, [...ids]);
    if (!list && !board && made === undefined) return {};
    const source = board ? { board: board.id } : { list: list?.id ?? made! };
    const { id, refused } = await makeComparison(live, title, source, by);
    return { id, reason: refused?.reason };
}

const joined = (names: readonly (string | undefined)[]) => [...new Set(names.filter(Boolean))].join(" + ");

function What({ sourced, live, session }: { sourced: Sourced; live: Live; session: string | undefined }) {
    const { lists, boards, chosen, choose, picked, pick, ids } = sourced;
    const id = useId();
    const named = ({ title, rounds }: { title: string; rounds: readonly string[] }) => {
        const known = rounds.map((one) => live.find("round", one)).filter((one) => one !== undefined);
        const meetings = session === undefined ? known.map((one) => live.find("session", one.session)?.title) : [];
        return [`${title} (${joined(known.map(({ question }) => question))})`, joined(meetings)].filter(Boolean).join(" · ");
    };
    const options = (all: readonly { id: string; title: string; rounds: readonly string[] }[]) =>
        all.map((one) => (
            <option key={one.id} value={one.id}>
                {named(one)}
            </option>
        ));
    const toggle = (round: string, on: boolean) => pick(on ? [...picked, round] : picked.filter((one) => one !== round));
    const isNew = !sourced.list && !sourced.board;
    return (
        <>
            <div class="compare-what">
                <label for={id}>{say("what")}</label>
                <select id={id} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
                    {lists.length > 0 && <optgroup label={say("what_lists")}>{options(lists)}</optgroup>}
                    {boards.length > 0 && <optgroup label={say("what_boards")}>{options(boards)}</optgroup>}
                    {lists.length + boards.length > 0 ? (
                        <optgroup label={say("what_more")}>
                            <option value={NEW}>{say("what_rounds")}</option>
                        </optgroup>
                    ) : (
                        <option value={NEW}>{say("what_rounds")}</option>
                    )}
                </select>
            </div>
            {isNew && (
                <>
                    <Rounds asked={askedOf(live)} session={session} chosen={picked} toggle={toggle} />
                    <p class="meta" role="status">
                        {say(ids.length === 0 ? "rounds_none" : "rounds_why")}
                    </p>
                </>
            )}
        </>
    );
}

type RenameProps = { live: Live; comparison: Comparison; close(): void; gone(): void };

export function RenameForm({ live, comparison, close, gone }: RenameProps) {
    const [title, setTitle] = useState(comparison.title);
    const [wrong, setWrong] = useState("");
    const settle = async (doing: ReturnType<typeof renameComparison>, done: () => void) => {
        const refused = await doing;
        if (refused) setWrong(sayUndo("refused", { reason: sayReason(refused.reason) }));
        else done();
    };
    const submit = (event: Event) => {
        event.preventDefault();
        if (title.trim() !== "" && canAct(live)) void settle(renameComparison(live, comparison, title.trim()), close);
    };
    return (
        <form class="compare-form compare-card" onSubmit={submit}>
            <label>
                {say("title")}
                <input value={title} maxLength={200} required onInput={(event) => setTitle(event.currentTarget.value)} />
            </label>
            <p class="said wrong" role="alert">{wrong}</p>
            <p class="compare-buttons">
                <button class="primary" disabled={title.trim() === "" || !canAct(live)}>
                    {say("save")}
                </button>
                <button type="button" onClick={close}>
                    {say("cancel")}
                </button>
                <button type="button" class="quiet" disabled={!canAct(live)} onClick={() => void settle(removeComparison(live, comparison), gone)}>
                    {say("remove")}
                </button>
            </p>
        </form>
    );
}
