// The item that is looked at: when it was to be and when it was, and what is changed of that while the day goes on.
import type { ComponentChildren } from "preact";
import type { Item, Session } from "../../shared/meeting";
import { differs } from "../../shared/pace";
import { isSkipped, type Entry } from "../../shared/run_of";
import type { Live } from "../../shared/view/live";
import { ActButton } from "./act_button";
import { changeMinutes, skipItem, STEP_MINUTES } from "./agenda_steps";
import { CueButton, Cues, useCueForm } from "./cues";
import { usedText, useTimes, type Times } from "./pace";
import { say } from "./texts/pace";

interface ItemLineProps {
    live: Live;
    session: Session;
    entry: Entry;
    on: Entry | undefined;
}

// With what there is to remember at it, below.
export function ItemPart({ next, ...props }: ItemLineProps & { next: Item | undefined }) {
    const { live, session, entry } = props;
    const { item } = entry;
    const form = useCueForm(item);
    if (!item) return null;
    if (session.state === "ended") return <ItemLine {...props}>{null}</ItemLine>;
    return (
        <>
            <ItemLine {...props}>{!item.cue && !form.isOpen && <CueButton item={item} write={() => form.write(true)} />}</ItemLine>
            <Cues live={live} item={item} next={next} form={form} />
        </>
    );
}

function ItemLine({ live, session, entry, on, children }: ItemLineProps & { children: ComponentChildren }) {
    const times = useTimes({ live, session, on });
    const { item } = entry;
    if (!item) return null;
    const isOver = session.state === "ended" || (item.ended ?? 0) > 0;
    return (
        <div class="item-line" role="group" aria-label={say("times")}>
            <span class="item-times">{partsOf(entry, session, times, entry === on).join(" · ")}</span>
            {!isOver && <Length live={live} entry={entry} />}
            {!isOver && entry !== on && !item.started && <SkipButton live={live} entry={entry} />}
            {children}
        </div>
    );
}

// "Planerat 13.00–13.20 · Började 13.02 · 8 av 20 min".
function partsOf(entry: Entry, session: Session, times: Times, isOn: boolean): string[] {
    const { id, item } = entry;
    const { planned, started, ended, expected } = times.times.get(id) ?? {};
    const { clock } = times;
    const minutes = item?.minutes ?? 0;
    const parts: string[] = [];
    if (isSkipped(entry)) parts.push(say("skipped"));
    if (planned && minutes) parts.push(say("planned_from", { from: clock(planned), to: clock(planned + minutes * 60_000) }));
    else if (planned) parts.push(say("planned_at", { from: clock(planned) }));
    if (started && ended) parts.push(say("was", { from: clock(started), to: clock(ended) }));
    else if (started && isOn && session.state === "live") parts.push(say("began", { time: clock(started) }), usedText({ started, minutes }, times.now));
    else if (expected && (planned === undefined || differs(planned, expected, 2))) parts.push(say("expected", { time: clock(expected) }));
    if (!planned && !started && minutes) parts.push(say("length", { n: minutes }));
    return parts;
}

function Length({ live, entry: { item } }: { live: Live; entry: Entry }) {
    const { title, minutes = 0 } = item!;
    const n = STEP_MINUTES;
    return (
        <>
            <ActButton live={live} class="quiet" label={say("fewer_this", { title, n })} disabled={minutes === 0} onAct={() => changeMinutes(live, item!, -n)}>
                {say("fewer", { n })}
            </ActButton>
            <ActButton live={live} class="quiet" label={say("more_this", { title, n })} onAct={() => changeMinutes(live, item!, n)}>
                {say("more", { n })}
            </ActButton>
        </>
    );
}

export function SkipButton({ live, entry: { item } }: { live: Live; entry: Pick<Entry, "item"> }) {
    const { title, skipped = false } = item!;
    return (
        <ActButton live={live} class="quiet" label={say(skipped ? "unskip_this" : "skip_this", { title })} onAct={() => skipItem(live, item!, !skipped)}>
            {say(skipped ? "unskip" : "skip")}
        </ActButton>
    );
}
