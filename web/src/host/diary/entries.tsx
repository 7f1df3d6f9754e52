// What people wrote in a diary, by day, or by person where they write with names; what is looked for among it.
import { useState } from "preact/hooks";
import type { DiaryAbout } from "../../generated/types";
import { abouts, byDay, byName, everything, groupedBy, soughtIn, usedTags, type Entry, type Sought } from "../../shared/diary";
import { dayName, todayIn } from "../../shared/diary_day";
import type { Round } from "../../shared/meeting";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { say as sayDiary } from "../../shared/view/texts/diary";
import { SelectField } from "../field";
import { ShowMore, useMost } from "../../shared/view/show_more";
import { EntryRow } from "./entry_row";
import { say } from "./texts/diary";

const STEP = 100; // of what may be months of many people's days

type Order = "day" | "person";

export function Entries({ live, round }: { live: Live; round: Round }) {
    const [sought, setSought] = useState<Sought>(everything);
    const [order, setOrder] = useState<Order>("day");
    // (What was answered under "only those not answered" stays under the hand until something else is looked for.)
    const [kept, keep] = useState<ReadonlySet<string>>(new Set());
    const { most, more } = useMost(STEP);
    const all = byDay(live.all("diary").filter((entry) => entry.round === round.id));
    const seek = (some: Partial<Sought>) => {
        const next = { ...sought, ...some };
        setSought(next);
        keep(new Set(next.unanswered ? soughtIn(all, next).map(({ id }) => id) : []));
    };
    const wide = soughtIn(all, { ...sought, unanswered: false });
    const found = sought.unanswered ? wide.filter(({ id, answer }) => !answer || kept.has(id)) : wide;
    const isNamed = round.authorship === "named";
    const isByPerson = order === "person" && isNamed;
    const shown = (isByPerson ? byName(found) : found).slice(0, most);
    if (all.length === 0) return <p class="meta">{say(round.state === "planned" ? "empty_planned" : round.state === "closed" ? "empty_closed" : "empty_open")}</p>;
    return (
        <>
            <Filters all={all} sought={sought} seek={seek} isNamed={isNamed} order={order} setOrder={setOrder} />
            <p class="meta" role="status">
                {[say("found", { found: found.length, n: all.length }), say("unanswered", { n: all.filter(({ answer }) => !answer).length })].join(" · ")}
            </p>
            {found.length === 0 && (
                <p>
                    {say("empty_found")}{" "}
                    <button type="button" class="quiet" onClick={() => seek(everything)}>
                        {say("show_all")}
                    </button>
                </p>
            )}
            {isByPerson ? <ByPerson live={live} found={shown} /> : <ByDay live={live} found={shown} />}
            <ShowMore left={found.length - most} more={more} />
        </>
    );
}

function ByDay({ live, found }: { live: Live; found: readonly Entry[] }) {
    const today = todayIn(live);
    return (
        <>
            {groupedBy(found, ({ day }) => day).map(({ key, things }) => (
                <section key={key} class="diary-group">
                    <h3>{dayName(key, language.value, today)}</h3>
                    <ul>
                        {things.map((entry) => (
                            <EntryRow key={entry.id} live={live} entry={entry} under={entry.name ?? ""} />
                        ))}
                    </ul>
                </section>
            ))}
        </>
    );
}

function ByPerson({ live, found }: { live: Live; found: readonly Entry[] }) {
    const today = todayIn(live);
    const groups = groupedBy(found, ({ name }) => name ?? "");
    return (
        <>
            {groups.map(({ key, things }) => (
                <section key={key} class="diary-group">
                    <h3>{key || say("nobody")}</h3>
                    <ul>
                        {things.map((entry) => (
                            <EntryRow key={entry.id} live={live} entry={entry} under={dayName(entry.day, language.value, today)} />
                        ))}
                    </ul>
                </section>
            ))}
        </>
    );
}

interface FiltersProps {
    all: readonly Entry[];
    sought: Sought;
    seek(some: Partial<Sought>): void;
    isNamed: boolean;
    order: Order;
    setOrder(order: Order): void;
}

function Filters({ all, sought, seek, isNamed, order, setOrder }: FiltersProps) {
    const names = [...new Set(all.map(({ name }) => name ?? ""))].filter(Boolean).sort((a, b) => a.localeCompare(b, "sv"));
    const tags = usedTags(all);
    const any = { value: "", label: say("filter_any") };
    return (
        <div class="diary-filters">
            <SelectField<DiaryAbout | "">
                label={say("filter_about")}
                value={sought.about}
                options={[{ value: "", label: say("filter_any") }, ...abouts.map((about) => ({ value: about, label: sayDiary(`all_${about}`) }))]}
                change={(about) => seek({ about })}
            />
            {tags.length > 0 && <SelectField label={say("filter_tag")} value={sought.tag} options={[any, ...optionsOf(tags)]} change={(tag) => seek({ tag })} />}
            {isNamed && names.length > 0 && (
                <SelectField
                    label={say("filter_name")} value={sought.name} options={[{ value: "", label: say("filter_anybody") }, ...optionsOf(names)]}
                    change={(name) => seek({ name })}
                />
            )}
            {isNamed && (
                <SelectField<Order>
                    label={say("order")} value={order}
                    options={(["day", "person"] as const).map((value) => ({ value, label: say(`order_${value}`) }))} change={setOrder}
                />
            )}
            <label class="tick">
                <input type="checkbox" checked={sought.unanswered} onChange={(event) => seek({ unanswered: event.currentTarget.checked })} />
                <span>{say("filter_unanswered")}</span>
            </label>
        </div>
    );
}

const optionsOf = (texts: readonly string[]) => texts.map((text) => ({ value: text, label: text }));
