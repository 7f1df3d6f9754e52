// Moments that are marked while the meeting goes on: that sound is being recorded, a pause. By the server's clock, at once.
import { useRef, useState } from "preact/hooks";
import type { EntityMark } from "../../generated/types";
import type { Session } from "../../shared/meeting";
import { clockTime } from "../../shared/moments";
import { announce } from "../../shared/view/announcer";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { addMark, removeThing } from "../carry/things";
import { useInSight } from "../in_sight";
import { orSay } from "../refusals";
import { ActButton } from "./act_button";
import { Part } from "./room_part";
import { say } from "./texts/marks";

type Mark = EntityMark & { id: string; seq: number };
type MarksProps = { live: Live; session: Session };

const AT_HAND = ["sound_on", "sound_off", "pause", "special"] as const;
const LATEST = 5; // so many stand there unasked

function marksOf(live: Live, session: string): Mark[] {
    return live
        .all("mark")
        .filter((mark) => mark.session === session)
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

// Nothing where a meeting is over and nothing was marked in it.
export function Marks({ live, session }: MarksProps) {
    const marks = marksOf(live, session.id);
    const [asks, ask] = useState(false);
    const toggle = useRef<HTMLButtonElement>(null);
    const leave = () => {
        ask(false);
        toggle.current?.focus();
    };
    const isOver = session.state === "ended";
    if (isOver && marks.length === 0) return null;
    return (
        <Part title={say("title")}>
            {!isOver && (
                <button type="button" class="mark-ask" ref={toggle} aria-expanded={asks} onClick={() => ask(!asks)}>
                    {say("mark")}
                </button>
            )}
            {asks && !isOver && <MarkForm live={live} session={session} leave={leave} />}
            {marks.length > 0 ? <MarkList live={live} marks={marks} /> : <p class="meta">{say("none")}</p>}
        </Part>
    );
}

function MarkForm({ live, session, leave }: MarksProps & { leave(): void }) {
    const [own, setOwn] = useState("");
    const form = useInSight<HTMLFormElement>();
    const title = own.trim();
    const mark = async (title: string) => {
        const done = say("marked", { title });
        const { refused } = await addMark(live, { session: session.id, title }, done);
        if (!(await orSay(Promise.resolve(refused)))) return;
        announce(done);
        leave();
    };
    const key = (event: KeyboardEvent) => {
        event.stopPropagation();
        if (event.key === "Escape") leave();
    };
    const send = (event: Event) => {
        event.preventDefault();
        if (title !== "") void mark(title);
    };
    return (
        <form class="mark-form" ref={form} onKeyDown={key} onSubmit={send} aria-label={say("mark_now")}>
            <div class="mark-at-hand">
                {AT_HAND.map((key) => (
                    <ActButton key={key} live={live} onAct={() => mark(say(key))}>
                        {say(key)}
                    </ActButton>
                ))}
            </div>
            <label>
                {say("own")}
                <input maxLength={200} value={own} onInput={(event) => setOwn(event.currentTarget.value)} />
            </label>
            <ActButton live={live} disabled={title === ""} onAct={() => mark(title)}>
                {say("put")}
            </ActButton>
            <p class="meta">{say("help")}</p>
        </form>
    );
}

// The latest, which are those that may have to be mended; the earlier ones when they are asked for.
function MarkList({ live, marks }: { live: Live; marks: readonly Mark[] }) {
    const [showsAll, showAll] = useState(false);
    const earlier = marks.length - LATEST;
    const shown = showsAll ? marks : marks.slice(-LATEST);
    return (
        <>
            {earlier > 0 && !showsAll && (
                <button type="button" class="quiet" onClick={() => showAll(true)}>
                    {say("older", { n: earlier })}
                </button>
            )}
            <ol class="mark-list" aria-label={say("all")}>
                {shown.map((mark) => (
                    <MarkRow key={mark.id} live={live} mark={mark} />
                ))}
            </ol>
        </>
    );
}

function MarkRow({ live, mark }: { live: Live; mark: Mark }) {
    const { at, title = "" } = mark;
    const remove = () => orSay(removeThing(live, "mark", mark, say("removed", { title })));
    return (
        <li>
            <time>{clockTime(at, live.zone, language.value)}</time>
            <span class="mark-title" lang={live.tongue}>
                {title}
            </span>
            <ActButton live={live} class="quiet" label={say("remove", { title })} onAct={remove}>
                ×
            </ActButton>
        </li>
    );
}
