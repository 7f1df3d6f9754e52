// A session made after another: its programme, questions, material and lists of words, without anything that was answered. What is
// asked has the same keys, and ids of its own. Pure.
import type { EventSessionPut, Language } from "../generated/types";
import type { Session } from "./meeting";
import { newMade, stepsInSession, type Step } from "./template_steps";
import { templateOfSession, type Meeting } from "./template_of";

// What the new session is: as long, in the same place, with tables of the same names.
export function copyOfSession(old: Session, put: Omit<EventSessionPut, "tables">, newId: () => string): EventSessionPut {
    const { minutes, place, link, under_fifteen } = old;
    const same = {
        ...(minutes ? { minutes } : {}), ...(place ? { place } : {}), ...(link ? { link } : {}), ...(under_fifteen ? { under_fifteen } : {}),
    };
    return { ...put, ...same, tables: (old.tables ?? []).map(({ name }) => ({ id: newId(), name })) };
}

export function stepsOfCopy(old: Session, session: string, meeting: Meeting, newId: () => string): Step[] {
    const { language, title, zone } = meeting.profile;
    const wishes = { title, language: language as Language, zone, starts: 0, tableName: String, newId };
    // Counted together are the new ones with each other, and not with the old ones.
    const alone = { ...meeting, rounds: meeting.rounds.filter((round) => round.session === old.id) };
    return stepsInSession(templateOfSession(old, alone), session, newMade(wishes));
}
