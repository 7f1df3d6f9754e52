// Who works where, while groups work: the groups' names, and how many have gone to each.
import { useRef } from "preact/hooks";
import type { Group } from "../shared/grouping";
import { say as sayShared } from "../shared/view/texts/shared";
import { useBox, useFit } from "./box";
import { useSetting } from "./setting";

export function GroupNames({ groups }: { groups: readonly Group[] }) {
    const ref = useRef<HTMLUListElement>(null);
    const { tongue } = useSetting().live;
    const box = useBox(ref);
    useFit(ref, `${groups.map(({ name, count }) => `${name} ${count}`).join()} ${box?.width} ${box?.height}`);
    return (
        <ul ref={ref} class="stage-groups">
            {groups.map(({ id, name, count }) => (
                <li key={id}>
                    <span lang={tongue}>{name}</span>
                    {count !== undefined && <span class="stage-group-count"> {sayShared("people", { n: count })}</span>}
                </li>
            ))}
        </ul>
    );
}
