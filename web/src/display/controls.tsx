// The small control of the display: what the keys do, for the mouse, for fingers and for who uses no such keys.
import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { say as sayShared } from "../shared/view/texts/shared";
import { language } from "../shared/view/language";
import type { Doing } from "./keys";
import type { Pager } from "./pager";
import { say } from "./texts/page";
import { theme } from "./theme";

export function Controls({ pager, doing, hasKeys }: { pager: Pager; doing: Doing; hasKeys: Signal<boolean> }) {
    const isFull = useFull();
    const hasPages = pager.pages.value > 1;
    return (
        <nav class="controls" aria-label={say("controls")}>
            {hasPages && (
                <>
                    <button type="button" onClick={() => doing.turn(-1)} aria-label={say("previous")}>
                        <span aria-hidden="true">‹</span>
                    </button>
                    <button type="button" onClick={doing.pause} >
                        {pager.paused.value ? say("resume") : say("pause")}
                    </button>
                    <button type="button" onClick={() => doing.turn(1)} aria-label={say("next")}>
                        <span aria-hidden="true">›</span>
                    </button>
                </>
            )}
            <button type="button" onClick={doing.full}>
                {isFull ? say("not_full") : say("full")}
            </button>
            <button type="button" onClick={doing.theme}>
                {theme.value === "light" ? say("dark") : say("light")}
            </button>
            <button type="button" lang={language.value === "sv" ? "en" : "sv"} onClick={doing.language}>
                {sayShared("language_other")}
            </button>
            <label class="keys" title={say("keys_lead")}>
                <input type="checkbox" checked={hasKeys.value} onChange={(event) => (hasKeys.value = event.currentTarget.checked)} />
                {say("keys")}
            </label>
        </nav>
    );
}

function useFull(): boolean {
    const isFull = useSignal(document.fullscreenElement !== null);
    useEffect(() => {
        const look = () => (isFull.value = document.fullscreenElement !== null);
        document.addEventListener("fullscreenchange", look);
        return () => document.removeEventListener("fullscreenchange", look);
    }, []);
    return isFull.value;
}
