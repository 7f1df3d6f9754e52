// Who works where, while groups work: the groups' names, and how many have gone to each.
import { useRef } from "preact/hooks";
import type { Group } from "../shared/grouping";
import { useBox, useFit } from "./box";
import { useSetting } from "./setting";

export function GroupNames({ groups }: { groups: readonly Group[] }) {
    const ref = useRef<HTMLUListElement>(null);
    const box = useBox(ref);
    useFit(ref, `${groups.map(({ name, count }) => `${name} ${count}`).join()} ${box?.width} ${box?.height}`);
    return (
        <ul ref={ref} class="stage-groups" lang={useSetting().live.tongue}>
            {groups.map(({ id, name, count }) => (
                <li key={id}>
                    {name}
                    {count !== undefined && <span class="stage-group-count">{count}</span>}
                </li>
            ))}
        </ul>
    );
}
