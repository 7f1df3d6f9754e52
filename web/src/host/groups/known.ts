// Groupings that a question may go by, or be dealt as: those of its session, then those of the process's other meetings.
import { groupingsOf, type Grouping } from "../../shared/grouping";
import type { Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";

export interface Known {
    here: Grouping[];
    all: Grouping[];
}

// Without the question's own; the latest first.
export function groupingsFor(live: Live, session: string, round: Pick<Round, "grouping"> | undefined): Known {
    const others = live.all("grouping").filter(({ id, removed }) => id !== round?.grouping && !removed);
    const here = groupingsOf(others, session).reverse();
    const before = others.filter((one) => one.session !== session && (one.dealt || one.choice)).sort((a, b) => b.seq - a.seq);
    return { here, all: [...here, ...before] };
}
