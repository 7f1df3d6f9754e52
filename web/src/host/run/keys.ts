// The single keys of the run view. They can be switched off, for who dictates or whose hand trembles.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Live } from "../../shared/view/live";
import { isField, useUndoKey } from "../undo_button";

const NAME = "samskap keys";

function kept(): boolean {
    try {
        return localStorage.getItem(NAME) !== "off";
    } catch {
        return true;
    }
}

export const shortcutsOn = signal(kept());
export const showsKeys = signal(false);
// How often somebody has asked how the time stands.
export const timeAsked = signal(0);

export function switchShortcuts(on: boolean): void {
    shortcutsOn.value = on;
    try {
        localStorage.setItem(NAME, on ? "on" : "off");
    } catch {
        // (then for this page only)
    }
}

// What the keys do, but for those of a list, which work in it.
export function useKeys(live: Live): void {
    useUndoKey(live);
    useEffect(() => {
        const press = (event: KeyboardEvent) => {
            if (event.defaultPrevented || isField(event.target) || event.altKey) return;
            if (event.ctrlKey || event.metaKey || !shortcutsOn.value) return;
            if (event.key === "?") showsKeys.value = !showsKeys.value;
            else if (event.key === "t") timeAsked.value++;
            else if (event.key === "Escape" && showsKeys.value) showsKeys.value = false;
            else if (event.key !== "/" || !focusSearch()) return;
            event.preventDefault();
        };
        document.addEventListener("keydown", press);
        return () => document.removeEventListener("keydown", press);
    }, [live]);
}

// (Whichever tab has a search has it marked so.)
function focusSearch(): boolean {
    const search = document.querySelector<HTMLInputElement>("input[type=search]");
    search?.focus();
    search?.select();
    return search !== null;
}
