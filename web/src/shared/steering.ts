// Who of several facilitators steers what the big screen shows. While nobody does, all may. Pure.
import type { Session } from "./meeting";

// Somebody who leads: an account and its name.
export interface Leader {
    account: string;
    name: string;
}

export interface Steering {
    // "free": nobody steers.
    state: "free" | "mine" | "theirs";
    // Who does; nobody where it is free.
    by: Leader | undefined;
    // Whether who steers has the process open. Where nobody tells who is here, they are taken to be.
    isHere: boolean;
    // Who else has it open, and can be given the steering.
    others: Leader[];
    // Whether what one does oneself may change the big screen.
    mayStage: boolean;
    // Whether there is anything to say of it: who leads alone, and never took it, hears nothing of steering.
    isShared: boolean;
}

type Steered = Pick<Session, "steered_by" | "steered_name">;

export function steeringOf({ steered_by, steered_name = "" }: Steered, me: string, here: readonly Leader[] | undefined): Steering {
    const by = steered_by === undefined ? undefined : { account: steered_by, name: steered_name };
    const state = by === undefined ? "free" : by.account === me ? "mine" : "theirs";
    const others = (here ?? []).filter(({ account }) => account !== me);
    return {
        state,
        by,
        isHere: here === undefined || here.some(({ account }) => account === by?.account),
        others,
        mayStage: state !== "theirs",
        isShared: state !== "free" || others.length > 0,
    };
}
