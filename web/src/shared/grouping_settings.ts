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
    // Where it is as last time: the grouping.
    from: string;
    rows: GroupRow[];
    // Where people choose: how many fit into one; 0 for any number.
    most: number;
}

export type GroupsProblem = "none" | "twice" | "link" | "from" | "most";

export function rowOf({ id, name, link = "" }: Group): GroupRow {
    return { id, name, link };
}

// `usual`: the groups of a question that has none yet.
export function groupsSettingsOf(round: Round | undefined, grouping: Grouping | undefined, usual: { rows: GroupRow[]; hasTables: boolean }): GroupsSettings {
    if (grouping) return { way: wayOf(grouping), from: "", rows: (grouping.groups ?? []).map(rowOf), most: grouping.most ?? 0 };
    const sits = round?.visibility === "group" || usual.hasTables;
    return { way: sits ? "table" : "balanced", from: "", rows: usual.rows, most: 0 };
}

// Whether groups are made for this question: not where they are tables, nor those of another question of the session.
export function makesGroups({ way, from }: GroupsSettings, here: readonly Grouping[]): boolean {
    return way !== "table" && !(way === "like" && here.some(({ id }) => id === from));
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
