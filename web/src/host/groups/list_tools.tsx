// The list of groups, to be taken along: as text, with tabs, on paper.
import { useRef, useState } from "preact/hooks";
import { listAsTable, listAsText, type Room } from "../../shared/grouping";
import type { Participant } from "../../shared/meeting";
import { copyText } from "../copying";
import { Menu } from "../menu";
import { say } from "./texts/desk";

type Props = { rooms: readonly Room[]; nameOf(person: Participant): string; title: string };

export function ListTools({ rooms, nameOf }: Omit<Props, "title">) {
    const [text, setText] = useState("");
    const [state, setState] = useState<"" | "copied" | "copy_failed">("");
    const field = useRef<HTMLTextAreaElement>(null);
    const copy = async (list: string) => {
        setText(list);
        field.current!.value = list; // (before it is drawn: the browser copies while the press lasts)
        setState((await copyText(list, field.current!)) ? "copied" : "copy_failed");
    };
    const failed = state === "copy_failed";
    const actions = () => [
        { name: "text", text: say("copy_list"), run: () => void copy(listAsText(rooms, nameOf, say("no_group"))) },
        { name: "table", text: say("copy_table"), run: () => void copy(listAsTable(rooms, nameOf, [say("name"), say("group")])) },
    ];
    return (
        <>
            <Menu label={say("copy")} class="groups-menu" buttonClass="slim" disabled={false} actions={actions}>
                {say("copy")} <span aria-hidden="true">▾</span>
            </Menu>
            <button type="button" class="slim" onClick={() => window.print()}>
                {say("print")}
            </button>
            <span class="meta groups-copied" role="status">
                {state && say(state)}
            </span>
            <textarea
                ref={field}
                class={failed ? "groups-list" : "unseen"}
                readOnly
                rows={8}
                value={text}
                aria-label={say("copy")}
                aria-hidden={!failed}
                tabIndex={failed ? 0 : -1}
            />
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
