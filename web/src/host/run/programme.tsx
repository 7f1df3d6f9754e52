// The programme: what was, what is on, what comes, and when. Choosing a row looks at it; what is live stays as it is.
import { useState } from "preact/hooks";
import type { Session } from "../../shared/meeting";
import { isRunning, programmeOf, startsOf } from "../../shared/meeting";
import { differs, toldTime } from "../../shared/pace";
import { entryStates, type Entry } from "../../shared/run_of";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";
import { moveItem } from "../agenda";
import { ItemList } from "../item_list";
import { orSay } from "../refusals";
import "../programme.css";
import { SkipButton } from "./item_line";
import { PaceLine, useTimes, type Times } from "./pace";
import { say as sayPace } from "./texts/pace";
import { say } from "./texts/run";

interface ProgrammeProps {
    live: Live;
    session: Session;
    entries: readonly Entry[];
    on: Entry | undefined;
    looked: Entry | undefined;
    look(entry: Entry): void;
    askEnd(asks: boolean): void;
}

export function Programme(props: ProgrammeProps) {
    const { live, session, entries, on, askEnd } = props;
    const [isChanging, change] = useState(false);
    const mayChange = session.state !== "ended" && entries.some(({ item }) => item !== undefined);
    const changes = isChanging && mayChange;
    return (
        <>
            <PaceLine live={live} session={session} on={on} />
            {mayChange && (
                <button type="button" class="quiet programme-change" onClick={() => change(!changes)}>
                    {sayPace(changes ? "change_done" : "change")}
                </button>
            )}
            {changes ? <Changing {...props} /> : <Rows {...props} />}
            {session.state === "live" && (
                <button type="button" class="quiet programme-end" onClick={() => askEnd(true)}>
                    {say("end_now")}
                </button>
            )}
        </>
    );
}

// The same list as in the plan, so that it is moved in the same ways; and what is to be left out.
function Changing({ live, session, entries, looked, on, look }: ProgrammeProps) {
    const items = programmeOf(live.all("item"), session.id);
    const starts = startsOf(items, session.starts);
    const entryOf = (id: string) => entries.find((entry) => entry.id === id);
    const rows = items.map((item) => ({ item, round: entryOf(item.id)?.rounds[0], starts: starts.get(item.id) }));
    const move = (id: string, to: number) => {
        const item = items.find((one) => one.id === id);
        if (item && to >= 0 && to < items.length) void orSay(moveItem(live, item, to));
    };
    const choose = (id: string) => {
        const entry = entryOf(id);
        if (entry) look(entry);
    };
    return (
        <ItemList
            rows={rows}
            zone={live.zone}
            chosen={looked?.id}
            isOff={!canAct(live)}
            choose={choose}
            move={move}
            tools={(item) => !item.started && item.id !== on?.id && session.state === "live" && <SkipButton live={live} entry={{ item }} />}
        />
    );
}

function Rows({ live, session, entries, on, looked, look }: ProgrammeProps) {
    const states = entryStates(entries, on, session.state);
    const times = useTimes({ live, session, on });
    return (
        <ol class="programme-rows">
            {entries.map((entry) => (
                <Row key={entry.id} entry={entry} state={states.get(entry.id)!} times={times} isLooked={entry === looked} look={() => look(entry)} />
            ))}
        </ol>
    );
}

const MARKS = { done: "✓", passed: "–", skipped: "–", on: "▸", coming: "" } as const;
interface RowProps {
    entry: Entry;
    state: keyof typeof MARKS;
    times: Times;
    isLooked: boolean;
    look(): void;
}

function Row({ entry, state, times, isLooked, look }: RowProps) {
    const open = entry.rounds.some(isRunning);
    return (
        <li>
            <button type="button" class={`programme-row ${state}`} aria-current={isLooked ? "true" : undefined} onClick={look}>
                <span class="programme-mark" aria-hidden="true">
                    {MARKS[state]}
                </span>
                <span class="programme-title">
                    {entry.title}
                    {state !== "skipped" && <span class="unseen"> ({say(`state_${state}`)})</span>}
                    {state === "skipped" && <span class="programme-note">{sayPace("skipped")}</span>}
                    {open && <span class="programme-open">{say(entry.rounds[0]!.form === "ballot" ? "is_open_ballot" : "is_open")}</span>}
                </span>
                <RowTime id={entry.id} times={times} />
            </button>
        </li>
    );
}

// When it began, or will at this pace; below that the plan, where it says otherwise.
function RowTime({ id, times }: { id: string; times: Times }) {
    const { clock } = times;
    const known = times.times.get(id);
    const told = known && toldTime(known, 2);
    if (!told) return null;
    return (
        <span class="programme-time">
            {told.isAbout && `${sayPace("about_short")} `}
            {clock(told.at)}
            {differs(known.planned, told.at) && <span class="programme-plan">{sayPace("plan_at", { time: clock(known.planned!) })}</span>}
        </span>
    );
}
