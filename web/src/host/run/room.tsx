// The right column: what the room sees, who is in it, and the way in.
import type { ComponentChildren } from "preact";
import { Stage } from "../../display/stage";
import { countsBy } from "../../shared/note_lists";
import type { Participant } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { StageChoice } from "./stage_choice";
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
                <StageChoice {...led} />
            </Part>
            <People live={live} session={session.id} />
            <Part title={say("way_in")}>
                <WayIn live={live} session={session} />
            </Part>
        </>
    );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
    return (
        <section class="room-part">
            <h2>{title}</h2>
            {children}
        </section>
    );
}

export function peopleOf(live: Live, session: string): Participant[] {
    return live.all("participant").filter(({ sessions }) => sessions?.includes(session));
}

// Present now, of those who have joined; the bars are of all who have joined.
function People({ live, session }: { live: Live; session: string }) {
    const people = peopleOf(live, session);
    const profile = live.all("process")[0]?.profile;
    const present = live.now.present;
    const title = present === undefined ? say("joined", { n: people.length }) : say("people", { n: present });
    return (
        <Part title={title}>
            {present !== undefined && present !== people.length && <p class="meta">{say("joined", { n: people.length })}</p>}
            <Counts title={say("by_level")} {...countsBy(people, profile?.levels ?? [], ({ level }) => level)} />
            <Counts title={say("by_role")} {...countsBy(people, profile?.roles ?? [], ({ role }) => role)} />
        </Part>
    );
}

type CountRow = { id: string; name: string; count: number };

function Counts({ title, rows, rest }: { title: string; rows: readonly CountRow[]; rest: number }) {
    if (rows.length === 0) return null;
    const all = rest > 0 ? [...rows, { id: "", name: say("said_none"), count: rest }] : rows;
    const most = Math.max(...all.map(({ count }) => count));
    return (
        <>
            <h3 class="room-list-title">{title}</h3>
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
        </>
    );
}
