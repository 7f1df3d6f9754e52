// The service worker: keeps what the participant's page is made of, so that it is there without a network. It is made into
// /sw.js by the build, which sets VERSION and FILES before it. It never touches what is the meeting's: /ws, records, requests that
// change something; nor the other pages.
declare const VERSION: string;
declare const FILES: readonly string[];

// (What of a service worker's world is used here: the pages' types know only windows.)
interface Waiting extends Event {
    waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
    readonly request: Request;
    respondWith(answer: Promise<Response>): void;
}
interface Worker {
    addEventListener(type: "install" | "activate", call: (event: Waiting) => void): void;
    addEventListener(type: "fetch", call: (event: Fetching) => void): void;
    skipWaiting(): Promise<void>;
    readonly clients: { claim(): Promise<void> };
}
const worker = self as unknown as Worker;

const PREFIX = "samskap page ";
const NAME = PREFIX + VERSION;
const PAGE = "/";
const PATIENCE = 4_000; // a network that answers later than this is none, where the page is there already

worker.addEventListener("install", (event) => {
    const fill = async () => {
        const cache = await caches.open(NAME);
        await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
        await worker.skipWaiting();
    };
    event.waitUntil(fill());
});

worker.addEventListener("activate", (event) => {
    const tidy = async () => {
        const names = await caches.keys();
        await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name)));
        await worker.clients.claim();
    };
    event.waitUntil(tidy());
});

worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== location.origin) return;
    if (request.mode === "navigate") {
        if (pathname === PAGE || pathname.startsWith("/j/")) event.respondWith(newest(request));
    } else if (pathname !== PAGE && FILES.includes(pathname)) event.respondWith(kept(request));
});

// Files that are named by what is in them never change.
async function kept(request: Request): Promise<Response> {
    return (await caches.match(request)) ?? fetch(request);
}

// The page itself comes from the server where there is one.
async function newest(request: Request): Promise<Response> {
    const held = await caches.match(PAGE);
    if (!held) return fetch(request);
    const late = new Promise<Response>((resolve) => setTimeout(() => resolve(held), PATIENCE));
    const answer = fetch(request).then(
        (response) => (response.status >= 500 ? held : response),
        () => held,
    );
    return Promise.race([answer, late]);
}

export {};
