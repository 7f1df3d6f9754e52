// Logging in, or accepting a one-time link whose secret stands in the fragment, which no server ever sees.
import { isText, language, text, type Text } from "./texts";

const form = document.querySelector("form")!;
const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
const said = document.querySelector<HTMLElement>(".said")!;

// Read anew each time: a link that is pasted over this page changes nothing but the fragment.
const invite = () => new URLSearchParams(location.hash.slice(1)).get("invite");

function show(): void {
    const invited = invite() !== null;
    document.documentElement.lang = language;
    document.title = text("document");
    for (const place of document.querySelectorAll<HTMLElement>("[data-text]")) {
        const key = place.dataset.text!;
        const special = `invited_${key}`;
        place.textContent = text((invited && isText(special) ? special : key) as Text);
    }
    field("password").autocomplete = invited ? "new-password" : "current-password";
}

function say(words: string, wrong: boolean): void {
    said.textContent = words;
    said.classList.toggle("wrong", wrong);
}

function refusal(reason: string, invited: boolean): string {
    if (reason === "denied") return text(invited ? "wrong_invite" : "wrong_password");
    return isText(reason) ? text(reason) : text("refused", { reason });
}

async function send(): Promise<void> {
    const token = invite();
    const name = field("name").value;
    const body = { ...(token === null ? {} : { token }), name, password: field("password").value };
    say(text("sending"), false);
    const response = await fetch(token === null ? "/login" : "/invite", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
    });
    if (!response.ok) {
        const { reason = String(response.status) } = (await response.json().catch(() => ({}))) as { reason?: string };
        return say(refusal(reason, token !== null), true);
    }
    history.replaceState(null, "", location.pathname);
    form.hidden = true;
    say(text("done", { name }), false);
}

form.addEventListener("submit", (event) => {
    event.preventDefault();
    send().catch(() => say(text("offline"), true));
});
addEventListener("hashchange", show);
show();
