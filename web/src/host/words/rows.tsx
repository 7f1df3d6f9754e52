// A section's rows: word, bar and persons, breadth, groups, and what can be done.
import type { WordRow } from "../../generated/types";
import { sectionOf, type Proposal, type Section } from "../../shared/word_list";
import { actionsFor, mergeProposed } from "./actions";
import type { Desk } from "./desk";
import { Details } from "./details";
import { Menu } from "./menu";
import { say } from "./texts/words";

// What is the same for all rows of a list.
export interface Shape {
    max: number;
    base: number;
    sums: boolean;
    hasBreadth: boolean;
    hasGroups: boolean;
}

interface RowsProps {
    desk: Desk;
    section: Section;
    rows: WordRow[];
    shape: Shape;
    gone: ReadonlySet<string>;
    proposals: ReadonlyMap<string, Proposal[]>;
    empty: string;
}

export function Rows({ desk, section, rows, shape, gone, proposals, empty }: RowsProps) {
    if (rows.length === 0) return <p class="meta words-empty">{empty}</p>;
    const first = rows.find(({ word }) => word === desk.active.value)?.word ?? rows[0]!.word;
    return (
        <table class="words-table">
            <caption class="unseen">{section === "counts" ? desk.list?.title : say(section)}</caption>
            <thead>
                <tr>
                    <td class="words-select" />
                    <th scope="col">{say("word")}</th>
                    <th scope="col">{say(shape.sums ? "times" : "persons")}</th>
                    {shape.hasBreadth && <th scope="col" class="words-wide">{say("breadth")}</th>}
                    {shape.hasGroups && <th scope="col" class="words-wide">{say("groups")}</th>}
                    <th scope="col" class="words-act">
                        <span class="unseen">{say("actions")}</span>
                    </th>
                </tr>
            </thead>
            {rows.map((row) =>
                gone.has(row.word) ? (
                    <Gone key={row.word} row={row} columns={columnsOf(shape)} />
                ) : (
                    <Row
                        key={row.word}
                        desk={desk}
                        row={row}
                        section={section}
                        shape={shape}
                        isFirst={row.word === first}
                        proposals={proposals.get(row.word) ?? []}
                    />
                ),
            )}
        </table>
    );
}

const columnsOf = ({ hasBreadth, hasGroups }: Shape) => 4 + Number(hasBreadth) + Number(hasGroups);

// It was merged into another one, or nobody's note holds it any more; its place stays until the order is let go.
function Gone({ row, columns }: { row: WordRow; columns: number }) {
    return (
        <tbody class="words-gone">
            <tr>
                <td />
                <td colSpan={columns - 1}>
                    <span class="words-label">{row.label}</span> <span class="meta">{say("is_gone")}</span>
                </td>
            </tr>
        </tbody>
    );
}

interface RowProps {
    desk: Desk;
    row: WordRow;
    section: Section;
    shape: Shape;
    isFirst: boolean;
    proposals: Proposal[];
}

function Row({ desk, row, section, shape, isFirst, proposals }: RowProps) {
    const isOpen = desk.opened.value === row.word;
    const isSelected = desk.selected.value.has(row.word);
    const reach = isFirst || isOpen ? 0 : -1; // (the Tab key comes to one row; arrows go from there)
    return (
        <tbody
            data-word={row.word}
            class={isSelected ? "is-selected" : undefined}
            onFocusIn={() => (desk.active.value = row.word)}
        >
            <tr>
                <td class="words-select">
                    <label>
                        <span class="unseen">{say("select_word", { label: row.label })}</span>
                        <input
                            type="checkbox"
                            tabIndex={reach}
                            checked={isSelected}
                            onChange={(event) => desk.select(row.word, event.currentTarget.checked)}
                        />
                    </label>
                </td>
                <th scope="row">
                    <div class="words-what">
                        <button
                            type="button"
                            class="words-open"
                            tabIndex={reach}
                            aria-expanded={isOpen}
                            onClick={() => desk.toggle(row.word)}
                        >
                            <span class="words-label">{row.label}</span>
                        </button>
                        <GroupRef row={row} section={section} />
                        <Proposals desk={desk} row={row} proposals={proposals} reach={reach} />
                    </div>
                </th>
                <td class="words-figure">
                    <span class="figure-bar" aria-hidden="true">
                        <span
                            hidden={row.persons === 0}
                            style={{ inlineSize: `${(100 * Math.min(row.persons, shape.max)) / shape.max}%` }}
                            class={sectionOf(row) === "counts" ? "" : "is-pale"}
                        />
                    </span>
                    <b>{row.persons}</b>
                </td>
                {shape.hasBreadth && <td class="words-wide words-number">{row.breadth || "–"}</td>}
                {shape.hasGroups && <td class="words-wide words-number">{row.groups || "–"}</td>}
                <td class="words-act">
                    <Menu
                        label={say("actions_for", { label: row.label })}
                        reach={reach}
                        disabled={!desk.canAct}
                        actions={() => actionsFor(desk, row)}
                    />
                </td>
            </tr>
            {isOpen && (
                <tr>
                    <td colSpan={columnsOf(shape)} class="words-details">
                        <Details desk={desk} row={row} shape={shape} />
                    </td>
                </tr>
            )}
        </tbody>
    );
}

// Where a row's place does not say it: what became of it, or why it counts.
function GroupRef({ row, section }: { row: WordRow; section: Section }) {
    const now = sectionOf(row);
    if (now !== section) return <span class="meta">{say(`now_${now}`)}</span>;
    if (row.mark === "added") return <span class="meta">{say("is_added")}</span>;
    if (row.mark === "kept") return <span class="meta">{say("is_kept")}</span>;
    return null;
}

function Proposals({ desk, row, proposals, reach }: { desk: Desk; row: WordRow; proposals: Proposal[]; reach: number }) {
    if (proposals.length === 0) return null;
    return (
        <>
            {proposals.map(({ word, label, persons, reason }) => (
                <button
                    key={word}
                    type="button"
                    class="words-proposal"
                    tabIndex={reach}
                    disabled={!desk.canAct}
                    title={say(`reason_${reason}`)}
                    onClick={() => mergeProposed(desk, word, label, row)}
                >
                    {persons === undefined ? say("propose", { label }) : say("propose_n", { label, n: persons })}
                </button>
            ))}
        </>
    );
}
