// Groups of a round: who stands where, how many to a group, and the list as people take it along. A round's groups are those of
// its grouping; where it has none, the tables that people sit at. Pure.
import type { DealMethod } from "../generated/types";
import { inOrder, type Note, type Participant, type Round, type Session } from "./meeting";
import { linkOf } from "./links";
import { groupOfNote } from "./note_group";
import type { EntityOf } from "./store";

export type Grouping = EntityOf<"grouping">;
export type Placing = EntityOf<"placing">;
export type Place = EntityOf<"place">;

export interface Group {
    id: string;
    name: string;
    link?: string;
    count?: number;
}

export const MOST_GROUPS = 60;
export const LONGEST_NAME = 80;

// Whether people see those of their own group while they write.
export function isInGroups({ form, visibility }: Pick<Round, "form" | "visibility">): boolean {
    return form === "notes" && visibility === "group";
}

export function groupsOf(round: Round, grouping: Grouping | undefined, session: Session | undefined): Group[] {
    if (!isInGroups(round)) return [];
    return [...((round.grouping === undefined ? session?.tables : grouping?.groups) ?? [])];
}

export function groupingsOf(groupings: readonly Grouping[], session: string): Grouping[] {
    return inOrder(groupings.filter((one) => one.session === session)).sort((a, b) => a.seq - b.seq);
}

// Five or six to a group; two groups at least. Nothing is known before people are there.
const TO_A_GROUP = 5.5;
const USUAL = 6;

export function usualGroups(people: number): number {
    if (people < 1) return USUAL;
    return Math.max(2, Math.min(MOST_GROUPS, Math.round(people / TO_A_GROUP)));
}

export function groupsFor(people: number, toAGroup: number): number {
    return Math.max(1, Math.min(MOST_GROUPS, Math.round(people / Math.max(1, toAGroup))));
}

// How many stand in the smallest and in the largest, where all are as alike as may be.
export function sizesOf(people: number, groups: number): { least: number; most: number } {
    return { least: Math.floor(people / groups), most: Math.ceil(people / groups) };
}

// A pasted line: a name, and perhaps where its group meets.
export function namedWith(line: string): { name: string; link?: string } {
    const found = /^(.*?)[\s,;|]*(https?:\/\/\S+)$/i.exec(line.trim());
    const link = found ? secureLink(found[2]!) : undefined;
    return link === undefined ? { name: line.trim() } : { name: found![1]!.trim(), link };
}

// Only https: it leads people to a room of theirs.
export function secureLink(text: string): string | undefined {
    const link = linkOf(text);
    return link?.startsWith("https://") ? link : undefined;
}

// As many rows as groups are wanted: those that stand keep their names, the rest is called as groups usually are.
export function rowsFor<R extends Group>(rows: readonly R[], count: number, make: (number: number) => R): R[] {
    const kept = rows.slice(0, count);
    return [...kept, ...Array.from({ length: Math.max(0, count - kept.length) }, (_, i) => make(kept.length + i + 1))];
}

export interface Room {
    // Nothing: those who stand in none.
    group: Group | undefined;
    people: Participant[];
}

// Where everybody stands who has joined the session: those without a group first, then the groups in their order.
export function roomsOf(groups: readonly Group[], people: readonly Participant[], where: (person: Participant) => string | undefined): Room[] {
    const known = new Set(groups.map(({ id }) => id));
    const rooms = new Map<string | undefined, Participant[]>([[undefined, []], ...groups.map(({ id }) => [id, []] as [string, Participant[]])]);
    for (const person of [...people].sort(byName)) {
        const id = where(person);
        rooms.get(id !== undefined && known.has(id) ? id : undefined)!.push(person);
    }
    return [undefined, ...groups].map((group) => ({ group, people: rooms.get(group?.id)! }));
}

// (Those without a name come last, in an order that stays.)
function byName(a: Participant, b: Participant): number {
    if (!a.name || !b.name) return a.name ? -1 : b.name ? 1 : a.id < b.id ? -1 : 1;
    return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}

export function placesIn(placings: readonly Placing[], grouping: string): Map<string, Placing> {
    return new Map(placings.filter((one) => one.grouping === grouping).map((one) => [one.participant, one]));
}

// Whether everybody stands where a deal gave them a place, at that seq: nobody has moved anybody since, nor dealt again (which
// touches all). Who came later counts for nothing.
export function standsAsDealt(dealt: ReadonlyMap<string, string | undefined>, now: readonly Pick<Placing, "participant" | "group" | "seq">[], at: number): boolean {
    const there = now.filter(({ participant }) => dealt.has(participant));
    const stays = there.length === dealt.size && there.every(({ participant, group }) => dealt.get(participant) === group);
    return stays && (there.length === 0 || there.some(({ seq }) => seq === at));
}

// Groups in which nobody stands yet bring nobody together.
export function isPeopled({ groups = [] }: Grouping): boolean {
    return groups.some(({ count = 0 }) => count > 0);
}

// Whether most have come one by one since the last deal, each to the smallest group, where they would stand elsewhere if they were
// dealt again. (Those who were dealt are touched by the same event.)
export function mostCameLater({ dealt = false, choice = false, method }: Pick<Grouping, "dealt" | "choice" | "method">, placings: readonly Pick<Placing, "seq">[]): boolean {
    if (!dealt || choice || method === "like") return false;
    const together = new Map<number, number>();
    for (const { seq } of placings) together.set(seq, (together.get(seq) ?? 0) + 1);
    const alone = [...together.values()].filter((count) => count === 1).length;
    return placings.length > 1 && alone * 2 > placings.length;
}

export function joinedIn(participants: readonly Participant[], session: string): Participant[] {
    return participants.filter(({ sessions }) => sessions?.includes(session));
}

type Naming = (person: Participant) => string;

// "Grupp 1", then those in it, a line each.
export function listAsText(rooms: readonly Room[], nameOf: Naming, without: string): string {
    const filled = rooms.filter(({ group, people }) => group !== undefined || people.length > 0);
    return filled.map(({ group, people }) => [group?.name ?? without, ...people.map(nameOf)].join("\n")).join("\n\n");
}

// A line each, as a spreadsheet or a list of breakout rooms takes it.
export function listAsTable(rooms: readonly Room[], nameOf: Naming, heads: readonly [string, string]): string {
    const clean = (text: string) => text.replace(/\s+/g, " ").trim();
    const rows = rooms.flatMap(({ group, people }) => (group ? people.map((person) => [nameOf(person), group.name]) : []));
    return [heads, ...rows].map((cells) => cells.map(clean).join("\t")).join("\n");
}

// The groups in which I left notes of this round, other than the one where I am now.
export function groupsLeft(notes: readonly Pick<Note, "group">[], groups: readonly Group[], now: string | undefined): Group[] {
    const written = new Set(notes.map(({ group }) => group));
    return now === undefined ? [] : groups.filter(({ id }) => id !== now && written.has(id));
}

// A group where people choose may be full.
export function isFull({ count = 0 }: Group, most: number | undefined): boolean {
    return most !== undefined && most > 0 && count >= most;
}

// Each group's notes, in the groups' order; notes of none come last.
export interface WallOf<N> {
    group: Group | undefined;
    notes: N[];
}

export function wallsOf<N extends Pick<Note, "group" | "table">>(groups: readonly Group[], notes: readonly N[]): WallOf<N>[] {
    const known = new Set(groups.map(({ id }) => id));
    const walls: WallOf<N>[] = groups.map((group) => ({ group, notes: notes.filter((note) => groupOfNote(note) === group.id) }));
    const rest = notes.filter((note) => !known.has(groupOfNote(note) ?? ""));
    return rest.length > 0 ? [...walls, { group: undefined, notes: rest }] : walls;
}

// How they come about. (A grouping that nothing was dealt in yet is to be mixed, unless somebody says otherwise.)
export function wayOf({ choice, method }: Pick<Grouping, "choice" | "method">): DealMethod | "choice" {
    return choice ? "choice" : (method ?? "balanced");
}
