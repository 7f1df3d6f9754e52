// Taking away what was made by mistake: a session that nobody has been to, a process that nobody has joined.
import { useState } from "preact/hooks";
import type { Session } from "../shared/meeting";
import type { RefusedCommand } from "../shared/outbox_storage";
import { announce } from "../shared/view/announcer";
import { Confirm } from "../shared/view/dialog";
import type { Live } from "../shared/view/live";
import { sayReason } from "../shared/view/texts/reasons";
import { actBack, canAct, rememberAt, seqOf } from "./act";
import { askHouse, refreshHouse } from "./house";
import { reasonOf } from "./reason_of";
import { goInstead } from "./route";
import { put } from "./saving";
import { say } from "./texts/taking_away";

type TakeAwayProps = { live: Live; label: string; why: string | undefined; title: string; text: string; take(): Promise<string | undefined> };

// `take`: what is to be said where it could not be done.
function TakeAway({ live, label, why, title, text, take }: TakeAwayProps) {
    const [isAsked, setAsked] = useState(false);
    const [isOnItsWay, setOnItsWay] = useState(false);
    const [refused, setRefused] = useState<string>();
    const answer = async (said: boolean) => {
        setAsked(false);
        if (!said || isOnItsWay) return;
        setOnItsWay(true);
        setRefused(undefined);
        setRefused(await take());
        setOnItsWay(false);
    };
    return (
        <div>
            <button type="button" class="quiet" disabled={why !== undefined || !canAct(live)} aria-disabled={isOnItsWay} onClick={() => setAsked(true)}>
                {label}
            </button>
            {why && <small class="hint">{why}</small>}
            <p role="status">{refused}</p>
            {isAsked && <Confirm title={title} text={text} yes={say("yes")} answer={answer} />}
        </div>
    );
}

// ---- a session

// (Answers under a dozen are nobody's to count: the server has the last word.)
function whySessionStays(live: Live, { id, state, joined = 0 }: Session): string | undefined {
    if (state === "live") return say("session_live");
    if (joined > 0) return say("session_joined");
    const isOpen = live.all("round").some(({ session, state: at }) => session === id && (at === "open" || at === "closing"));
    return isOpen ? say("session_open") : undefined;
}

async function takeSessionAway(live: Live, session: Session): Promise<RefusedCommand | undefined> {
    const { id, seq: base, title, starts = 0, tables = [], minutes = 0, place, link, under_fifteen = false } = session;
    const whole = { title, starts, tables, minutes, under_fifteen, ...(place ? { place } : {}), ...(link ? { link } : {}) };
    const { result, refused } = await put(live, "session.put", { id, base, ...whole, removed: true });
    if (refused) return refused;
    const seq = seqOf(result);
    rememberAt(live, seq, {
        done: say("session_gone", { title }),
        takeBack: () => actBack(live, "session.put", { id, base: seq, ...whole }),
        holds: () => live.session.store.shared("session", id) === undefined,
    });
    return undefined;
}

export function TakeSessionAway({ live, session }: { live: Live; session: Session }) {
    const take = async () => {
        const refused = await takeSessionAway(live, session);
        if (refused) return sayReason(refused.reason);
        goInstead({ screen: "process", process: live.process!.id, tab: "sessions" });
        return undefined;
    };
    return (
        <TakeAway
            live={live}
            label={say("session")}
            why={whySessionStays(live, session)}
            title={say("session_title", { title: session.title })}
            text={say("session_text")}
            take={take}
        />
    );
}

// ---- a process

export function TakeProcessAway({ live }: { live: Live }) {
    const { id, profile, rehearsal } = live.process!;
    const take = async () => {
        try {
            await askHouse("process.remove", { process: id });
        } catch (error) {
            return sayReason(reasonOf(error));
        }
        void refreshHouse();
        announce(say("process_gone", { title: profile.title }));
        goInstead({ screen: "house" });
        return undefined;
    };
    if (rehearsal) return null;
    return (
        <TakeAway
            live={live}
            label={say("process")}
            why={live.all("participant").length > 0 ? say("process_joined") : undefined}
            title={say("process_title", { title: profile.title })}
            text={say("process_text")}
            take={take}
        />
    );
}
