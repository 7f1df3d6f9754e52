// The process's seats in their order: whom each takes, who holds it now, and which participants have chosen it.
import { useState } from "preact/hooks";
import { type Seat } from "../../shared/entries";
import { inOrder } from "../../shared/meeting";
import type { RefusedCommand } from "../../shared/outbox_storage";
import { holdingsOf, holdsNow, sittingAt } from "../../shared/seats";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { UndoLine } from "../undo_line";
import { AddLine } from "./add_line";
import { Holders } from "./holders";
import { MoveButtons } from "./move_buttons";
import { useRowFocus } from "./row_focus";
import { SeatForm } from "./seat_form";
import { say } from "./texts/seats";
import { say as sayThings } from "./texts/things";
import { addThing, moveThing } from "./things";
import { WhyOff } from "./why_off";
import "./carry.css";

export function Seats({ live }: { live: Live }) {
    const [edited, setEdited] = useState<string>();
    const [refused, refuse] = useState<RefusedCommand>();
    const focus = useRowFocus();
    const seats = inOrder(live.all("seat"));
    const list = () => inOrder(live.session.store.all("seat"));
    const leave = (id: string) => {
        setEdited(undefined);
        focus.on(id);
    };
    const move = ({ id, title }: Seat, to: number) => void moveThing(live, { kind: "seat", list, id, to, title }).then(refuse);
    return (
        <div class="carry stack">
            <p class="carry-lead">{say("lead")}</p>
            <WhyOff live={live} />
            <div ref={focus.box}>
                <ol class="carry-rows">
                    {seats.map((seat, i) => (
                        <li key={seat.id} class={edited === seat.id ? "carry-row is-edited" : "carry-row is-plain"} data-row={seat.id}>
                            {edited === seat.id ? (
                                <>
                                    <SeatForm live={live} seat={seat} leave={() => leave(seat.id)} />
                                    <Holders live={live} seat={seat} />
                                </>
                            ) : (
                                <Shown
                                    live={live}
                                    seat={seat}
                                    edit={() => setEdited(seat.id)}
                                    isUp={i > 0}
                                    isDown={i < seats.length - 1}
                                    move={(step) => move(seat, i + step)}
                                />
                            )}
                        </li>
                    ))}
                </ol>
            </div>
            {refused && (
                <p class="said wrong" role="alert">
                    {sayReason(refused.reason)}
                </p>
            )}
            <AddLine
                live={live}
                name="new seat"
                label={say("add_title")}
                longest={80}
                add={(title) => addThing(live, "seat", { list, content: { title }, done: sayThings("added", { title }) })}
            />
            <UndoLine live={live} />
        </div>
    );
}

type ShownProps = { live: Live; seat: Seat; edit(): void; isUp: boolean; isDown: boolean; move(step: -1 | 1): void };

function Shown({ live, seat, edit, isUp, isDown, move }: ShownProps) {
    const { title } = seat;
    const canMove = canAct(live);
    const facts = [...placeOf(live, seat), holdersOf(live, seat)];
    return (
        <>
            <div class="carry-said">
                <p class="carry-text">
                    <strong>{title}</strong>
                </p>
                <p class="meta carry-facts">
                    {facts.map((fact) => (
                        <span key={fact}>{fact}</span>
                    ))}
                </p>
                <Sitting live={live} seat={seat} />
            </div>
            <div class="carry-tools">
                <button type="button" class="quiet small" data-edit aria-label={sayThings("edit_this", { title })} onClick={edit}>
                    {sayThings("edit")}
                </button>
                <MoveButtons title={title} isUp={canMove && isUp} isDown={canMove && isDown} move={move} />
            </div>
        </>
    );
}

// What it names may be gone from the settings: then it is as if it were not named.
function placeOf(live: Live, { role, level, organisation }: Seat): string[] {
    const { roles = [], levels = [], organisations = [] } = live.profile ?? {};
    const nameIn = (list: readonly { id: string; name: string }[], id: string | undefined) => list.find((one) => one.id === id)?.name;
    return [nameIn(roles, role), nameIn(levels, level), nameIn(organisations, organisation)].filter((name) => name !== undefined);
}

function holdersOf(live: Live, { id }: Seat): string {
    const now = live.session.clock.now();
    const holders = holdingsOf(live.all("holding"), id).filter((one) => holdsNow(one, now) && one.name);
    const names = holders.map(({ name, deputy }) => say(deputy ? "holds_deputy" : "holds", { name: name! }));
    return names.length > 0 ? names.join("; ") : say("nobody");
}

function Sitting({ live, seat }: { live: Live; seat: Seat }) {
    const { named, unnamed } = sittingAt(live.all("participant"), seat.id);
    if (named.length + unnamed === 0) return null;
    const names = named.map(({ name, deputy }) => (deputy ? say("deputy_named", { name }) : name));
    const all = [...names, ...(unnamed > 0 ? [say("unnamed", { n: unnamed })] : [])];
    return <p class="carry-more">{names.length > 0 ? say("sits_named", { names: all.join(", ") }) : say("sits", { n: unnamed })}</p>;
}
