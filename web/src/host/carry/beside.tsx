// Beside what is led: the room, or the lists, so that what is said is written while it is said.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { EntryForm } from "../../generated/types";
import type { Live } from "../../shared/view/live";
import { Lists } from "./lists";
import { say } from "./texts/entries";

// `stageList`: what puts a list on the big screen.
type BesideProps = { live: Live; session: string; stageList(form: EntryForm): ComponentChildren; children: ComponentChildren };

export function Beside({ live, session, stageList, children }: BesideProps) {
    const [shows, show] = useState<"panel_room" | "panel">("panel_room");
    const [form, choose] = useState<EntryForm>("question");
    return (
        <>
            <div class="carry-beside" role="group" aria-label={say("panel_choose")}>
                {(["panel_room", "panel"] as const).map((what) => (
                    <button key={what} type="button" aria-pressed={shows === what} onClick={() => show(what)}>
                        {say(what)}
                    </button>
                ))}
            </div>
            {shows === "panel" && stageList(form)}
            {shows === "panel_room" ? children : <Lists live={live} form={form} choose={choose} session={session} />}
        </>
    );
}
