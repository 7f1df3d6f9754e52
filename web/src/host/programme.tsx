// The agenda editor: the programme beside the item that is looked at; on a narrow screen the one or the other.
import { useState } from "preact/hooks";
import type { ItemForm as ItemKind, RoundForm as RoundKind } from "../generated/types";
import { asAsked, programmeOf, startsOf, type Item, type Round, type Session } from "../shared/meeting";
import { clockTime } from "../shared/moments";
import type { RefusedCommand } from "../shared/outbox_storage";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { sayReason } from "../shared/view/texts/reasons";
import { canAct } from "./act";
import { addItem, moveItem } from "./agenda";
import { ItemForm } from "./item_form";
import { ItemList } from "./item_list";
import { say } from "./texts/agenda";
import "./programme.css";
import { UndoLine } from "./undo_line";

type Addable = Exclude<ItemKind, "round"> | RoundKind;
const addable: readonly Addable[] = ["notes", "ballot", "scale", "diary", "lecture", "film", "talk", "break", "checkin", "since", "research", "checkout"];

// (About the research where there is a study to tell of.)
function AddItem({ isOff, hasStudies, add }: { isOff: boolean; hasStudies: boolean; add(what: Addable): void }) {
    return (
        <div class="add-item" role="group" aria-labelledby="add-item">
            <p id="add-item" class="list-head">
                {say("add")}
            </p>
            <p class="actions">
                {addable.filter((what) => what !== "research" || hasStudies).map((what) => (
                    <button type="button" key={what} class="small" disabled={isOff} onClick={() => add(what)}>
                        {say(`form_${what}`)}
                    </button>
                ))}
            </p>
        </div>
    );
}

// What is in whose order is not changed by itself minutes later, when others have gone on with it. (Short gaps need no words.)
function WhyOff({ live }: { live: Live }) {
    const { state } = live.connectionState.value;
    const why = state === "read_only" ? say("off_read_only") : state === "offline" ? say("off_offline") : "";
    return (
        <p class="said wrong" role="status">
            {why}
        </p>
    );
}

function Sum({ items, session, zone }: { items: readonly Item[]; session: Session; zone: string }) {
    const minutes = items.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
    const ends = session.starts ? clockTime(session.starts + minutes * 60_000, zone, language.value) : undefined;
    return <p class="meta">{[say("lasts", { n: minutes }), ...(ends ? [say("ends", { time: ends })] : [])].join(" · ")}</p>;
}

function roundsOf(rounds: readonly Round[], item: Item): Round[] {
    return asAsked(rounds.filter((round) => round.item === item.id));
}

export function Programme({ live, session }: { live: Live; session: Session }) {
    const [chosen, setChosen] = useState<string>();
    const [making, setMaking] = useState<{ item: string; kind: RoundKind }>();
    const [refused, setRefused] = useState<RefusedCommand>();
    const zone = live.profile!.zone;
    const items = programmeOf(live.all("item"), session.id);
    const rounds = live.all("round").filter((round) => round.session === session.id && !round.removed);
    const starts = startsOf(items, session.starts);
    const rows = items.map((item) => ({
        item,
        round: roundsOf(rounds, item)[0],
        starts: starts.get(item.id),
    }));
    const open = rows.find(({ item }) => item.id === chosen);
    const isOff = !canAct(live);
    const close = () => {
        const before = chosen;
        setChosen(undefined);
        requestAnimationFrame(() => document.getElementById(`item-${before}`)?.focus());
    };
    const move = (id: string, to: number) => {
        const item = items.find((one) => one.id === id);
        if (item && to >= 0 && to < items.length) void moveItem(live, item, to).then(setRefused);
    };
    const add = async (what: Addable) => {
        const kind = what === "notes" || what === "ballot" || what === "scale" || what === "diary" ? what : undefined;
        const added = await addItem(live, session.id, kind ? "round" : (what as ItemKind), say(`form_${what}`), chosen);
        setRefused(added.refused);
        if (added.refused) return;
        setMaking(kind && { item: added.id, kind });
        setChosen(added.id);
    };
    return (
        <div class={`programme ${open ? "has-open" : ""}`}>
            <section class="programme-list" aria-labelledby="programme">
                <h2 id="programme" class="list-head">
                    {say("programme")}
                </h2>
                {items.length === 0 && <p class="meta">{say("empty")}</p>}
                <ItemList rows={rows} zone={zone} chosen={chosen} isOff={isOff} choose={setChosen} move={move} />
                <WhyOff live={live} />
                {items.length > 0 && <Sum items={items} session={session} zone={zone} />}
                {refused && (
                    <p class="said wrong" role="alert">
                        {sayReason(refused.reason)}
                    </p>
                )}
                <UndoLine live={live} />
                <AddItem isOff={isOff} hasStudies={live.all("study").length > 0} add={(what) => void add(what)} />
            </section>
            <section class="programme-item">
                {open ? (
                    <ItemForm
                        key={open.item.id}
                        live={live}
                        item={open.item}
                        rounds={roundsOf(rounds, open.item)}
                        close={close}
                        making={making?.item === open.item.id ? making.kind : undefined}
                        make={(kind) => setMaking(kind && { item: open.item.id, kind })}
                    />
                ) : (
                    <p class="meta nothing-open">{say("choose")}</p>
                )}
            </section>
        </div>
    );
}
