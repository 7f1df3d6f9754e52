// A session made after another: its programme, questions and lists of words, without anything that was answered. Pure.
import type { EventSessionPut } from "../generated/types";
import { programmeOf, roundsOf, type Item, type Round, type Session, type Words } from "./meeting";
import { roundPut, settingsOf } from "./round_settings";
import type { Step } from "./template";

interface Meeting {
    items: readonly Item[];
    rounds: readonly Round[];
    words: readonly Words[];
}

// What the new session is; the tables come along under their names.
export function copyOfSession(old: Session, put: Omit<EventSessionPut, "tables">, newId: () => string): EventSessionPut {
    return { ...put, tables: (old.tables ?? []).map(({ name }) => ({ id: newId(), name })) };
}

export function stepsOfCopy(old: Session, session: string, meeting: Meeting, newId: () => string): Step[] {
    const items = new Map<string, string>();
    const rounds = new Map<string, string>();
    const scopes = new Map<string, string>();
    const steps: Step[] = [];
    for (const { title, form, about, minutes, position, id } of programmeOf(meeting.items, old.id)) {
        items.set(id, newId());
        const item = { id: items.get(id)!, base: 0, session, form, title, minutes: minutes ?? 0, position: position ?? 0 };
        steps.push({ method: "item.put", params: { ...item, ...(about ? { about } : {}) } });
    }
    for (const round of roundsOf(meeting.rounds, old.id)) {
        const id = newId();
        rounds.set(round.id, id);
        const item = round.item === undefined ? undefined : items.get(round.item);
        const settings = settingsOf(round);
        const choices = settings.choices.map((choice) => ({ ...choice, id: newId() }));
        // Counted together are the new ones with each other, and not with the old ones.
        const scope = round.scope ?? round.id;
        if (!scopes.has(scope)) scopes.set(scope, id);
        const isFirst = scopes.get(scope) === id;
        const put = roundPut(
            { id, base: 0, session, item, form: round.form },
            { ...settings, choices, scope: isFirst ? "" : scopes.get(scope)! },
        );
        steps.push({ method: "round.put", params: put });
    }
    for (const { title, rounds: over } of meeting.words) {
        const copied = over.map((round) => rounds.get(round)).filter((id) => id !== undefined);
        if (copied.length === over.length)
            steps.push({ method: "words.put", params: { id: newId(), base: 0, title, rounds: copied } });
    }
    return steps;
}
