// Which page of what does not go on one is shown. It turns by itself, slower where there is much to read; a person may
// stop it, and go back and forth. A small picture of the big screen elsewhere stands still on the first: which page the
// room sees is the display's own affair, and a picture that turned by itself would show another one.
import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { say } from "./texts/stage";

export class Pager {
    readonly page = signal(0);
    readonly pages = signal(1);
    readonly paused = signal(false);

    constructor(readonly isPicture: boolean) {}

    turn(by: number): void {
        const { page, pages } = this;
        page.value = (Math.min(page.value, pages.value - 1) + by + pages.value) % pages.value;
    }
}

// The page to show of those that stay so many seconds each. `subject`: where it is another one, it begins anew.
export function usePage(pager: Pager, subject: string, seconds: readonly number[]): number {
    const count = Math.max(1, seconds.length);
    useLayoutEffect(() => {
        pager.page.value = 0;
        pager.paused.value = false;
        return () => void (pager.pages.value = 1);
    }, [pager, subject]);
    useLayoutEffect(() => void (pager.pages.value = count), [pager, subject, count]);

    const page = Math.min(pager.page.value, count - 1);
    const stays = count > 1 && !pager.isPicture && !pager.paused.value ? (seconds[page] ?? 0) : 0;
    useEffect(() => {
        if (stays === 0) return;
        const timer = setTimeout(() => pager.turn(1), stays * 1_000);
        return () => clearTimeout(timer);
    }, [pager, subject, page, stays]);
    return page;
}

// "sida 2 av 6", and on a picture of it "6 sidor"; nothing where there is one.
export function pageFact(pager: Pager, page: number, pages: number): string | undefined {
    if (pages < 2) return undefined;
    return pager.isPicture ? say("pages", { n: pages }) : say("page_of", { page: page + 1, pages });
}
