// One entry: its text, what is known of it, how far it has come, and what may be done about it.
import type { ComponentChildren } from "preact";
import { stands } from "../../shared/carried";
import type { Entry } from "../../shared/entries";
import { hostOf, linkOf } from "../../shared/links";
import { dayOf } from "../../shared/moments";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";
import { hasDraft } from "../draft";
import { useDragging } from "../moving";
import { memo } from "../run/memo";
import { say as sayPlan } from "../texts/plan";
import type { Desk } from "./desk";
import { EntryForm } from "./entry_form";
import { titleOf } from "./entry_steps";
import { MoveButtons } from "./move_buttons";
import { States } from "./states";
import { say } from "./texts/entries";
import { say as sayThings } from "./texts/things";

export interface EntryRowProps {
    live: Live;
    entry: Entry;
    isCurrent: boolean;
    isEditing: boolean;
    isFirst: boolean;
    isLast: boolean;
    desk: Desk;
}

export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
    return props.isEditing ? <EditedRow {...props} /> : <ShownRow {...props} />;
});

function EditedRow({ live, entry, desk }: EntryRowProps) {
    const leave = () => {
        desk.edit(undefined);
        desk.stay(entry.id);
    };
    return (
        <li class="carry-row is-edited" data-entry={entry.id} onFocusCapture={() => desk.choose(entry.id)}>
            <EntryForm live={live} entry={entry} desk={desk} leave={leave} />
        </li>
    );
}

function ShownRow({ live, entry, isCurrent, isFirst, isLast, desk }: EntryRowProps) {
    const isOff = !canAct(live);
    const { row, grip, edge } = useDragging({ kind: `entry ${entry.form}`, id: entry.id, isOff, drop: desk.drop });
    const tabIndex = isCurrent ? 0 : -1;
    const title = titleOf(entry);
    return (
        <li
            ref={row}
            class={`carry-row ${stands(entry) ? "" : "is-done"} ${edge ?? ""}`}
            data-entry={entry.id}
            data-current={isCurrent ? "" : undefined}
            tabIndex={tabIndex}
            aria-describedby="carry-keys"
            onFocusCapture={() => desk.choose(entry.id)}
        >
            <span ref={grip} class={isOff ? "grip is-off" : "grip"} aria-hidden="true">
                ⋮⋮
            </span>
            <div class="carry-said">
                <p class="carry-text">{entry.text}</p>
                <Details live={live} entry={entry} />
            </div>
            <States live={live} entry={entry} tabIndex={tabIndex} desk={desk} />
            <div class="carry-tools">
                <button
                    type="button"
                    class="quiet small"
                    tabIndex={tabIndex}
                    aria-label={sayThings("edit_this", { title })}
                    onClick={() => desk.edit(entry.id)}
                >
                    {sayThings("edit")}
                </button>
                <MoveButtons
                    title={title}
                    tabIndex={tabIndex}
                    isUp={!isOff && !isFirst}
                    isDown={!isOff && !isLast}
                    move={(step) => desk.move(entry.id, step)}
                />
            </div>
        </li>
    );
}

// Where it is from, whose it is, until when; then what it led to.
function Details({ live, entry }: { live: Live; entry: Entry }) {
    const { form, outcome, learnt, word } = entry;
    const facts = factsOf(live, entry);
    return (
        <>
            {facts.length > 0 && (
                <p class="meta carry-facts">
                    {facts.map((fact, i) => (
                        <span key={i}>{fact}</span>
                    ))}
                </p>
            )}
            {outcome && form !== "known" && <Said label={say(`outcome_${form}`)} text={outcome} />}
            {learnt && form === "trial" && <Said label={say("learnt")} text={learnt} />}
            {word && entry.state === "closed" && <p class="carry-more">{say("word_said", { word })}</p>}
        </>
    );
}

function Said({ label, text }: { label: string; text: string }) {
    return (
        <p class="carry-more">
            <strong>{label}</strong> {text}
        </p>
    );
}

function factsOf(live: Live, entry: Entry): ComponentChildren[] {
    const { form, recipient, owner, basis = "none", reference, note, id } = entry;
    const seat = live.find("seat", entry.seat)?.title;
    const session = live.find("session", entry.session)?.title;
    const facts = [
        recipient && (form === "message" || form === "trial") && say(`recipient_said_${form}`, { name: recipient }),
        [seat, owner].filter((one) => one).join(", "),
        entry.until ? untilOf(live, entry) : "",
        form === "known" && basis !== "none" && say(`basis_${basis}`),
        form === "known" && reference && <Reference text={reference} />,
        session && say("came_up", { title: session }),
        note && say("of_note"),
        hasDraft(`entry ${id}`) && sayPlan("unsaved"),
    ];
    return facts.filter((fact) => fact);
}

function untilOf(live: Live, entry: Entry) {
    const day = dayOf(entry.until!, live.zone, language.value);
    const isLate = stands(entry) && entry.until! < live.session.clock.now();
    return isLate ? <span class="carry-late">{say("until_passed", { day })}</span> : say("until_said", { day });
}

function Reference({ text }: { text: string }) {
    const link = /^https?:\/\//i.test(text) ? linkOf(text) : undefined;
    if (!link) return <>{text}</>;
    return (
        <a href={link} target="_blank" rel="noopener noreferrer">
            {hostOf(link)}
        </a>
    );
}
