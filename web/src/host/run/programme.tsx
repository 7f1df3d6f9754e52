// The programme: what was, what is on, what comes, and when. Choosing a row looks at it; what is live stays as it is.
import { clockTime } from "../../shared/moments";
import { programmeOf, startsOf, isRunning, type Session } from "../../shared/meeting";
import { entryStates, type Entry } from "../../shared/run_of";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
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

export function Programme({ live, session, entries, on, looked, look, askEnd }: ProgrammeProps) {
    const states = entryStates(entries, on, session.state);
    const starts = startsOf(programmeOf(live.all("item"), session.id), session.starts);
    const zone = live.zone;
    return (
        <>
            <ol class="programme-rows">
                {entries.map((entry) => {
                    const at = starts.get(entry.id);
                    const time = at === undefined ? undefined : clockTime(at, zone, language.value);
                    const state = states.get(entry.id)!;
                    return <Row key={entry.id} entry={entry} state={state} time={time} isLooked={entry === looked} look={() => look(entry)} />;
                })}
            </ol>
            {session.state === "live" && (
                <button type="button" class="quiet programme-end" onClick={() => askEnd(true)}>
                    {say("end_now")}
                </button>
            )}
        </>
    );
}

const MARKS = { done: "✓", passed: "–", on: "▸", coming: "" } as const;
interface RowProps {
    entry: Entry;
    state: keyof typeof MARKS;
    time: string | undefined;
    isLooked: boolean;
    look(): void;
}

function Row({ entry, state, time, isLooked, look }: RowProps) {
    const open = entry.rounds.some(isRunning);
    return (
        <li>
            <button type="button" class={`programme-row ${state}`} aria-current={isLooked ? "true" : undefined} onClick={look}>
                <span class="programme-mark" aria-hidden="true">
                    {MARKS[state]}
                </span>
                <span class="programme-title">
                    {entry.title}
                    <span class="unseen"> ({say(`state_${state}`)})</span>
                    {open && <span class="programme-open">{say(entry.rounds[0]!.form === "ballot" ? "is_open_ballot" : "is_open")}</span>}
                </span>
                <span class="programme-time">{time}</span>
            </button>
        </li>
    );
}
