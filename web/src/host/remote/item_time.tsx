// What is on and asks nothing: how long it may still go on.
import type { Item } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { ActButton } from "../run/act_button";
import { changeMinutes } from "../run/agenda_steps";
import { useCoarseNow } from "../run/now";
import { usedText } from "../run/pace";
import { MINUTES } from "./moves";
import { say } from "./texts/remote";

export function ItemTime({ live, item }: { live: Live; item: Item }) {
    const now = useCoarseNow(live);
    if (!item.minutes || !item.started) return null;
    return (
        <div class="remote-round" role="group" aria-label={say("time")}>
            <p class="remote-line">{usedText(item, now)}</p>
            <div class="remote-grid">
                {MINUTES.map((n) => (
                    <ActButton key={n} live={live} onAct={() => changeMinutes(live, item, n)}>
                        {say("more_minutes", { n })}
                    </ActButton>
                ))}
            </div>
        </div>
    );
}
