// Which group I am in for a question, how many we are, where we meet; the choice where people choose; and, after a move, where my
// notes lie.
import { useEffect, useId, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import { groupsLeft, isFull, type Group, type Grouping } from "../shared/grouping";
import { isRunning, type Round } from "../shared/meeting";
import { myPlaceIn, type MyPlace } from "../shared/my_place";
import type { MyNote } from "../shared/own_notes";
import { announce } from "../shared/view/announcer";
import type { Live } from "../shared/view/live";
import { say as sayShared } from "../shared/view/texts/shared";
import { sayReason } from "../shared/view/texts/reasons";
import { pressed } from "./focus";
import { OverLine } from "./over_line";
import { say } from "./texts/my_group";
import { isBegun } from "./use_draft";
import { writingIn } from "./writing";
import "./my_group.css";

type Props = { live: Live; round: Round; notes: readonly MyNote[] };

export function MyGroup({ live, round, notes }: Props) {
    const grouping = live.find("grouping", round.grouping);
    if (!grouping || round.revealed) return null;
    return <Mine key={grouping.id} {...{ live, round, notes, grouping }} />;
}

function Mine({ live, round, notes, grouping }: Props & { grouping: Grouping }) {
    const place = myPlaceIn(grouping, live.mine("place", grouping.id), live.commands);
    const { group } = place;
    const [chooses, setChooses] = useState(false);
    useTold(group);
    const left = groupsLeft(notes.flatMap(({ known, removed }) => (known && !removed ? [known] : [])), grouping.groups ?? [], group?.id);
    const moved = group && left.length > 0 ? say("moved", { group: group.name, left: left.map(({ name }) => name).join(", ") }) : "";
    const still = useStill({ isWriting: writingIn.value === round.id, group, place, chooses, tells: moved !== "" });
    // (What was begun can still be sent behind the closing, by who is in a group.)
    const mayChoose = grouping.choice === true && (round.state !== "closed" || (!group && isBegun(round)));
    if (round.state === "closed" && !group && !mayChoose) return null;
    const choose = (to: string) => {
        if (place.refused) live.session.outbox.dismiss(place.refused.command);
        live.session.outbox.put("group.choose", { grouping: grouping.id, group: to, rev: place.nextRev });
        setChooses(false);
    };
    return (
        <section ref={still.section} class={still.isStill ? "my-group is-still" : "my-group"} tabIndex={-1} aria-label={say("label")}>
            {group ? <Here group={group} place={place} /> : !mayChoose && <p class="said">{say(isRunning(round) ? "none" : "none_yet")}</p>}
            {moved && still.showsMoved && <p class="said">{moved}</p>}
            {group && still.isMoved && <OverLine label={say("new_group")} text={moved || say("now_in", { group: group.name })} class="group-moved" leave={still.read} />}
            {place.refused && <p class="said wrong" role="alert">{sayReason(place.refused.refused!.reason)}</p>}
            {mayChoose && (!group || chooses) && <Choices grouping={grouping} mine={group} choose={choose} />}
            {mayChoose && group && !chooses && (
                <button type="button" class="quiet" onClick={pressed("section", () => setChooses(true))}>
                    {say("change")}
                </button>
            )}
        </section>
    );
}

type StillProps = { isWriting: boolean; group: Group | undefined; place: MyPlace; chooses: boolean; tells: boolean };

// While somebody writes, what stands here keeps its height, that the paper below stays where it is: that they are moved is said
// over the head. (What they do here themselves moves it.)
function useStill({ isWriting, group, place: { nextRev }, chooses, tells }: StillProps) {
    const section = useRef<HTMLElement>(null);
    const before = useRef({ group: group?.id, nextRev, tells });
    const [, draw] = useReducer((n: number) => n + 1, 0);
    if (!isWriting || before.current.nextRev !== nextRev) before.current = { group: group?.id, nextRev, tells };
    useLayoutEffect(() => {
        const { current } = section;
        if (!isWriting || !current) return;
        current.style.blockSize = `${current.offsetHeight}px`;
        return () => (current.style.blockSize = "");
    }, [isWriting, nextRev, chooses]);
    const read = () => {
        before.current = { ...before.current, group: group?.id };
        draw(undefined);
    };
    return { section, isStill: isWriting, isMoved: isWriting && before.current.group !== group?.id, showsMoved: !isWriting || before.current.tells, read };
}

function Here({ group, place }: { group: Group; place: MyPlace }) {
    const count = group.count ?? 0;
    return (
        <div class="my-group-here">
            <p>
                {say("you_are_in")} <strong>{group.name}</strong>
                {place.isWaiting ? <span class="meta"> · {say("waiting")}</span> : count > 0 && <span class="meta"> · {sayShared("people", { n: count })}</span>}
            </p>
            {group.link && (
                <a class="button" href={group.link} target="_blank" rel="noopener noreferrer">
                    {say("meeting")}
                </a>
            )}
        </div>
    );
}

type ChoicesProps = { grouping: Grouping; mine: Group | undefined; choose(group: string): void };

function Choices({ grouping: { groups = [], most }, mine, choose }: ChoicesProps) {
    const id = useId();
    return (
        <div role="group" aria-labelledby={id}>
            <p id={id} class="my-group-choose">
                {say("choose")}
            </p>
            <ul class="my-group-choices">
                {groups.map((group) => {
                    const full = isFull(group, most) && group.id !== mine?.id;
                    return (
                        <li key={group.id}>
                            <button type="button" aria-pressed={group.id === mine?.id} disabled={full} onClick={pressed("section", () => choose(group.id))}>
                                <span>{group.name}</span>
                                <small>{full ? say("full") : most ? say("of", { n: group.count ?? 0, most }) : sayShared("people", { n: group.count ?? 0 })}</small>
                            </button>
                        </li>
                    );
                })}
            </ul>
        </div>
    );
}

// A move is told also to who does not look there.
function useTold(group: Group | undefined): void {
    const before = useRef(group?.id);
    useEffect(() => {
        if (group && before.current !== group.id) announce(say("now_in", { group: group.name }));
        before.current = group?.id;
    }, [group?.id]);
}
