// What the groups are called and where they meet, changed while they are at work. One where somebody stands, or has written, stays.
import { useState } from "preact/hooks";
import { rowOf, rowsProblem, rowsTogether, type GroupRow } from "../../shared/grouping_settings";
import { wayOf, type Grouping, type Room } from "../../shared/grouping";
import type { Note } from "../../shared/meeting";
import { Dialog } from "../../shared/view/dialog";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { goToWrong } from "../field";
import type { Desk } from "./desk";
import { problemText } from "./groups_part";
import { GroupRows } from "./rows";
import { saveGrouping } from "./steps";
import { say } from "./texts/desk";
import { say as sayGroups } from "./texts/groups";

type EditProps = Desk & { grouping: Grouping; rooms: readonly Room[]; walls: ReadonlyMap<string | undefined, readonly Note[]> };

export function EditGroups(props: EditProps) {
    const [isOpen, open] = useState(false);
    return (
        <>
            <button type="button" class="slim" disabled={!canAct(props.live)} onClick={() => open(true)}>
                {say("edit")}
            </button>
            {isOpen && <Editing {...props} close={() => open(false)} />}
        </>
    );
}

function Editing({ live, grouping, rooms, walls, close }: EditProps & { close(): void }) {
    const now = (grouping.groups ?? []).map(rowOf);
    const [opened] = useState(now);
    const [rows, setRows] = useState<GroupRow[]>(now);
    const [isChecked, check] = useState(false);
    const [refused, setRefused] = useState("");
    const used = new Set(rooms.filter(({ group, people }) => group && (people.length > 0 || (walls.get(group.id)?.length ?? 0) > 0)).map(({ group }) => group!.id));
    const problem = isChecked ? rowsProblem(rows) : undefined;
    // (Fewer rows are asked for by number: those that are in use stay all the same.)
    const change = (next: GroupRow[]) => setRows([...next, ...rows.filter(({ id }) => used.has(id) && !next.some((row) => row.id === id))]);
    const submit = async (event: Event) => {
        event.preventDefault();
        check(true);
        const together = rowsTogether(opened, rows, now);
        if (rowsProblem(rows)) return goToWrong(event.currentTarget);
        if (rowsProblem(together)) return setRows(together); // (with what others call theirs there is something wrong now)
        const no = await saveGrouping(live, grouping, { way: wayOf(grouping), rows: together, most: grouping.most ?? 0 });
        if (no) setRefused(sayReason(no.reason));
        else close();
    };
    return (
        <Dialog title={say("edit_title")} close={close} class="groups-edit">
            <form class="stack" onSubmit={(event) => void submit(event)} noValidate>
                <GroupRows
                    tongue={live.tongue ?? "sv"}
                    people={rooms.reduce((sum, { people }) => sum + people.length, 0)}
                    rows={rows}
                    error={problem && sayGroups(problemText[problem])}
                    change={change}
                    isLocked={({ id }) => used.has(id)}
                    isOpen
                />
                {refused && (
                    <p class="said wrong" role="alert">
                        {refused}
                    </p>
                )}
                <p class="actions">
                    <button class="primary" disabled={!canAct(live)}>
                        {say("save")}
                    </button>
                </p>
            </form>
        </Dialog>
    );
}
