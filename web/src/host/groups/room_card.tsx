// One group: its name, who stands in it, and, where somebody looks in, its wall. What is dragged here moves by the menu too.
import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Group, Room } from "../../shared/grouping";
import type { Note, Participant } from "../../shared/meeting";
import { showsNotes } from "../../shared/stage_of";
import { ShowMore, useMost } from "../../shared/view/show_more";
import { say as sayShared } from "../../shared/view/texts/shared";
import { canAct } from "../act";
import { NotePaper } from "../run/note_card";
import type { Desk } from "./desk";
import { OwnScreen } from "./own_screen";
import { PERSON, PersonRow } from "./person_row";
import { StageOne } from "./stage_walls";
import { movePerson } from "./steps";
import { say } from "./texts/desk";

const STEP = 60; // of people, or of notes

interface CardProps {
    desk: Desk;
    room: Room;
    groups: readonly Group[];
    notes: readonly Note[];
}

export function RoomCard({ desk, room: { group, people }, groups, notes }: CardProps) {
    const { live, grouping } = desk;
    const [looks, look] = useState(false);
    const box = useRef<HTMLLIElement>(null);
    const isOver = useDropping(desk, box, group);
    const name = group?.name ?? say(grouping ? "no_group" : "no_table");
    return (
        <li ref={box} class={`groups-room ${group ? "" : "is-loose"} ${isOver ? "is-over" : ""}`}>
            <div class="groups-room-head">
                <h3>{name}</h3>
                <p class="meta">{[say("people_short", { n: people.length }), (group || notes.length > 0) && sayShared("notes", { n: notes.length })].filter(Boolean).join(" · ")}</p>
            </div>
            {!group && <p class="meta">{say(grouping?.choice ? "no_group_choice" : grouping ? "no_group_help" : "by_table")}</p>}
            {people.length > 0 && <People desk={desk} people={people} from={group} groups={groups} />}
            {(group || notes.length > 0) && (
                <div class="groups-room-acts">
                    <button type="button" class="quiet slim" aria-expanded={looks} aria-label={looks ? undefined : say("look_at", { name })} onClick={() => look(!looks)}>
                        {say(looks ? "look_away" : "look")}
                    </button>
                    {group && grouping && <OwnScreen {...desk} grouping={grouping} group={group} />}
                    {group && showsNotes(desk.round) && <StageOne {...desk} group={group} />}
                    {group?.link && (
                        <a class="groups-link" href={group.link} target="_blank" rel="noopener noreferrer">
                            {say("meeting")}
                        </a>
                    )}
                </div>
            )}
            {looks && <WallOf live={live} notes={notes} name={name} nothing={say("no_notes")} />}
        </li>
    );
}

type PeopleProps = Pick<CardProps, "desk" | "groups"> & { people: readonly Participant[]; from: Group | undefined };

function People({ desk, people, from, groups }: PeopleProps) {
    const { most, more } = useMost(STEP);
    return (
        <div>
            <ul class="groups-people">
                {people.slice(0, most).map((person) => (
                    <PersonRow key={person.id} desk={desk} person={person} from={from} groups={groups} />
                ))}
            </ul>
            <ShowMore left={people.length - most} more={more} />
        </div>
    );
}

function WallOf({ live, notes, name, nothing }: Pick<Desk, "live"> & { notes: readonly Note[]; name: string; nothing: string }) {
    const { most, more } = useMost(STEP);
    if (notes.length === 0) return <p class="meta">{nothing}</p>;
    return (
        <div>
            <ul class="groups-wall" aria-label={name} lang={live.tongue}>
                {[...notes].reverse().slice(0, most).map((note) => (
                    <li key={note.id}>
                        <NotePaper live={live} note={note}>
                            {null}
                        </NotePaper>
                    </li>
                ))}
            </ul>
            <ShowMore left={notes.length - most} more={more} />
        </div>
    );
}

// Whoever is dropped here stands here.
function useDropping(desk: Desk, box: { current: HTMLLIElement | null }, group: Group | undefined): boolean {
    const [isOver, setOver] = useState(false);
    const latest = useRef(desk);
    latest.current = desk;
    useEffect(() => {
        if (!desk.grouping) return undefined;
        return dropTargetForElements({
            element: box.current!,
            canDrop: ({ source }) => source.data.kind === PERSON && source.data.from !== (group?.id ?? "") && canAct(latest.current.live),
            onDragEnter: () => setOver(true),
            onDragLeave: () => setOver(false),
            onDrop: ({ source }) => {
                setOver(false);
                const { live, grouping, nameOf } = latest.current;
                const person = live.session.store.find("participant", source.data.id as string);
                if (person && grouping) void movePerson(live, grouping.id, person, nameOf(person), group);
            },
        });
    }, [desk.grouping?.id, group?.id, group?.name]);
    return isOver;
}
