// One person in a group, and where they may be moved to: by the menu, or dragged.
import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Group } from "../../shared/grouping";
import type { Participant } from "../../shared/meeting";
import { canAct } from "../act";
import { Menu, type MenuAction } from "../menu";
import type { Desk } from "./desk";
import { movePerson } from "./steps";
import { say } from "./texts/desk";

export const PERSON = "person of a group";

// Who is moved by the menu, and whose row comes behind: whoever works with the keyboard goes on there when this one goes.
let moving: { row: HTMLElement; next: Element | null } | undefined;

function useGoingOn(row: { current: HTMLElement | null }): void {
    useLayoutEffect(() => {
        const own = row.current;
        return () => {
            if (!own || moving?.row !== own) return;
            const { next } = moving;
            moving = undefined;
            if (own.contains(document.activeElement) || document.activeElement === document.body) next?.querySelector("button")?.focus({ preventScroll: true });
        };
    }, []);
}

type RowProps = { desk: Desk; person: Participant; from: Group | undefined; groups: readonly Group[] };

export function PersonRow({ desk, person, from, groups }: RowProps) {
    const { live, grouping, nameOf } = desk;
    const row = useRef<HTMLLIElement>(null);
    const name = nameOf(person);
    useGoingOn(row);
    const isOff = !grouping || !canAct(live);
    useEffect(() => {
        if (isOff) return undefined;
        return draggable({ element: row.current!, getInitialData: () => ({ kind: PERSON, id: person.id, from: from?.id ?? "" }) });
    }, [isOff, person.id, from?.id]);
    const actions = (): MenuAction[] => {
        const others = groups.filter(({ id }) => id !== from?.id);
        const move = (to: Group | undefined) => ({
            name: to?.id ?? "none",
            text: to ? say("to_group", { name: to.name, n: to.count ?? 0 }) : say("to_none"),
            run: () => {
                const own = row.current!;
                moving = { row: own, next: own.nextElementSibling ?? own.previousElementSibling };
                void movePerson(live, grouping!.id, person, name, to);
            },
        });
        return [...others.map(move), ...(from ? [move(undefined)] : [])];
    };
    return (
        <li ref={row} class="groups-person" data-person={person.id}>
            <span class="groups-name">{name}</span>
            {grouping && (
                <Menu label={say("move", { name })} class="groups-menu is-end" buttonClass="quiet slim" disabled={isOff} actions={actions}>
                    {say("move_short")}
                </Menu>
            )}
        </li>
    );
}
