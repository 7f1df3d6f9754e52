// Leading the day: the programme to the left, the work in the middle, the room to the right, what is live below.
import { useEffect, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Round, Session } from "../../shared/meeting";
import { entriesOf, entryOnNow, roundOnNow, type Entry } from "../../shared/run_of";
import type { Live } from "../../shared/view/live";
import { Beside } from "../carry/beside";
import { useOwnUndo } from "../undo_button";
import { Bar, type Led } from "./bar";
import { useKeys } from "./keys";
import { KeysHelp } from "./keys_help";
import { Nothing, Notice } from "./notices";
import { usePaceText } from "./pace";
import { Panel } from "./panel";
import { Programme } from "./programme";
import { presentIn, Room } from "./room";
import { noteEnds } from "./round_steps";
import { StageList } from "./stage_choice";
import { Work } from "./work";
import { say as sayRoom } from "./texts/room";
import { say } from "./texts/run";
import "./run.css";
import "./notes.css";
import "./room.css";

interface RunScreenProps {
    live: Live;
    session: string;
    tab: string;
    go(tab: string): void;
}

export function RunScreen({ live, session: id, tab, go }: RunScreenProps) {
    useOwnUndo(live, id);
    const session = live.find("session", id);
    if (session) return <Running key={id} live={live} session={session} tab={tab} go={go} />;
    return <Nothing isLoading={!live.isWhole} />;
}

function Running({ live, session, tab, go }: Omit<RunScreenProps, "session"> & { session: Session }) {
    const [looked, setLooked] = useState<{ entry: string; round?: string | undefined } | undefined>(undefined);
    const [asksEnd, askEnd] = useState(false);
    useKeys(live);
    const rounds = live.all("round");
    const entries = entriesOf(live.all("item"), rounds, session.id);
    useEffect(() => noteEnds(rounds));
    const on = entryOnNow(entries, session.stage);
    const led: Led = { live, session, entries, on, round: roundOnNow(on, session.stage) };
    // What comes on is looked at, whoever made it so.
    useEffect(() => setLooked(undefined), [on?.id, led.round?.id]);
    const entry = entries.find(({ id }) => id === looked?.entry) ?? on ?? entries[0];
    const round = entry === on && looked?.round === undefined ? led.round : chosenRound(entry, looked?.round);
    const look = (to: Entry | undefined, of?: Round) => setLooked(to && { entry: to.id, round: of?.id });
    const at = on === undefined ? 0 : entries.indexOf(on) + 1;
    const here = presentIn(live, session) ?? session.joined ?? 0;
    return (
        <div class="run">
            <Columns
                of={`${entry?.id} ${round?.id}`}
                programme={
                    <Panel class="run-programme" title={say("programme")} short={<Short at={at} n={entries.length} live={live} session={session} on={on} />}>
                        <Programme live={live} session={session} entries={entries} on={on} looked={entry} look={look} askEnd={askEnd} />
                    </Panel>
                }
                room={
                    <Panel class="run-room" title={sayRoom("room")} short={sayRoom("room_short", { n: here })} isBare>
                        <Beside live={live} session={session.id} stageList={(form) => <StageList form={form} {...led} />}>
                            <Room {...led} />
                            <KeysHelp />
                        </Beside>
                    </Panel>
                }
            >
                <Notice live={live} session={session} isEmpty={entries.length === 0} />
                {entry && <Work led={led} entry={entry} round={round} look={look} tab={tab} go={go} />}
            </Columns>
            <Bar {...led} asksEnd={asksEnd} askEnd={askEnd} />
        </div>
    );
}

// What the programme says where it is folded.
function Short({ at, n, ...led }: { at: number; n: number } & Parameters<typeof usePaceText>[0]) {
    const pace = usePaceText(led);
    return (
        <>
            {say("programme_short", { at, n })}
            {pace && <span class="programme-pace"> · {pace}</span>}
        </>
    );
}

function chosenRound(entry: Entry | undefined, id: string | undefined): Round | undefined {
    return entry?.rounds.find((round) => round.id === id) ?? roundOnNow(entry, undefined);
}

// `of`: what the middle is about; another one begins at its top.
function Columns({ of, programme, room, children }: { of: string } & Record<"programme" | "room" | "children", ComponentChildren>) {
    return (
        <div class="run-columns">
            {programme}
            <div class="run-middle" key={of}>
                {children}
            </div>
            {room}
        </div>
    );
}
