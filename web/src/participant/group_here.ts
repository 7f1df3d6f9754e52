// In whose company somebody writes in a round: their group of its grouping, else their table. Nothing where they are in none.
import type { Group } from "../shared/grouping";
import type { Round, Session } from "../shared/meeting";
import { myPlaceIn } from "../shared/my_place";
import { myselfOf, tableOf } from "../shared/myself";
import type { Live } from "../shared/view/live";

export function groupHere(live: Live, { grouping: id }: Round, session: Session | undefined): Group | undefined {
    if (id === undefined) return tableOf(myselfOf(live.allMine("participant")[0], live.commands), session);
    const grouping = live.find("grouping", id);
    return grouping && myPlaceIn(grouping, live.mine("place", id), live.commands).group;
}
