// The right column: what the room sees, who is in it, the way in, and what was marked.
import { useState } from "preact/hooks";
import { Stage } from "../../display/stage";
import { countsBy } from "../../shared/note_lists";
import type { Participant, Session } from "../../shared/meeting";
import { nowIn } from "../../shared/now_in";
import type { Live } from "../../shared/view/live";
import { Awaited } from "./awaited";
import { Marks } from "./marks";
import { Part } from "./room_part";
import { StageChoice } from "./stage_choice";
import { SteerPanel } from "./steering";
import { say } from "./texts/room";
import { WayIn } from "./way_in";
import type { Led } from "./bar";

export function Room(led: Led) {
    const { live, session } = led;
    return (
        <>
            <Part title={say("stage")}>
                <div class="room-stage" inert>
                    <Stage live={live} session={session.id} />
                </div>
                <Awaited live={live} session={session} />
                {session.state !== "ended" && <SteerPanel live={live} session={session} />}
                {session.state !== "ended" && <StageChoice {...led} />}
            </Part>
            <People live={live} session={session} />
            <Part title={say("way_in")}>
                <WayIn live={live} session={session} />
            </Part>
            <Marks live={live} session={session} />
        </>
    );
}

function peopleOf(live: Live, session: string): Participant[] {
    return live.all("participant").filter(({ sessions }) => sessions?.includes(session));
}

// Undefined: not told now, or the day is over, when it matters who joined.
export function presentIn(live: Live, { id, state }: Session): number | undefined {
    return state === "ended" ? undefined : nowIn(live.now, id).present;
}

// Present now, of those who have joined; the bars are of all who have joined. One list at a time: the code must stay in sight.
function People({ live, session }: Pick<Led, "live" | "session">) {
    const [chosen, choose] = useState<"level" | "role">("level");
    const people = peopleOf(live, session.id);
    const profile = live.profile;
    const lists = { level: profile?.levels ?? [], role: profile?.roles ?? [] };
    const possible = (["level", "role"] as const).filter((list) => lists[list].length > 0);
    const by = possible.find((list) => list === chosen) ?? possible[0];
    const present = presentIn(live, session);
    const title = present === undefined ? say("joined", { n: people.length }) : say("people", { n: present });
    return (
        <Part title={title}>
            {present !== undefined && present !== people.length && <p class="meta">{say("joined", { n: people.length })}</p>}
            {people.length > 0 && by && <Counts {...countsBy(people, lists[by], (person) => person[by])} />}
            {people.length > 0 && possible.length > 1 && (
                <div class="room-by" role="group" aria-label={say("by")}>
                    {possible.map((list) => (
                        <button key={list} type="button" class="quiet" aria-pressed={list === by} onClick={() => choose(list)}>
                            {say(`by_${list}`)}
                        </button>
                    ))}
                </div>
            )}
        </Part>
    );
}

type CountRow = { id: string; name: string; count: number };

function Counts({ rows, rest }: { rows: readonly CountRow[]; rest: number }) {
    const all = rest > 0 ? [...rows, { id: "", name: say("said_none"), count: rest }] : rows;
    const most = Math.max(...all.map(({ count }) => count));
    return (
        <ul class="room-counts">
            {all.map(({ id, name, count }) => (
                <li key={id}>
                    <span class="room-count-name">{name}</span>
                    <span class="room-bar" aria-hidden="true">
                        <span style={{ width: `${(100 * count) / most}%` }} />
                    </span>
                    <span class="room-count">{count}</span>
                </li>
            ))}
        </ul>
    );
}
