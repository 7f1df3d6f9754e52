// The big screen over the whole window, with keys and a small control that goes when nobody needs it.
import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import type { GroupRef } from "../generated/types";
import { isLanguage, type LanguageTag } from "../shared/texts";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { stayAwake } from "./awake";
import { Controls } from "./controls";
import { listenToKeys, turnFull, type Doing } from "./keys";
import { Pager } from "./pager";
import { Stage } from "./stage";
import { say } from "./texts/page";
import { turnTheme } from "./theme";
import "./page.css";

const RESTS = 3_000; // without a move of the mouse: then neither it nor the control is shown

export function DisplayPage({ live, session, group }: { live: Live; session: string | undefined; group: GroupRef | undefined }) {
    const pager = useMemo(() => new Pager(false), []);
    const turnLanguage = useLanguageOf(live);
    const doing: Doing = {
        turn: (by) => pager.turn(by),
        pause: () => void (pager.paused.value = !pager.paused.value),
        full: turnFull,
        theme: turnTheme,
        language: turnLanguage,
    };
    const hasKeys = useSignal(true);
    useEffect(() => (hasKeys.value ? listenToKeys(doing) : undefined), [hasKeys.value, turnLanguage]);
    useEffect(stayAwake, []);
    const isResting = useRest();
    return (
        <main class={isResting ? "display resting" : "display"}>
            {session === undefined ? <p class="display-waits">{say("connecting")}</p> : <Stage live={live} session={session} pager={pager} group={group} />}
            <Controls pager={pager} doing={doing} hasKeys={hasKeys} />
        </main>
    );
}

const CHOSEN = "samskap display language";

// The process's language, until somebody at this screen chooses the other: what was chosen on another page of the same
// machine is not the room's.
function useLanguageOf(live: Live): () => void {
    const chosen = useSignal<LanguageTag | undefined>(chosenHere());
    const tag = useComputed(() => chosen.value ?? live.profile?.language ?? "sv");
    useLayoutEffect(() => void (language.value = tag.value), [tag.value]);
    return useMemo(() => () => {
        chosen.value = tag.peek() === "sv" ? "en" : "sv";
        try {
            sessionStorage.setItem(CHOSEN, chosen.value);
        } catch {
            // (then until the page is loaded again)
        }
    }, []);
}

function chosenHere(): LanguageTag | undefined {
    try {
        const tag = sessionStorage.getItem(CHOSEN);
        return isLanguage(tag) ? tag : undefined;
    } catch {
        return undefined;
    }
}

function useRest(): boolean {
    const isResting = useSignal(true);
    useEffect(() => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const wake = () => {
            isResting.value = false;
            clearTimeout(timer);
            timer = setTimeout(() => (isResting.value = true), RESTS);
        };
        const moves = ["pointermove", "pointerdown", "focusin"] as const;
        moves.forEach((move) => addEventListener(move, wake));
        return () => {
            clearTimeout(timer);
            moves.forEach((move) => removeEventListener(move, wake));
        };
    }, []);
    return isResting.value;
}
