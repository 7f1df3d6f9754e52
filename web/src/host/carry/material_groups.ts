// What there is to read or look at: for the process, for a session, or for an item of its programme. Pure.
import { inOrder } from "../../shared/meeting";
import type { Material } from "../../shared/materials";
import type { Session } from "../../shared/meeting";

export type { Material };

export interface MaterialGroup {
    // Absent: for all of them.
    session?: Session | undefined;
    materials: Material[];
}

// Those for all first, then session by session; what belongs to none that is there any more is for all.
export function materialGroups(materials: readonly Material[], sessions: readonly Session[]): MaterialGroup[] {
    const inOrderOfSessions = [...sessions].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    const known = new Set(sessions.map(({ id }) => id));
    const all = inOrder(materials);
    const groups: MaterialGroup[] = [
        { materials: all.filter(({ session }) => session === undefined || !known.has(session)) },
        ...inOrderOfSessions.map((session) => ({ session, materials: all.filter((one) => one.session === session.id) })),
    ];
    return groups.filter((group) => group.materials.length > 0);
}
