// What is left to do once a meeting has ended: what was to be open until the next one and is not, and which that is. Pure.
import { sessionsToCome } from "./coming";
import type { Round, Session } from "./meeting";
import { wasOpened } from "./run_of";

export interface WhatNext {
    // Homework of this meeting, and diaries, that nobody has opened.
    unopened: Round[];
    next: Session | undefined;
}

export function whatNext(session: Session, sessions: readonly Session[], rounds: readonly Round[], now: number): WhatNext {
    const behind = new Set(sessions.filter(({ id, state }) => id === session.id || state === "ended").map(({ id }) => id));
    const isLeft = (round: Round) => {
        if (round.removed || wasOpened(round)) return false;
        return round.form === "diary" ? behind.has(round.session) : round.homework === true && round.session === session.id;
    };
    return { unopened: rounds.filter(isLeft), next: sessionsToCome(sessions, session.id, now)[0] };
}
