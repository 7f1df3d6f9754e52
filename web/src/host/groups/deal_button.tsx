// Everybody is given a group, at once: as it was done last, or in another way. It can be taken back.
import { isPeopled, type Grouping } from "../../shared/grouping";
import type { Live } from "../../shared/view/live";
import { Menu, type MenuAction } from "../menu";
import { canAct } from "../act";
import type { Desk } from "./desk";
import { groupingsFor } from "./known";
import { deal } from "./steps";
import { say } from "./texts/desk";

export function DealButton({ live, round, grouping }: Desk & { grouping: Grouping }) {
    const actions = (): MenuAction[] => [
        ...(["balanced", "random"] as const).map((method) => ({ name: method, text: say(`deal_${method}`), run: () => void deal(live, grouping, method) })),
        ...groupingsFor(live, round.session, round)
            .all.filter(isPeopled)
            .map((one) => ({ name: one.id, text: likeText(live, round.session, one), run: () => void deal(live, grouping, "like", one.id) })),
    ];
    const text = say(grouping.dealt ? "deal_again" : "deal");
    return (
        <Menu label={text} class="groups-menu" buttonClass={grouping.dealt ? "slim" : "primary slim"} disabled={!canAct(live)} actions={actions}>
            {text} <span aria-hidden="true">▾</span>
        </Menu>
    );
}

function likeText(live: Live, session: string, one: Grouping): string {
    const where = one.session === session ? undefined : live.find("session", one.session)?.title;
    return [say("deal_like", { title: one.title }), where].filter(Boolean).join(" · ");
}
