// The way in: the code, and the meetings that this device has joined before.
import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { codeDigits, isWholeCode, pastedWay, spacedDigits } from "../shared/invitation";
import { dayOf } from "../shared/moments";
import { language } from "../shared/view/language";
import { join, keeps, meetings, openMeeting } from "./device";
import { Door } from "./door";
import { people } from "./person";
import { goTo, hrefOf } from "./route";
import { say } from "./texts/join";

// The code that a link brought along: it is filled in, and whoever came by it presses the button.
export const invitedCode = signal<string | undefined>(undefined);

const isLinkBroken = signal(false);

export function sayThatLinkIsBroken(): void {
    isLinkBroken.value = true;
    invitedCode.value = "";
}

const isCodeWrong = signal(false);

// A slip of the finger is mended where it was made: the code stays, with what is wrong under it.
export function sayThatCodeIsWrong(code: string): void {
    isCodeWrong.value = true;
    invitedCode.value = code;
}

export function Enter() {
    return (
        <Door foot={<About />}>
            <h1>{say("heading")}</h1>
            {isLinkBroken.value && (
                <p class="said wrong" role="alert">
                    {say("broken_link")}
                </p>
            )}
            <CodeForm />
            {!keeps.value && <p class="said wrong">{say("unkept")}</p>}
            <MyMeetings />
            {people.all.length > 1 && (
                <p>
                    <a href={hrefOf("phone")}>{say("others_here")}</a>
                </p>
            )}
        </Door>
    );
}

function About() {
    return (
        <footer class="foot about">
            <h2>{say("about")}</h2>
            <p>{say("about_text")}</p>
            <p>
                {say("lead")} <a href="/host">{say("log_in")}</a>
            </p>
        </footer>
    );
}

function CodeForm() {
    const [digits, setDigits] = useState(invitedCode.value ?? "");
    const [wrong, setWrong] = useState(isCodeWrong.value ? say("wrong_code") : undefined);
    const field = useRef<HTMLInputElement>(null);
    useEffect(() => {
        if (isCodeWrong.value) field.current?.focus();
    }, []);
    const enter = (event: Event) => {
        event.preventDefault();
        if (!isWholeCode(digits)) return setWrong(say("incomplete", { n: digits.length }));
        goIn({ code: digits });
    };
    const read = (event: InputEvent & { currentTarget: HTMLInputElement }) => {
        const input = event.currentTarget;
        const isAtEnd = input.selectionStart === input.value.length;
        const next = codeDigits(input.value);
        setWrong(undefined);
        setDigits(next);
        // (spaces are put in only where they do not move what somebody is correcting)
        if (isAtEnd) input.value = spacedDigits(next);
    };
    const paste = (event: ClipboardEvent) => {
        const way = pastedWay(event.clipboardData?.getData("text") ?? "");
        if (!way) return;
        event.preventDefault();
        if ("code" in way) setDigits(way.code);
        else goIn(way);
    };
    return (
        <form class="code-form" onSubmit={enter} noValidate>
            <label for="code">{say("code")}</label>
            <input
                id="code" ref={field} class="code" inputMode="numeric" autocomplete="off" enterKeyHint="go" placeholder="123 456 7890"
                value={spacedDigits(digits)} onInput={read} onPaste={paste} aria-describedby="code-help" aria-invalid={!!wrong}
            />
            <p id="code-help" class={wrong ? "said wrong" : "meta"} role={wrong ? "alert" : undefined}>
                {wrong ?? say("code_help")}
            </p>
            <button class="primary">{say("join")}</button>
        </form>
    );
}

function leaveInvitation(): void {
    isLinkBroken.value = isCodeWrong.value = false;
    invitedCode.value = undefined;
}

function goIn(way: Parameters<typeof join>[0]): void {
    leaveInvitation();
    goTo("now");
    join(way);
}

function MyMeetings() {
    const day = (at: number) => dayOf(at, Intl.DateTimeFormat().resolvedOptions().timeZone, language.value);
    if (meetings.value.length === 0) return null;
    return (
        <section>
            <h2>{say("my_meetings")}</h2>
            <ul class="meetings">
                {meetings.value.map((meeting) => (
                    <li key={meeting.session}>
                        <button
                            type="button"
                            onClick={() => {
                                leaveInvitation();
                                goTo("now");
                                void openMeeting(meeting);
                            }}
                        >
                            <span>{meeting.title}</span>
                            <small class="meta">{say("last_in", { day: day(meeting.at) })}</small>
                        </button>
                    </li>
                ))}
            </ul>
        </section>
    );
}
