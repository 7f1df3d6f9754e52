// What the groups are called, and how many they are. Names are pasted as a list; a link behind a name goes into its own field.
import { useRef } from "preact/hooks";
import { groupsFor, LONGEST_NAME, MOST_GROUPS, namedWith, rowsFor, sizesOf } from "../../shared/grouping";
import type { GroupRow } from "../../shared/grouping_settings";
import { newId } from "../../shared/ids";
import { fill, type LanguageTag } from "../../shared/texts";
import { hasDraft } from "../draft";
import { NumberField } from "../field";
import { NameList } from "../name_list";
import { groupsTexts, say } from "./texts/groups";

const LONGEST_LINE = 1_100; // a name, with a link

// In the language of those who will stand there.
export function newRows(tongue: LanguageTag, rows: readonly GroupRow[], count: number): GroupRow[] {
    return rowsFor(rows, count, (n) => ({ id: newId(), name: fill(groupsTexts[tongue].group, { n }, tongue), link: "" }));
}

const usualNames = (tongue: LanguageTag) => new Set(newRows(tongue, [], MOST_GROUPS).map(({ name }) => name));

// The same ones each time that a form asks, or it would seem changed; and as many as there were, once something is written there,
// however many people come.
const usual = new Map<string, GroupRow[]>();
export function usualRows(form: string, tongue: LanguageTag, count: number): GroupRow[] {
    const proposed = usual.get(form);
    if (proposed && hasDraft(form)) return proposed;
    const rows = newRows(tongue, usual.get(form) ?? [], count);
    usual.set(form, rows);
    return rows;
}

type RowsProps = {
    tongue: LanguageTag;
    people: number;
    rows: readonly GroupRow[];
    error: string | undefined;
    change(rows: GroupRow[]): void;
    // Groups that must stay: somebody stands there.
    isLocked?(row: GroupRow): boolean;
    // Names are what it is opened for.
    isOpen?: boolean;
};

export function GroupRows({ tongue, people, rows, error, change, isLocked, isOpen = false }: RowsProps) {
    const showsLinks = rows.some(({ link }) => link !== "");
    // (Whoever types 12 has typed 1 before: what the others are called is not lost on the way.)
    const ever = useRef<readonly GroupRow[]>(rows);
    ever.current = [...rows, ...ever.current.slice(rows.length)];
    const setCount = (count: number) => {
        if (!Number.isInteger(count) || count < 1 || count > MOST_GROUPS) return;
        change(newRows(tongue, ever.current, count));
    };
    const names = (
        <div class="stack">
            <NameList
                legend={say("names")}
                hint={say("names_hint")}
                error={error}
                rows={rows}
                most={MOST_GROUPS}
                longest={LONGEST_NAME}
                longestPasted={LONGEST_LINE}
                rowLabel={(n) => say("row", { n })}
                addLabel={say("add")}
                make={({ id, name }) => ({ id, link: "", ...namedWith(name) })}
                change={change}
                isProposed={({ name, link }) => link === "" && usualNames(tongue).has(name)}
                {...(isLocked ? { isLocked } : {})}
                more={(row, set, n) => showsLinks && <LinkField row={row} set={set} n={n} />}
            />
            {!showsLinks && rows.length > 0 && <Links rows={rows} change={change} />}
        </div>
    );
    return (
        <>
            <div class="row">
                <NumberField label={say("count")} error={undefined} least={2} most={MOST_GROUPS} value={rows.length} change={setCount} />
                {people > 0 && (
                    <NumberField
                        label={say("to_a_group")}
                        error={undefined}
                        least={1}
                        most={people}
                        value={Math.max(1, Math.round(people / Math.max(1, rows.length)))}
                        change={(each) => each >= 1 && setCount(groupsFor(people, each))}
                    />
                )}
            </div>
            <p class="meta">{sizesText(people, rows.length)}</p>
            {isOpen ? (
                names
            ) : (
                <details class="more" open={error !== undefined || undefined}>
                    <summary>{say("names")}</summary>
                    {names}
                </details>
            )}
        </>
    );
}

function LinkField({ row, set, n }: { row: GroupRow; set(row: GroupRow): void; n: number }) {
    return (
        <input
            type="url"
            class="second"
            aria-label={say("link", { n })}
            placeholder={say("link_begins")}
            maxLength={1_000}
            value={row.link}
            onInput={(event) => set({ ...row, link: event.currentTarget.value })}
        />
    );
}

// The fields for links come with the first of them.
function Links({ rows, change }: { rows: readonly GroupRow[]; change(rows: GroupRow[]): void }) {
    return (
        <p class="actions">
            <button type="button" onClick={() => change(rows.map((row, i) => (i === 0 ? { ...row, link: say("link_begins") } : row)))}>
                {say("links")}
            </button>
            <small>{say("links_hint")}</small>
        </p>
    );
}

function sizesText(people: number, groups: number): string {
    if (people < 1) return say("nobody_yet");
    const { least, most } = sizesOf(people, Math.max(1, groups));
    return say(least === most ? "sizes_even" : "sizes", { n: people, least, most });
}
