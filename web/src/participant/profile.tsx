// Who I am: one calm form, in which every field may be left.
import { signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { Named } from "../generated/types";
import { inOrder, type Session } from "../shared/meeting";
import { askedOf, chooseable, meantOf, myselfOf, saidOf, seated, type Asked, type Myself, type Seat } from "../shared/myself";
import type { Live } from "../shared/view/live";
import { hrefOf } from "./route";
import { say } from "./texts/profile";

type Answers = Pick<Myself, "name" | "role" | "level" | "organisation" | "table" | "seat" | "deputy">;
type FormProps = { live: Live; session: Session; heading: string; send: string; done(): void };

// What has been filled in and not been sent: it is still there after a look at what the research is.
const begun = signal<{ session: string; answers: Partial<Answers> }>({ session: "", answers: {} });

export function Profile({ live, session, done }: { live: Live; session: Session; done(): void }) {
    return <ProfileForm live={live} session={session} heading={say("heading")} send={say("go_on")} done={done} />;
}

export function ProfileForm({ live, session, heading, send, done }: FormProps) {
    const profile = live.profile;
    const me = myselfOf(live.allMine("participant")[0], live.commands);
    const seats = inOrder(live.all("seat"));
    const said = chooseable(me, profile, session, seats);
    const meant = { ...meantOf(me, live.commands), ...(begun.value.session === session.id ? begun.value.answers : {}) };
    const answers = chooseable(meant, profile, session, seats);
    const asked = askedOf(profile, session, live.all("round"), seats);
    const set = (change: Partial<Answers>) => {
        const before = begun.value.session === session.id ? begun.value.answers : {};
        begun.value = { session: session.id, answers: { ...before, ...change } };
    };
    const submit = (event: Event) => {
        event.preventDefault();
        if (isBelow(tick.current)) return goTo(tick.current!);
        sayWhoIAm(live, said, answers);
        begun.value = { session: "", answers: {} };
        done();
    };
    const tick = useRef<HTMLInputElement>(null);
    const field = (key: Asked) => asked.includes(key);
    return (
        <form class="profile" onSubmit={submit}>
            <h1>{heading}</h1>
            <p class="meta">{say("intro")}</p>
            {field("name") && (
                <label>
                    {say("name")}
                    <input autocomplete="name" maxLength={80} value={answers.name} onInput={(event) => set({ name: event.currentTarget.value })} />
                    <small>{say("name_help")}</small>
                </label>
            )}
            {field("seat") && <SeatChoice seats={seats} answers={answers} set={set} />}
            {field("table") && <Choice key_="table" list={session.tables} chosen={answers.table} none="no_table" set={set} />}
            {field("role") && <Choice key_="role" list={profile?.roles} chosen={answers.role} set={set} />}
            {field("level") && <Choice key_="level" list={profile?.levels} chosen={answers.level} set={set} />}
            {field("organisation") && <Choice key_="organisation" list={profile?.organisations} chosen={answers.organisation} set={set} />}
            {field("consent") && <Consent live={live} me={me} tick={tick} />}
            {session.under_fifteen !== true && <StudiesAsk live={live} />}
            <div class="send">
                <button class="primary wide">{send}</button>
            </div>
        </form>
    );
}

// A seat says who sits there: what it says is filled in, and can be changed.
function SeatChoice({ seats, answers, set }: { seats: readonly Seat[]; answers: Answers; set(change: Partial<Answers>): void }) {
    const choose = (id: string) => {
        const seat = seats.find((one) => one.id === id);
        set(seat ? seated(seat) : { seat: "", deputy: false });
    };
    return (
        <div>
            <label>
                {say("seat")}
                <select value={answers.seat} onChange={(event) => choose(event.currentTarget.value)}>
                    <option value="">{say("no_seat")}</option>
                    {seats.map(({ id, title }) => (
                        <option key={id} value={id}>
                            {title}
                        </option>
                    ))}
                </select>
            </label>
            {answers.seat && (
                <label class="tick">
                    <input type="checkbox" checked={answers.deputy} onChange={(event) => set({ deputy: event.currentTarget.checked })} />
                    <span>{say("deputy")}</span>
                </label>
            )}
        </div>
    );
}

type Key = "role" | "level" | "organisation" | "table";
type ChoiceProps = { key_: Key; list: readonly Named[] | undefined; chosen: string; none?: "none" | "no_table"; set(change: Partial<Answers>): void };

function Choice({ key_: key, list = [], chosen, none = "none", set }: ChoiceProps) {
    return (
        <label>
            {say(key)}
            <select value={chosen} onChange={(event) => set({ [key]: event.currentTarget.value })}>
                <option value="">{say(none)}</option>
                {list.map(({ id, name }) => (
                    <option key={id} value={id}>
                        {name}
                    </option>
                ))}
            </select>
        </label>
    );
}

// The one answer that holds at once: it is the same on the page that tells what the research is.
function Consent({ live, me, tick }: { live: Live; me: Myself; tick: RefObject<HTMLInputElement> }) {
    const answer = (consent: boolean) => void live.session.outbox.put("participant.consent", { rev: me.nextRev, consent });
    return (
        <div class="consent">
            <label class="tick">
                <input
                    ref={tick} type="checkbox" checked={me.consent} aria-describedby="consent-help"
                    onChange={(event) => answer(event.currentTarget.checked)}
                />
                <span>{say("consent")}</span>
            </label>
            <p id="consent-help" class="meta">
                {say("consent_help")} <a href={hrefOf("research")}>{say("consent_more")}</a>
            </p>
        </div>
    );
}

// Each is read and answered on a page of its own, in peace.
function StudiesAsk({ live }: { live: Live }) {
    const n = live.all("study").filter(({ closed, removed }) => !closed && !removed).length;
    if (n === 0) return null;
    return (
        <p class="meta">
            {say("studies", { n })} <a href={hrefOf("research")}>{say("studies_more")}</a>
        </p>
    );
}

// A keyboard sends the form from any of its fields. What was never seen is no answer: it comes into view first.
function isBelow(field: HTMLElement | null): boolean {
    return field !== null && field.getBoundingClientRect().bottom > (visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight);
}

function goTo(field: HTMLElement): void {
    field.closest(".consent")?.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
}

// Only what is new is said.
function sayWhoIAm(live: Live, before: Myself, answers: Answers): void {
    if (JSON.stringify(saidOf(answers)) === JSON.stringify(saidOf(before))) return;
    live.session.outbox.put("participant.put", { ...saidOf(answers), rev: before.nextRev });
}
