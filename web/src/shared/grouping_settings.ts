// How the groups of a question are planned, as a form has it: what it is from the start, what is wrong with it, and the command that
// puts it. Pure.
import type { EventGroupingPut } from "../generated/types";
import { MOST_GROUPS, secureLink, wayOf, type Group, type Grouping } from "./grouping";
import type { Round } from "./meeting";

export type Way = "table" | "balanced" | "random" | "choice" | "like";
export const ways: readonly Way[] = ["balanced", "random", "choice", "like", "table"];

// (Empty where there is none: the field is.)
export interface GroupRow {
    id: string;
    name: string;
    link: string;
}

export interface GroupsSettings {
    way: Way;
    // Where it is as last time: the grouping; its own where they were dealt so already.
    from: string;
    rows: GroupRow[];
    // Where people choose: how many fit into one; 0 for any number.
    most: number;
}

export type GroupsProblem = "none" | "twice" | "link" | "from" | "most";

// What is written here over what others have changed since it was opened: each row that was not touched here is as it stands now.
export function rowsTogether(opened: readonly GroupRow[], mine: readonly GroupRow[], now: readonly GroupRow[]): GroupRow[] {
    const before = new Map(opened.map((row) => [row.id, row]));
    const there = new Map(now.map((row) => [row.id, row]));
    const rows = mine.flatMap((row) => (isSameRow(row, before.get(row.id)) ? there.get(row.id) ?? [] : row));
    return [...rows, ...now.filter(({ id }) => !before.has(id) && !mine.some((row) => row.id === id))];
}

function isSameRow(one: GroupRow, other: GroupRow | undefined): boolean {
    return other !== undefined && one.name === other.name && one.link === other.link;
}

export function rowOf({ id, name, link = "" }: Group): GroupRow {
    return { id, name, link };
}

// `usual`: the groups of a question that has none yet.
export function groupsSettingsOf(round: Round | undefined, grouping: Grouping | undefined, usual: { rows: GroupRow[]; hasTables: boolean }): GroupsSettings {
    if (grouping) return { way: wayOf(grouping), from: grouping.method === "like" ? grouping.id : "", rows: (grouping.groups ?? []).map(rowOf), most: grouping.most ?? 0 };
    const sits = round?.visibility === "group" || usual.hasTables;
    return { way: sits ? "table" : "balanced", from: "", rows: usual.rows, most: 0 };
}

// Whether groups are made for this question: not where they are tables, nor those of another question of the session.
export function makesGroups({ way, from }: GroupsSettings, here: readonly Grouping[]): boolean {
    return way !== "table" && !(way === "like" && here.some(({ id }) => id === from));
}

// Whether all get a group again when it is saved. (Who stands where is not changed by changing what the groups are called.)
export function dealsAnew({ way, from }: Pick<GroupsSettings, "way" | "from">, old: Pick<Grouping, "id" | "method">): boolean {
    return way !== "choice" && (old.method !== way || (way === "like" && from !== old.id));
}

const filled = (rows: readonly GroupRow[]) => rows.filter(({ name }) => name.trim() !== "");

export function groupsProblem(settings: GroupsSettings, here: readonly Grouping[]): GroupsProblem | undefined {
    const { way, from, rows, most } = settings;
    if (way === "table") return undefined;
    if (way === "like" && from === "") return "from";
    return makesGroups(settings, here) ? rowsProblem(rows) ?? (way === "choice" && !isCount(most) ? "most" : undefined) : undefined;
}

const isCount = (most: number) => Number.isInteger(most) && most >= 0 && most <= 200;

export function rowsProblem(rows: readonly GroupRow[]): GroupsProblem | undefined {
    const named = filled(rows);
    if (named.length < 2) return "none";
    if (new Set(named.map(({ name }) => name.trim().toLowerCase())).size < named.length) return "twice";
    return named.some(({ link }) => link.trim() !== "" && link.trim() !== "https://" && secureLink(link) === undefined) ? "link" : undefined;
}

type Put = Pick<EventGroupingPut, "id" | "base" | "session" | "title">;

export function groupingPutOf(put: Put, { way, rows, most }: Pick<GroupsSettings, "way" | "rows" | "most">): EventGroupingPut {
    const groups = filled(rows).slice(0, MOST_GROUPS).map(({ id, name, link }) => {
        const to = secureLink(link);
        return { id, name: name.trim(), ...(to === undefined ? {} : { link: to }) };
    });
    return { ...put, groups, ...(way === "choice" ? { choice: true, most } : {}) };
}

// As it stands, for who changes something of it or puts it back.
export function groupingPut({ id, seq, session, title, groups = [], choice, most = 0 }: Grouping): EventGroupingPut {
    const put = { id, base: seq, session, title };
    return { ...put, groups: groups.map(({ id: group, name, link }) => ({ id: group, name, ...(link ? { link } : {}) })), ...(choice ? { choice, most } : {}) };
}
