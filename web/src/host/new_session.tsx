// A new session of a process: empty, or after one that was.
import { useState } from "preact/hooks";
import { copyOfSession, stepsOfCopy } from "../shared/copy_session";
import { newId } from "../shared/ids";
import type { Session } from "../shared/meeting";
import type { RefusedCommand } from "../shared/outbox_storage";
import { Dialog } from "../shared/view/dialog";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { sayReason } from "../shared/view/texts/reasons";
import { momentOf } from "../shared/zone_time";
import { SelectField, TextField, goToWrong } from "./field";
import { meetingOf } from "./reuse";
import { go } from "./route";
import { useSaving } from "./save_bar";
import { put } from "./saving";
import { say } from "./texts/plan";
import { openDoor } from "./way_in";

interface Wanted {
    title: string;
    date: string;
    time: string;
    from: string;
}

async function makeSession(live: Live, id: string, { title, from, ...when }: Wanted): Promise<RefusedCommand | undefined> {
    const starts = momentOf(when, live.profile!.zone);
    const old = live.find("session", from);
    const plain = { id, base: 0, title: title.trim(), starts };
    const made = await put(live, "session.put", old ? copyOfSession(old, plain, newId) : plain);
    if (made.refused) return made.refused;
    const meeting = meetingOf(live, live.all("session"));
    const steps = old ? stepsOfCopy(old, id, meeting, newId) : [];
    const outcomes = await Promise.all(steps.map(({ method, params }) => put(live, method, params as never)));
    const door = await openDoor(live, id);
    return outcomes.find(({ refused }) => refused)?.refused ?? door.refused;
}

// By the word that the process has for its meetings.
function usualTitle({ profile }: Live, n: number): string {
    const word = profile?.session_word;
    return word ? `${word.charAt(0).toLocaleUpperCase(language.value)}${word.slice(1)} ${n}` : say("session_name", { n });
}

type NewProps = { live: Live; sessions: readonly Session[]; from: string; close(): void };

export function NewSession({ live, sessions, from, close }: NewProps) {
    const [wanted, setWanted] = useState<Wanted>({
        title: usualTitle(live, sessions.length + 1),
        date: "",
        time: "09:00",
        from: from || (sessions.at(-1)?.id ?? ""),
    });
    const [isChecked, setChecked] = useState(false);
    const saving = useSaving();
    const change = (some: Partial<Wanted>) => setWanted((before) => ({ ...before, ...some }));
    const copies = sessions.map(({ id, title }) => ({ value: id, label: say("copy_from", { title }) }));
    const origins = [{ value: "", label: say("copy_none") }, ...copies];
    const isEmpty = wanted.title.trim() === "";
    const submit = async (event: Event) => {
        event.preventDefault();
        setChecked(true);
        if (isEmpty) return goToWrong(event.currentTarget);
        const session = newId();
        if (!(await saving.run(() => makeSession(live, session, wanted)))) return;
        close();
        go({ screen: "plan", process: live.process!.id, session, tab: "programme" });
    };
    return (
        <Dialog title={say("new_title")} close={close}>
            <form class="stack" onSubmit={(event) => void submit(event)} noValidate>
                <TextField
                    label={say("session_title")}
                    error={isChecked && isEmpty ? say("title_missing") : undefined}
                    longest={200}
                    value={wanted.title}
                    change={(value) => change({ title: value })}
                />
                <div class="row">
                    <TextField label={say("date")} type="date" value={wanted.date} change={(value) => change({ date: value })} />
                    <TextField label={say("time")} type="time" value={wanted.time} change={(value) => change({ time: value })} />
                </div>
                {sessions.length > 0 && (
                    <SelectField
                        label={say("copy_of")}
                        value={wanted.from}
                        options={origins}
                        change={(from) => change({ from })}
                    />
                )}
                {saving.refused && (
                    <p class="said wrong" role="alert">
                        {sayReason(saving.refused.reason)}
                    </p>
                )}
                <div class="dialog-foot">
                    <button class="primary" disabled={saving.isBusy}>
                        {say(saving.isBusy ? "saving" : "create")}
                    </button>
                    <button type="button" onClick={close}>
                        {say("cancel")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}
