// Stands below the choices: how many votes are left, and where those are that were given.
import type { ComponentChildren } from "preact";
import type { BallotSettings, Reason } from "../generated/types";
import type { CastVotes } from "../shared/votes";
import type { Live } from "../shared/view/live";
import { RefusedVotes } from "./refused_votes";
import { say } from "./texts/ballot";
import { sayState } from "./texts/state";

interface Props {
    live: Live;
    ballot: BallotSettings;
    cast: CastVotes;
    // Of the last vote on this screen that was refused, if it is not known from the outbox any more.
    refused: Reason | undefined;
    forget(): void;
    // How long one can vote.
    children: ComponentChildren;
}

const MOST_DOTS = 10;

export function BallotFoot({ live, ballot, cast, refused, forget, children }: Props) {
    return (
        <div class="ballot-foot" tabIndex={-1}>
            <RefusedVotes live={live} cast={cast} last={refused} forget={forget} around=".ballot-foot" />
            {children}
            <p class="ballot-left">
                <b>{say("left", { left: cast.left, n: ballot.budget })}</b>
                {ballot.budget <= MOST_DOTS && <Dots used={ballot.budget - cast.left} budget={ballot.budget} />}
            </p>
            <p class="state">{waysOf(live, ballot, cast)}</p>
        </div>
    );
}

function Dots({ used, budget }: { used: number; budget: number }) {
    return (
        <span class="dots" aria-hidden="true">
            {Array.from({ length: budget }, (_, i) => (
                <span key={i} class={i < used ? "full" : ""} />
            ))}
        </span>
    );
}

function waysOf(live: Live, ballot: BallotSettings, cast: CastVotes) {
    const { state } = live.connectionState.value;
    if (cast.waiting.length === 0) {
        if (cast.left >= ballot.budget) return ballot.cap && ballot.budget > 1 ? say("choose_cap", { n: ballot.cap }) : say("choose", { n: ballot.budget });
        return (
            <>
                <span class="dot" />
                {say(cast.left > 0 ? "arrived" : "arrived_all", { n: ballot.budget })}
            </>
        );
    }
    const isKept = cast.waiting.every(({ isStored }) => isStored);
    const text = state === "joined" ? sayState("sending") : say(state === "read_only" ? state : isKept ? "saved" : "open_page");
    return (
        <>
            <span class="dot wait" />
            {text}
        </>
    );
}
