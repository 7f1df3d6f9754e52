// What a simulated person is like, by a seed and a number: the same each time. Some come late, some change their mind, two
// lose their wifi. Pure.
import type { ParamsJoin, Profile } from "../../generated/types";
import { chanceOf } from "../chance";
import { hash, type Session } from "../meeting";
import type { Seat } from "../myself";
import type { Phrases } from "./phrases";

export interface Nature {
    number: number; // from 0
    arrives: number; // so long after all were called
    edits: boolean;
    removes: boolean;
    isSlow: boolean; // writes when others are done, and sends it though it is too late
    losesNetwork: boolean;
    sorts: boolean; // notes into themes, where all may
}

export interface Where {
    session: string;
    profile: Profile;
    tables: NonNullable<Session["tables"]>;
    seats: readonly Seat[];
}

export const COMING = 20_000;
const LATE = { from: 45_000, for: 45_000 };

export function chanceFor(seed: string, number: number, what: string): () => number {
    return chanceOf(hash(`${seed} ${number} ${what}`));
}

export function natureOf(seed: string, number: number): Nature {
    const chance = chanceFor(seed, number, "nature");
    const moment = chance();
    return {
        number,
        arrives: Math.round(number % 10 === 7 ? LATE.from + LATE.for * moment : COMING * moment),
        edits: number % 5 === 1,
        removes: number % 12 === 5,
        isSlow: number % 15 === 10,
        losesNetwork: number === 3 || number === 8,
        sorts: number % 3 !== 2,
    };
}

export type Said = Pick<ParamsJoin, "name" | "role" | "level" | "organisation" | "table" | "seat">;

// What they say about themselves, of what they are asked; some leave a question out. Who has a seat sits on it alone.
export function saidBy(seed: string, number: number, { profile, tables, seats }: Where, phrases: Phrases): Said {
    const chance = chanceFor(seed, number, "self");
    const one = (name: keyof Said, of: readonly { id: string }[] = [], share = 0.9): Said => {
        const found = of[Math.floor(chance() * of.length)];
        return chance() < share && found ? { [name]: found.id } : {};
    };
    const seat = seats[number];
    const { roles, levels, organisations, asks_name } = profile;
    return {
        ...(asks_name !== false && chance() < 0.85 ? { name: phrases.nameOf(number) } : {}),
        ...one("role", roles),
        ...one("level", levels),
        ...one("organisation", organisations, 1),
        ...(tables.length > 0 ? { table: tables[number % tables.length]!.id } : {}),
        ...(seat ? seatedOn(seat) : {}),
    };
}

function seatedOn({ id, role, level, organisation }: Seat): Said {
    return { seat: id, ...(role ? { role } : {}), ...(level ? { level } : {}), ...(organisation ? { organisation } : {}) };
}
