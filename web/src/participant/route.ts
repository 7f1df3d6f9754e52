// Where on the page somebody is, by the address's fragment, so that the browser's back goes back: #/svar, #/fraga/ID …
import { signal } from "@preact/signals";

export type Page = "now" | "question" | "mine" | "screen" | "themes" | "picture" | "me" | "research" | "information" | "between" | "phone" | "meetings";

const pages: Readonly<Record<string, Page>> = {
    fraga: "question",
    svar: "mine",
    storbild: "screen",
    teman: "themes",
    bild: "picture",
    jag: "me",
    forskning: "research",
    uppgifter: "information",
    mellan: "between",
    telefonen: "phone",
    moten: "meetings",
};

export interface Route {
    page: Page;
    id: string | undefined;
}

export function routeOf(hash: string): Route {
    const [name = "", id] = hash.replace(/^#\/?/, "").split("/");
    return { page: pages[name] ?? "now", id: id || undefined };
}

export function hrefOf(page: Page, id?: string): string {
    const name = Object.keys(pages).find((key) => pages[key] === page) ?? "";
    return `#/${[name, id].filter((part) => part !== undefined && part !== "").join("/")}`;
}

export const route = signal<Route>(routeOf(location.hash));

export function goTo(page: Page, id?: string): void {
    location.hash = hrefOf(page, id);
}

// Whoever went somewhere hears and reads what is there: the reading goes on at its beginning.
export function followRoute(): void {
    addEventListener("hashchange", () => {
        route.value = routeOf(location.hash);
        requestAnimationFrame(() => {
            scrollTo(0, 0);
            document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
        });
    });
}
