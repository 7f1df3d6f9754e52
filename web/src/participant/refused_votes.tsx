// Votes that the server did not take: said until somebody has seen it, also when the vote has ended meanwhile.
import type { Reason } from "../generated/types";
import { refusedVote, type CastVotes } from "../shared/votes";
import type { Live } from "../shared/view/live";
import { returnFocus } from "./focus";
import { say } from "./texts/ballot";

interface Props {
    live: Live;
    cast: CastVotes;
    // Of the last vote on this screen that was refused, if it is not known from the outbox any more.
    last?: Reason | undefined;
    forget?(): void;
    // What has the focus when this is gone.
    around: string;
}

export function RefusedVotes({ live, cast, last, forget, around }: Props) {
    const reason = last ?? cast.refused.slice(-1)[0]?.refused?.reason;
    const dismiss = (event: Event) => {
        returnFocus(event, around);
        for (const { command } of cast.refused) live.session.outbox.dismiss(command);
        forget?.();
    };
    if (!reason) return null;
    return (
        <div class="said wrong ballot-refused" role="alert">
            <p>{say(refusedVote(reason))}</p>
            <button type="button" class="quiet" onClick={dismiss}>
                {say("seen")}
            </button>
        </div>
    );
}
