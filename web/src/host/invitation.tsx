// How people come in: a text to paste, the code and QR code large, and the door.
import { useRef, useState } from "preact/hooks";
import type { Profile } from "../generated/types";
import { spacedCode, type Session } from "../shared/meeting";
import { clockTime, dayOf } from "../shared/moments";
import type { RefusedCommand } from "../shared/outbox_storage";
import { fill, languages, type LanguageTag } from "../shared/texts";
import { Calendar } from "../shared/view/calendar";
import { Confirm } from "../shared/view/dialog";
import type { Live } from "../shared/view/live";
import { Qr } from "../shared/view/qr";
import { sayReason } from "../shared/view/texts/reasons";
import { Choice } from "./choice";
import { Copied, useCopying } from "./copy";
import { renewCode, turnDoor } from "./door_steps";
import "./invitation.css";
import { invitationTexts, say } from "./texts/invitation";
import { UndoLine } from "./undo_line";
import { linkOf, wayInto, wayTo, type WayIn } from "./way_in";

export function invitationText(language: LanguageTag, session: Session, profile: Profile, way: WayIn): string {
    const { starts } = session;
    const when = starts ? `${dayOf(starts, profile.zone, language)}, ${clockTime(starts, profile.zone, language)}` : "";
    const day = when.charAt(0).toLocaleUpperCase(language) + when.slice(1); // (it begins a line)
    const title = session.title === profile.title ? session.title : `${profile.title}: ${session.title}`;
    const text = fill(
        invitationTexts[language].invite,
        { title, when: day, link: linkOf(way), host: location.host, code: spacedCode(way.code) },
        language,
    );
    return text
        .split("\n")
        .filter((line) => line !== "")
        .join("\n");
}

const isLocal = () => /^(localhost|127\.|\[::1\])/.test(location.host);

function Paste({ session, profile, way }: { session: Session; profile: Profile; way: WayIn }) {
    const [language, setLanguage] = useState<LanguageTag>(profile.language);
    const field = useRef<HTMLTextAreaElement>(null);
    const copying = useCopying(field);
    const text = invitationText(language, session, profile, way);
    return (
        <section class="stack">
            <p>{say("lead")}</p>
            {isLocal() && <p class="said wrong">{say("local", { host: location.host })}</p>}
            <Choice
                legend={say("text_language")}
                value={language}
                change={(value) => setLanguage(value)}
                options={languages.map((value) => ({ value, label: say(`language_${value}`) }))}
            />
            <label>
                {say("text")}
                <textarea ref={field} readOnly rows={6} lang={language} value={text} />
            </label>
            <p class="on-paper" lang={language}>
                {text}
            </p>
            <p class="actions">
                <button type="button" class="primary" onClick={() => copying.copy(text, say("copied"))}>
                    {say("copy")}
                </button>
                <button type="button" onClick={() => copying.copy(linkOf(way), say("copied_link"))}>
                    {say("copy_link")}
                </button>
                <Copied copying={copying} name={say("text")} />
            </p>
        </section>
    );
}

function Door({ live, session, way }: { live: Live; session: Session; way: WayIn | undefined }) {
    const [refused, setRefused] = useState<RefusedCommand>();
    const [isAsking, setAsking] = useState(false);
    const isThere = live.connectionState.value.state === "joined";
    const isOpen = way?.open === true;
    const answer = (said: boolean) => {
        setAsking(false);
        if (said) void renewCode(live, session.id).then(setRefused);
    };
    return (
        <div class="stack door">
            <p role="status">{say(isOpen ? "door_open" : way ? "door_closed" : "unknown")}</p>
            <p class="actions">
                <button
                    type="button"
                    class={isOpen ? "" : "primary"}
                    disabled={!isThere}
                    onClick={() => void turnDoor(live, session.id, !isOpen).then(setRefused)}
                >
                    {say(isOpen ? "close_door" : "open_door")}
                </button>
                {way && (
                    <button type="button" disabled={!isThere} onClick={() => setAsking(true)}>
                        {say("change_code")}
                    </button>
                )}
            </p>
            {refused && (
                <p class="said wrong" role="alert">
                    {sayReason(refused.reason)}
                </p>
            )}
            <UndoLine live={live} />
            {isAsking && (
                <Confirm title={say("change_title")} text={say("change_text")} yes={say("change_yes")} answer={answer} />
            )}
        </div>
    );
}

export function Invitation({ live, session }: { live: Live; session: Session }) {
    const way = wayInto(live, session.id);
    const { profile } = live.process!;
    return (
        <div class="invitation">
            <div class="stack">
                <h2>{say("title")}</h2>
                {way?.open && <Paste key={way.secret} session={session} profile={profile} way={way} />}
                <Door live={live} session={session} way={way} />
                <Calendar live={live} session={session} wayTo={(one) => wayTo(live, one)} />
            </div>
            {way?.open && (
                <div class="way-large">
                    <Qr text={linkOf(way)} label={say("qr", { title: session.title })} />
                    <p class="meta">{say("code")}</p>
                    <p class="code big-code">{spacedCode(way.code)}</p>
                    <p class="way-host">{location.host}</p>
                </div>
            )}
        </div>
    );
}
