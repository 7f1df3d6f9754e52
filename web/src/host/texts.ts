// Every text that the log-in page shows, in both languages.
const sv = {
    document: "Logga in – Samskap",
    title: "Logga in",
    lead: "För processledare, administratörer och forskare.",
    invited_title: "Välj ditt lösenord",
    invited_lead: "Länken gäller en gång. Välj det namn och lösenord som du sedan loggar in med.",
    name: "Namn",
    password: "Lösenord",
    rule: "Minst åtta tecken.",
    send: "Logga in",
    invited_send: "Spara och logga in",
    sending: "Skickas …",
    done: "Du är inloggad som {name}.",
    wrong_password: "Namnet eller lösenordet stämmer inte.",
    wrong_invite: "Länken gäller inte längre. Be om en ny.",
    too_often: "För många försök. Vänta en minut och försök igen.",
    not_stored: "Servern kan inte spara just nu. Försök igen om en stund.",
    offline: "Servern svarar inte. Kontrollera ditt nät och försök igen.",
    refused: "Det gick inte: {reason}.",
};
const en: Record<keyof typeof sv, string> = {
    document: "Log in – Samskap",
    title: "Log in",
    lead: "For facilitators, administrators and researchers.",
    invited_title: "Choose your password",
    invited_lead: "The link works once. Choose the name and password that you will log in with.",
    name: "Name",
    password: "Password",
    rule: "At least eight characters.",
    send: "Log in",
    invited_send: "Save and log in",
    sending: "Sending …",
    done: "You are logged in as {name}.",
    wrong_password: "The name or the password is not right.",
    wrong_invite: "The link no longer works. Ask for a new one.",
    too_often: "Too many tries. Wait a minute and try again.",
    not_stored: "The server cannot store anything right now. Try again in a while.",
    offline: "The server does not answer. Check your network and try again.",
    refused: "That did not work: {reason}.",
};

export type Text = keyof typeof sv;
export const language = navigator.language.toLowerCase().startsWith("en") ? "en" : "sv";
const texts: Record<Text, string> = language === "en" ? en : sv;

export function text(key: Text, values: Record<string, string> = {}): string {
    return texts[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

export function isText(key: string): key is Text {
    return key in sv;
}
