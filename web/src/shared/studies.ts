// Studies that ask whether what somebody says may be used, and my answers to them: what the server knows, with what this device
// has said since. Pure.
import type { EventParticipantConsent } from "../generated/types";
import { inOrder } from "./meeting";
import type { Command } from "./outbox";
import type { EntityOf } from "./store";

export type Study = EntityOf<"study">;
type Waiting = Pick<Command, "method" | "params" | "state">;

export interface StudyAnswer {
    // No, as long as nobody has said yes to the text as it is now.
    consent: boolean;
    // Whether the text as it is now was answered; else perhaps one that it had before.
    isAnswered: boolean;
    wasAnswered: boolean;
    nextRev: number;
    // What became of the last answer that was given here.
    state: Waiting["state"] | undefined;
}

const isAbout = ({ method, params }: Waiting, study: string) => method === "participant.consent" && (params as EventParticipantConsent).study === study;

export function answerTo({ id, version }: Pick<Study, "id" | "version">, known: EntityOf<"consent"> | undefined, commands: readonly Waiting[]): StudyAnswer {
    let { consent = false, rev = 0 } = known ?? {};
    let answered = rev > 0 ? (known?.version ?? 1) : 0;
    let state: StudyAnswer["state"];
    for (const command of commands.filter((one) => isAbout(one, id))) {
        const put = command.params as EventParticipantConsent;
        rev = Math.max(rev, put.rev);
        state = command.state;
        if (state !== "refused") [consent, answered] = [put.consent, put.version ?? 1];
    }
    const isAnswered = answered === (version ?? 1);
    return { consent: consent && isAnswered, isAnswered, wasAnswered: answered > 0, nextRev: rev + 1, state };
}

// Those that ask now, the oldest first; one that asks nobody any more is told of to who said yes.
export function askingStudies(studies: readonly Study[], isMine: (study: Study) => boolean): Study[] {
    return inOrder(studies.filter((study) => !study.removed && (!study.closed || isMine(study))));
}
