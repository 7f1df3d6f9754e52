// A phone that several share: it is handed over to the next one, or back to one who had it before.
import { useEffect, useState } from "preact/hooks";
import type { WayIn } from "../shared/invitation";
import type { Session } from "../shared/meeting";
import { myselfOf } from "../shared/myself";
import { MOST_PEOPLE, type Person } from "../shared/people";
import type { Live } from "../shared/view/live";
import { handOver, keeps, meetings, wayOfAny } from "./device";
import { me, people } from "./person";
import { hrefOf } from "./route";
import { say as sayShell } from "./texts/shell";
import { say } from "./texts/shared_phone";

// Both absent: whoever has it now is in no meeting.
type Props = { live?: Live; session?: Session };

export function SharedPhone({ live, session }: Props) {
    const [isRefused, setRefused] = useState(false);
    const name = live ? myselfOf(live.allMine("participant")[0], live.commands).name.trim() : "";
    useEffect(() => {
        if (name) people.call(me, name);
    }, [name]);
    const all = people.all.map((person) => (person.id === me && name ? { ...person, name } : person));
    const isFull = all.length >= MOST_PEOPLE;
    // (The page begins anew: it has to be there, from the server or from what the device keeps of it.)
    const isHere = live === undefined || live.connectionState.value.state === "joined" || !!navigator.serviceWorker?.controller;
    const may = keeps.value && isHere;
    const own = meetings.value.find((meeting) => meeting.session === session?.id)?.way;
    const [others, setOthers] = useState<WayIn>();
    const [hasLooked, setLooked] = useState(false);
    const way = own ?? others;
    useEffect(() => {
        if (session && !own) void wayOfAny(session.id).then((found) => (setOthers(found), setLooked(true)));
    }, [session?.id, own]);
    const go = (to?: string) => {
        if (may) void handOver(to, to === undefined ? way : undefined).then((isDone) => setRefused(!isDone));
    };
    return (
        <section>
            <h1>{sayShell("phone")}</h1>
            <p>{say("what")}</p>
            {live && <Unsent live={live} />}
            {!keeps.value && <p class="said wrong">{say("unkept")}</p>}
            {keeps.value && !isHere && <p class="said wrong">{say("offline")}</p>}
            {isRefused && (
                <p class="said wrong" role="alert">
                    {say("unkept")}
                </p>
            )}
            {isFull ? (
                <p class="said">{say("full", { n: MOST_PEOPLE })}</p>
            ) : (
                <button type="button" class="primary" aria-disabled={!may} onClick={() => go()}>
                    {say("new_person")}
                </button>
            )}
            {!isFull && session && !way && hasLooked && <p class="meta">{say("needs_code")}</p>}
            {all.length > 1 && (
                <>
                    <h2>{say("back")}</h2>
                    <ul class="meetings">
                        {all.map((person, place) => (
                            <li key={person.id}>
                                <One person={person} place={place} may={may} go={() => go(person.id)} />
                            </li>
                        ))}
                    </ul>
                    <p class="meta">{say("trust")}</p>
                </>
            )}
            <p>
                <a href={hrefOf("now")}>{say("stay")}</a>
            </p>
        </section>
    );
}

function One({ person, place, may, go }: { person: Person; place: number; may: boolean; go(): void }) {
    const name = person.name || sayShell("person", { n: place + 1 });
    if (person.id === me) return <p class="said">{say("has_it", { name })}</p>;
    return (
        <button type="button" aria-disabled={!may} onClick={go}>
            {name}
        </button>
    );
}

function Unsent({ live }: { live: Live }) {
    const unsent = live.commands.filter(({ state }) => state !== "refused").length;
    if (unsent === 0) return null;
    return <p class="said">{say("unsent", { n: unsent })}</p>;
}
