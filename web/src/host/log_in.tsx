// Logging in, accepting a one-time link (whose secret stands in the fragment, which no server ever sees), and coming back.
import { useState } from "preact/hooks";
import { sayReason } from "../shared/view/texts/reasons";
import { Dialog } from "../shared/view/dialog";
import { LanguageSwitch } from "../shared/view/parts";
import { Field } from "./field";
import { account, houseLive } from "./house";
import { say as sayRemote } from "./remote/texts/code";
import { resume } from "./room";
import { place } from "./route";
import { say } from "./texts/enter";
import { useTitle } from "./title";

type Entry = { name: string; password: string; token?: string } | { secret: string };

// Undefined: let in. Rejects where the server does not answer.
export async function knock(entry: Entry): Promise<string | undefined> {
    const response = await fetch("token" in entry ? "/invite" : "/login", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(entry),
    });
    if (response.ok) return undefined;
    const { reason = String(response.status) } = (await response.json().catch(() => ({}))) as { reason?: string };
    return reason;
}

function refusal(reason: string, invited: boolean): string {
    if (reason === "denied") return say(invited ? "wrong_invite" : "wrong_password");
    if (reason === "id_taken") return say("name_taken");
    return sayReason(reason);
}

type FormProps = { secret?: string | undefined; name?: string | undefined; entered(): void };

function EntryForm({ secret, name: known, entered }: FormProps) {
    const [name, setName] = useState(known ?? "");
    const [password, setPassword] = useState("");
    const [isPlain, setPlain] = useState(false);
    const [said, setSaid] = useState<{ text: string; wrong: boolean }>();
    const invited = secret !== undefined;
    const send = async (event: Event) => {
        event.preventDefault();
        if (invited && [...password].length < 8) return setSaid({ text: say("too_short"), wrong: true });
        setSaid({ text: say("sending"), wrong: false });
        try {
            const reason = await knock({ name, password, ...(invited ? { token: secret } : {}) });
            if (reason === undefined) return entered();
            setSaid({ text: refusal(reason, invited), wrong: true });
        } catch {
            setSaid({ text: say("no_server"), wrong: true });
        }
    };
    return (
        <form class="stack" onSubmit={send}>
            <Field label={say("name")}>
                {(attributes) => (
                    <input
                        {...attributes}
                        name="name"
                        autocomplete="username"
                        maxLength={80}
                        required
                        readOnly={known !== undefined}
                        value={name}
                        onInput={(event) => setName(event.currentTarget.value)}
                    />
                )}
            </Field>
            <Field label={say("password")} hint={invited ? say("rule") : undefined}>
                {(attributes) => (
                    <input
                        {...attributes}
                        name="password"
                        type={isPlain ? "text" : "password"}
                        maxLength={200}
                        required
                        value={password}
                        autocomplete={invited ? "new-password" : "current-password"}
                        autofocus={known !== undefined}
                        onInput={(event) => setPassword(event.currentTarget.value)}
                    />
                )}
            </Field>
            <label class="tick">
                <input type="checkbox" checked={isPlain} onChange={(event) => setPlain(event.currentTarget.checked)} />
                {say("show")}
            </label>
            <button class="primary">{say(invited ? "invited_send" : "send")}</button>
            <p class={said?.wrong ? "said wrong" : "said"} role="status">
                {said?.text}
            </p>
        </form>
    );
}

function begin(): void {
    houseLive.value?.session.start();
}

type PageProps = { title: string; lead?: string; children: preact.ComponentChildren };

export function EntryPage({ title, lead, children }: PageProps) {
    useTitle(title);
    return (
        <div class="entry">
            <header class="entry-head">
                <span class="brand">Samskap</span>
                <LanguageSwitch />
            </header>
            <main class="entry-main stack">
                <h1>{title}</h1>
                {lead && <p class="meta">{lead}</p>}
                {children}
            </main>
        </div>
    );
}

export function LogIn() {
    return (
        <EntryPage title={say("title")} lead={say("lead")}>
            <EntryForm entered={begin} />
            {place.value.screen === "remote" && <p class="meta">{sayRemote("or_code")}</p>}
            <p class="meta">
                <a href="/">{say("participant")}</a>
            </p>
        </EntryPage>
    );
}

export function AcceptInvite({ secret, name, done }: { secret: string; name: string | undefined; done(): void }) {
    const entered = () => {
        done();
        begin();
    };
    return (
        <EntryPage title={say("invited_title")} lead={say(name === undefined ? "invited_lead" : "invited_lead_named")}>
            <EntryForm key={secret} secret={secret} name={name} entered={entered} />
        </EntryPage>
    );
}

// Above the page as it was, so that nothing that was being written is lost.
export function LogInAgain() {
    const entered = () => {
        begin();
        resume();
    };
    return (
        <Dialog title={say("again_title")}>
            <p>{say("again_lead")}</p>
            <EntryForm name={account.value?.name} entered={entered} />
            {place.value.screen === "remote" && <p class="meta">{sayRemote("or_code")}</p>}
        </Dialog>
    );
}
