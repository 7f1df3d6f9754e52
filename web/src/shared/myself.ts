// Who I am in a process, as far as I said: what the server knows, with what this device has said since. Pure.
import type { EventParticipantConsent, EventParticipantPut, Profile } from "../generated/types";
import type { Participant, Round, Session } from "./meeting";
import type { Command } from "./outbox";
import type { EntityOf } from "./store";

export type Seat = EntityOf<"seat">;

export interface Myself {
    name: string;
    role: string;
    level: string;
    organisation: string;
    table: string;
    // Of the process; and whether I stand in there for who holds it.
    seat: string;
    deputy: boolean;
    consent: boolean;
    // Of the next command about myself.
    nextRev: number;
    // Something of it has not arrived yet.
    isWaiting: boolean;
}

type Said = Pick<Myself, "name" | "role" | "level" | "organisation" | "table" | "seat" | "deputy">;
const unsaid: Said = { name: "", role: "", level: "", organisation: "", table: "", seat: "", deputy: false };

type Waiting = Pick<Command, "method" | "params" | "state">;

export function myselfOf(known: Participant | undefined, commands: readonly Waiting[]): Myself {
    const { name = "", role = "", level = "", organisation = "", table = "", seat = "", deputy = false, consent = false, rev = 0 } = known ?? {};
    const me: Myself = { name, role, level, organisation, table, seat, deputy, consent, nextRev: rev + 1, isWaiting: false };
    for (const { method, params, state } of commands) {
        if (method !== "participant.put" && method !== "participant.consent") continue;
        const put = params as EventParticipantPut & EventParticipantConsent;
        if (put.study !== undefined) continue; // (which has revs of its own)
        me.nextRev = Math.max(me.nextRev, put.rev + 1);
        if (state === "refused") continue;
        me.isWaiting = true;
        if (method === "participant.consent") me.consent = put.consent;
        else Object.assign(me, unsaid, chosen(put));
    }
    return me;
}

// What of it was refused and not made up for yet, the latest last.
export function refusedOf<C extends Pick<Command, "method" | "state">>(commands: readonly C[], method: "participant.put" | "participant.consent"): C[] {
    return commands.filter((command) => command.method === method && command.state === "refused");
}

// As it was to be said, where that was refused: whoever looks it over has it before them.
export function meantOf(me: Myself, commands: readonly Waiting[]): Myself {
    const [last] = commands.filter(({ method }) => method === "participant.put").slice(-1);
    if (last?.state !== "refused") return me;
    return { ...me, ...unsaid, ...chosen(last.params as EventParticipantPut) };
}

// What goes with a seat that is taken: all that it says, over what was said before.
export function seated({ id, role, level, organisation }: Seat): Partial<Said> {
    return { seat: id, deputy: false, ...(role ? { role } : {}), ...(level ? { level } : {}), ...(organisation ? { organisation } : {}) };
}

// Without what is not to choose from any more: the server would refuse all that is said together with it.
export function chooseable<M extends Myself>(me: M, profile: Profile | undefined, session: Session | undefined, seats: readonly Seat[] = []): M {
    const still = (list: readonly { id: string }[] | undefined, chosen: string) => (list?.some(({ id }) => id === chosen) ? chosen : "");
    return {
        ...me,
        role: still(profile?.roles, me.role),
        level: still(profile?.levels, me.level),
        organisation: still(profile?.organisations, me.organisation),
        table: still(session?.tables, me.table),
        seat: still(seats, me.seat),
        deputy: me.deputy && still(seats, me.seat) !== "",
    };
}

// What of it goes along in participant.put: what is empty is left out.
export function saidOf({ name, role, level, organisation, table, seat, deputy }: Said): Omit<EventParticipantPut, "rev"> {
    return chosen({ name: name.trim(), role, level, organisation, table, seat, deputy });
}

function chosen({ name, role, level, organisation, table, seat, deputy }: Omit<EventParticipantPut, "rev">): Omit<EventParticipantPut, "rev"> {
    return Object.fromEntries(Object.entries({ name, role, level, organisation, table, seat, deputy }).filter(([, value]) => value));
}

// What is asked of people in this session. Every field may be left.
export type Asked = "name" | "seat" | "role" | "level" | "organisation" | "table" | "consent";

// (An organisation also where a round of the session is answered by organisations.)
export function askedOf(profile: Profile | undefined, session: Session | undefined, rounds: readonly Round[] = [], seats: readonly Seat[] = []): Asked[] {
    if (!profile) return [];
    const some = (list: readonly unknown[] | undefined) => (list?.length ?? 0) > 0;
    const isAnswering = rounds.some((round) => round.session === session?.id && round.authorship === "organisation");
    const asked: Record<Asked, boolean> = {
        name: profile.asks_name !== false,
        seat: some(seats),
        role: some(profile.roles),
        level: some(profile.levels),
        organisation: (profile.asks_organisation === true || isAnswering) && some(profile.organisations),
        table: some(session?.tables),
        consent: profile.asks_consent !== false && session?.under_fifteen !== true,
    };
    return (Object.keys(asked) as Asked[]).filter((key) => asked[key]);
}

// The table where I sit in this session; one of another session is none here.
export function tableOf(me: Pick<Myself, "table">, session: Session | undefined): { id: string; name: string } | undefined {
    return session?.tables?.find(({ id }) => id === me.table);
}
