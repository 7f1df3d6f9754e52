// A person's own next steps as they stand on their page: what the server knows, with what the device has said since. Pure.
import type { EventStepPut } from "../generated/types";
import type { Command } from "./outbox";
import type { RefusedCommand } from "./outbox_storage";
import type { EntityOf } from "./store";

export type Step = EntityOf<"step">;
type Waiting = Pick<Command, "command" | "method" | "params" | "state" | "refused" | "isStored">;

export interface StepWords {
    text: string;
    // 0: no day.
    until: number;
    done: boolean;
    shared: boolean;
    removed: boolean;
    session: string | undefined;
}

export interface MyStep extends StepWords {
    id: string;
    state: "saved" | "sending" | "arrived" | "refused";
    isStored: boolean;
    nextRev: number;
    // Whether the server has it at all.
    isKnown: boolean;
    // The last refusal, with what was to be said.
    refused: { command: string; because: RefusedCommand; meant: StepWords } | undefined;
}

// In an order that stays while they are changed: those of earlier sessions first.
export function myStepsOf(own: readonly Step[], commands: readonly Waiting[], sessions: readonly { id: string; number?: number }[]): MyStep[] {
    const steps = new Map<string, MyStep>();
    for (const step of own) if (!step.redacted) steps.set(step.id, knownStep(step));
    for (const command of commands) if (command.method === "step.put") tell(steps, command);
    const number = ({ session }: MyStep) => sessions.find(({ id }) => id === session)?.number ?? sessions.length + 1;
    return [...steps.values()].sort((a, b) => number(a) - number(b) || (a.id < b.id ? -1 : 1));
}

// What of it goes along in step.put: what is empty is left out.
export function putOf(step: Pick<MyStep, "id" | "nextRev"> & StepWords, change: Partial<StepWords> = {}): EventStepPut {
    const { text, until, done, shared, removed, session } = { ...step, ...change };
    return {
        id: step.id, rev: step.nextRev, text: text.trim(), ...(session ? { session } : {}), ...(until ? { until } : {}),
        ...(done ? { done } : {}), ...(shared ? { shared } : {}), ...(removed ? { removed } : {}),
    };
}

function knownStep({ id, text = "", until = 0, done = false, shared = false, removed = false, session, rev = 0 }: Step): MyStep {
    const words = { text, until, done, shared, removed, session };
    return { id, ...words, state: "arrived", isStored: true, nextRev: rev + 1, isKnown: true, refused: undefined };
}

function tell(steps: Map<string, MyStep>, { command, params, state, refused, isStored }: Waiting): void {
    const { id, rev, text, until = 0, done = false, shared = false, removed = false, session } = params as EventStepPut;
    const meant = { text, until, done, shared, removed, session };
    const before = steps.get(id) ?? { id, ...meant, state, isStored, nextRev: 1, isKnown: false, refused: undefined };
    const nextRev = Math.max(before.nextRev, rev + 1);
    if (state === "refused") steps.set(id, { ...before, nextRev, state: before.isKnown ? before.state : state, refused: { command, because: refused!, meant } });
    else steps.set(id, { ...before, ...meant, nextRev, state, isStored, refused: undefined });
}
