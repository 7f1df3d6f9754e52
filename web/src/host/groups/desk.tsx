// The groups of a question while it is led: those without one first, then each with who stands in it; and what is said to all.
import { groupsOf, isInGroups, joinedIn, mostCameLater, placesIn, roomsOf, wallsOf, type Grouping, type Placing } from "../../shared/grouping";
import { notesOf } from "../../shared/note_lists";
import type { Participant, Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import type { Led } from "../run/bar";
import { DealButton } from "./deal_button";
import { EditGroups } from "./edit_groups";
import { GroupsPaper, ListTools } from "./list_tools";
import { RoomCard } from "./room_card";
import { SayAll } from "./say_all";
import { WallsButton } from "./stage_walls";
import { say } from "./texts/desk";
import "./groups.css";

export interface Desk {
    live: Live;
    led: Led;
    round: Round;
    // Nothing where people sit at tables, which they choose for themselves.
    grouping: Grouping | undefined;
    nameOf(person: Participant): string;
}

// What somebody is called who has given no name: what they are known by else.
function namer(live: Live): (person: Participant) => string {
    const { roles = [], organisations = [] } = live.profile ?? {};
    return ({ name, role, organisation }) => {
        if (name) return name;
        const known = [roles.find(({ id }) => id === role)?.name, organisations.find(({ id }) => id === organisation)?.name].filter(Boolean);
        return known.length > 0 ? [say("unnamed"), ...known].join(", ") : say("unnamed");
    };
}

export function GroupsTab({ led, round }: { led: Led; round: Round }) {
    const { live } = led;
    const grouping = live.find("grouping", round.grouping);
    const session = live.find("session", round.session);
    const groups = groupsOf(round, grouping, session);
    const desk: Desk = { live, led, round, grouping, nameOf: namer(live) };
    const places = placesIn(grouping ? live.all("placing") : [], grouping?.id ?? "");
    const where = (person: Participant) => (grouping ? places.get(person.id)?.group : person.table);
    const rooms = roomsOf(groups, joinedIn(live.all("participant"), round.session), where);
    const [loose, ...filled] = rooms;
    const walls = new Map(wallsOf(groups, notesOf(live.all("note"), round.id)).map(({ group, notes }) => [group?.id, notes]));
    const placed = filled.reduce((sum, { people }) => sum + people.length, 0);
    if (groups.length === 0) return <p class="run-empty">{say("no_tables")}</p>;
    return (
        <div class="groups-desk">
            <div class="groups-head">
                <p>
                    <strong>{say(grouping ? "figures" : "figures_tables", { groups: say(grouping ? "groups" : "tables", { n: groups.length }), placed })}</strong>
                    {loose!.people.length > 0 && <span class="groups-loose"> · {say(grouping ? "without" : "without_table", { n: loose!.people.length })}</span>}
                    <Writing live={live} round={round} />
                </p>
                <div class="groups-tools">
                    {grouping && !grouping.choice && <DealButton {...desk} grouping={grouping} />}
                    {grouping && <EditGroups {...desk} grouping={grouping} rooms={rooms} walls={walls} />}
                    <ListTools rooms={rooms} nameOf={desk.nameOf} />
                    <WallsButton {...desk} />
                </div>
                {!grouping && <p class="meta">{say("by_table")}</p>}
                {grouping && isToBeDealt(live, grouping, [...places.values()]) && <p class="said">{say("came_later")}</p>}
            </div>
            <SayAll live={live} session={led.session} />
            <ul class="groups-rooms">
                {(loose!.people.length > 0 || walls.has(undefined)) && <RoomCard key="none" desk={desk} room={loose!} groups={groups} notes={walls.get(undefined) ?? []} />}
                {filled.map((room) => (
                    <RoomCard key={room.group!.id} desk={desk} room={room} groups={groups} notes={walls.get(room.group!.id) ?? []} />
                ))}
            </ul>
            <GroupsPaper rooms={rooms} nameOf={desk.nameOf} title={round.question} />
        </div>
    );
}

// Planned before anybody was there, and not yet at work: what was to be mixed stands in the order in which people came.
function isToBeDealt(live: Live, grouping: Grouping, placings: readonly Placing[]): boolean {
    const isAtWork = live.all("round").some((round) => round.grouping === grouping.id && round.state !== "planned");
    return !isAtWork && mostCameLater(grouping, placings);
}

// How many, never who: also where the notes say names, what is not put up yet is one's own.
function Writing({ live, round }: { live: Live; round: Round }) {
    const n = live.now.writing?.find(({ round: id }) => id === round.id)?.count ?? 0;
    return n > 0 && isInGroups(round) ? <span class="meta"> · {say("writing", { n })}</span> : null;
}
