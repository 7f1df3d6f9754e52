// Where on the host's page somebody is: what stands behind the # of its address, and back. Pure.
export type PlanTab = "programme" | "details" | "invitation" | "cards" | "slips" | "pictures" | "downloads";
export type ProcessTab = "sessions" | "challenge" | "carry" | "themes" | "compare" | "materials" | "diary" | "seats" | "studies" | "settings" | "reuse" | "downloads";
// (`list`: which list of what is carried on, or which diary.)
export type Place =
    | { screen: "house" | "new" | "accounts" }
    | { screen: "invite"; secret: string; name: string | undefined }
    | { screen: "process"; process: string; tab: ProcessTab; list?: string }
    | { screen: "plan"; process: string; session: string; tab: PlanTab }
    // (`round`: which question's notes on paper are entered.)
    | { screen: "paper"; process: string; session: string; round?: string }
    // Where pictures are taken, one after the other.
    | { screen: "camera"; process: string; session: string }
    | { screen: "run"; process: string; session: string; tab: string }
    | { screen: "remote"; process: string; session: string }
    // A phone that comes by a one-time secret, to be the remote of a session.
    | { screen: "phone"; secret: string; to: { process: string; session: string } };
// Where one is by an address alone: without a secret that is used up.
export type Inside = Exclude<Place, { secret: string }>;

const planTabs: readonly string[] = ["details", "invitation", "cards", "slips", "pictures", "downloads"];
const processTabs: readonly string[] = ["challenge", "carry", "themes", "compare", "materials", "diary", "seats", "studies", "settings", "reuse", "downloads"];

// Anything that is no place is the house: the list of what may be entered.
export function placeOf(hash: string): Place {
    const text = hash.replace(/^#/, "");
    if (!text.startsWith("/")) return invited(text) ?? called(text) ?? { screen: "house" };
    const [first = "", process = "", second = "", session = "", third = "", fourth = ""] = text.slice(1).split("/").map(plain);
    if (first === "new" || first === "accounts") return { screen: first };
    if (first !== "process" || process === "") return { screen: "house" };
    if (second === "session" && session !== "") {
        if (third === "paper") return { screen: "paper", process, session, ...(fourth === "" ? {} : { round: fourth }) };
        if (third === "camera") return { screen: "camera", process, session };
        if (third === "run") return { screen: "run", process, session, tab: fourth };
        if (third === "remote") return { screen: "remote", process, session };
        return { screen: "plan", process, session, tab: (planTabs.includes(third) ? third : "programme") as PlanTab };
    }
    const tab = (processTabs.includes(second) ? second : "sessions") as ProcessTab;
    return (tab === "carry" || tab === "diary") && session !== "" ? { screen: "process", process, tab, list: session } : { screen: "process", process, tab };
}

function plain(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return "";
    }
}

// A one-time link's secret; `name` where the account has one already.
function invited(text: string): Place | undefined {
    const values = new URLSearchParams(text);
    const secret = values.get("invite");
    return secret ? { screen: "invite", secret, name: values.get("name") ?? undefined } : undefined;
}

// What the facilitator's page shows as a QR code.
export function remoteHash(secret: string, { process, session }: { process: string; session: string }): string {
    return `#${new URLSearchParams({ remote: secret, process, session })}`;
}

function called(text: string): Place | undefined {
    const values = new URLSearchParams(text);
    const [secret, process, session] = ["remote", "process", "session"].map((name) => values.get(name));
    return secret && process && session ? { screen: "phone", secret, to: { process, session } } : undefined;
}

export function hashOf(place: Inside): string {
    const parts = (() => {
        switch (place.screen) {
            case "house":
                return [];
            case "new":
            case "accounts":
                return [place.screen];
            case "process":
                return ["process", place.process, place.tab === "sessions" ? "" : place.tab, place.list ?? ""];
            case "plan":
                return ["process", place.process, "session", place.session, place.tab === "programme" ? "" : place.tab];
            case "paper":
                return ["process", place.process, "session", place.session, "paper", place.round ?? ""];
            case "run":
                return ["process", place.process, "session", place.session, "run", place.tab];
            case "camera":
                return ["process", place.process, "session", place.session, "camera"];
            case "remote":
                return ["process", place.process, "session", place.session, "remote"];
        }
    })();
    return (
        "#/" +
        parts
            .filter((part) => part !== "")
            .map(encodeURIComponent)
            .join("/")
    );
}
