// Raised hands: counted by who leads, while the ballot is open, for those who have no phone.
import { useEffect, useRef, useState } from "preact/hooks";
import { capOf, faultOf, leastPeople, MOST_PEOPLE, votesIn, withVotes, type Hands as Counts } from "../../shared/hands";
import { isRunning, type Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";
import { useHands, type Counted } from "./use_hands";
import { say } from "./texts/hands";
import "./hands.css";

export function Hands({ live, round }: { live: Live; round: Round }) {
    if (!round.ballot || !isRunning(round)) return null;
    return <Counting key={round.id} live={live} round={round} />;
}

function Counting({ live, round }: { live: Live; round: Round }) {
    const counted = useHands(live, round);
    const { hands, change, state } = counted;
    const [isOpen, setOpen] = useState(hands.people > 0 || state !== "saved");
    const { budget, cap = 0, choices } = round.ballot!;
    const isOff = !canAct(live);
    const rules = [say("lead_each", { n: budget }), ...(cap > 0 && cap < budget ? [say("lead_cap", { n: cap })] : [])];
    return (
        <details class="more hands" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{hands.people > 0 ? say("heading_n", { n: hands.people }) : say("heading")}</summary>
            <p class="meta">{[say("lead"), ...rules].join(" ")}</p>
            <div class="hands-row hands-people">
                <span class="hands-name" aria-hidden="true">
                    {say("people")}
                </span>
                <Stepper
                    names={{ value: say("people"), more: say("more_people"), less: say("less_people") }}
                    value={hands.people}
                    most={MOST_PEOPLE}
                    isOff={isOff}
                    change={(people) => change({ ...hands, people })}
                />
            </div>
            <ul class="hands-rows">
                {choices.map(({ id, text }) => (
                    <li key={id} class="hands-row">
                        <span class="hands-name" lang={live.tongue}>
                            {text}
                        </span>
                        <Stepper
                            names={{ value: say("votes_on", { choice: text }), more: say("more_on", { choice: text }), less: say("less_on", { choice: text }) }}
                            value={hands.votes[id] ?? 0}
                            most={MOST_PEOPLE * capOf(round.ballot!)}
                            isOff={isOff}
                            change={(votes) => change(withVotes(hands, id, votes))}
                        />
                    </li>
                ))}
            </ul>
            <Foot round={round} counted={counted} isOff={isOff} />
        </details>
    );
}

// Whether it goes together, and whether it is saved.
function Foot({ round, counted, isOff }: { round: Round; counted: Counted; isOff: boolean }) {
    const { hands, state, change } = counted;
    const ballot = round.ballot!;
    const fault = faultOf(ballot, hands);
    const least = leastPeople(ballot, hands);
    return (
        <div class="hands-foot">
            <p role="status" class={fault ? "said wrong" : "meta"}>
                {fault ? `${say(fault, { n: hands.people })} ${say("not_saved")}` : sumOf(hands, ballot.budget, state)}
            </p>
            {fault && least <= MOST_PEOPLE && (
                <button type="button" disabled={isOff} onClick={() => change({ ...hands, people: least })}>
                    {say("raise", { n: least })}
                </button>
            )}
        </div>
    );
}

function sumOf(hands: Counts, budget: number, state: Counted["state"]): string {
    if (hands.people === 0) return "";
    return `${say("sum", { some: votesIn(hands), all: hands.people * budget })} ${say(state === "saved" ? "saved" : "saving")}`;
}

type StepperProps = {
    names: Record<"value" | "more" | "less", string>;
    value: number;
    most: number;
    isOff: boolean;
    change(value: number): void;
};

// What is typed counts once it is whole: with Enter, or when the field is left, or is gone.
function Stepper({ names, value, most, isOff, change }: StepperProps) {
    const [typed, setTyped] = useState<string>();
    const end = () => {
        if (typed === undefined) return;
        setTyped(undefined);
        const said = Number(typed.trim() || 0);
        if (Number.isInteger(said) && said >= 0 && said <= most && said !== value) change(said);
    };
    // (Also where the page goes elsewhere by itself.)
    const latest = useRef(end);
    latest.current = end;
    useEffect(() => () => latest.current(), []);
    return (
        <span class="hands-stepper">
            <button type="button" class="icon" aria-label={names.less} disabled={isOff || value === 0} onClick={() => change(value - 1)}>
                −
            </button>
            <input
                inputMode="numeric"
                autocomplete="off"
                aria-label={names.value}
                disabled={isOff}
                value={typed ?? String(value)}
                onInput={(event) => setTyped(event.currentTarget.value)}
                onFocus={(event) => event.currentTarget.select()}
                onBlur={end}
                onKeyDown={(event) => event.key === "Enter" && end()}
            />
            <button type="button" class="icon" aria-label={names.more} disabled={isOff || value >= most} onClick={() => change(value + 1)}>
                +
            </button>
        </span>
    );
}
