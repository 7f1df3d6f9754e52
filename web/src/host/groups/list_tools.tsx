// The list of groups, to be taken along: as text, with tabs, on paper.
import { listAsTable, listAsText, type Room } from "../../shared/grouping";
import type { Participant } from "../../shared/meeting";
import { Copied, useCopying } from "../copy";
import { Menu } from "../menu";
import { say } from "./texts/desk";

type Props = { rooms: readonly Room[]; nameOf(person: Participant): string; title: string };

export function ListTools({ rooms, nameOf }: Omit<Props, "title">) {
    const copying = useCopying();
    const copy = (list: string) => copying.copy(list, say("copied"));
    const actions = () => [
        { name: "text", text: say("copy_list"), run: () => copy(listAsText(rooms, nameOf, say("no_group"))) },
        { name: "table", text: say("copy_table"), run: () => copy(listAsTable(rooms, nameOf, [say("name"), say("group")])) },
    ];
    return (
        <>
            <Menu label={say("copy")} class="groups-menu" buttonClass="slim" disabled={false} actions={actions}>
                {say("copy")} <span aria-hidden="true">▾</span>
            </Menu>
            <button type="button" class="slim" onClick={() => window.print()}>
                {say("print")}
            </button>
            <Copied copying={copying} name={say("copy")} rows={8} />
        </>
    );
}

// To be put up on a wall: shown on paper alone.
export function GroupsPaper({ rooms, nameOf, title }: Props) {
    return (
        <div class="groups-paper">
            <p class="groups-paper-title">{title}</p>
            <div class="groups-paper-rooms">
                {rooms.map(
                    ({ group, people }) =>
                        (group !== undefined || people.length > 0) && (
                            <div key={group?.id} class="groups-paper-room">
                                <p>
                                    <strong>{group?.name ?? say("no_group")}</strong>
                                </p>
                                <ul>
                                    {people.map((person) => (
                                        <li key={person.id}>{nameOf(person)}</li>
                                    ))}
                                </ul>
                            </div>
                        ),
                )}
            </div>
        </div>
    );
}
