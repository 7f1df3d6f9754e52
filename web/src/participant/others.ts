// Sends what somebody else who shares the device has left unsent: their commands, by their secrets, and nothing of it is shown.
import { browserOptions } from "../shared/browser_session";
import { deviceSecrets, type Device } from "../shared/device";
import { keptMeetings, scopeOf, type KeptMeeting } from "../shared/meetings";
import { nameFor, valuesFor } from "../shared/people";
import { Session } from "../shared/session";
import { amendNote } from "./note_commands";

export async function sendFor(person: string, whole: Device): Promise<void> {
    const values = valuesFor(person, whole.values);
    const byProcess = new Map((await keptMeetings(values) ?? []).map((meeting) => [meeting.process, meeting]));
    for (const meeting of byProcess.values()) {
        const scope = nameFor(person, scopeOf(meeting));
        const unsent = await whole.storage.load(scope).catch(() => []);
        if (unsent.some(({ refused }) => refused === undefined)) await send(meeting, scope, { ...whole, values });
    }
}

// Until all is answered, for as long as the page is there. What is refused waits for who wrote it.
async function send({ session: id }: KeptMeeting, scope: string, device: Device): Promise<void> {
    const { token, author_secret } = await deviceSecrets(device);
    const introduce = () => ({ method: "join" as const, params: { session: id, token, author_secret } });
    const session = await Session.open({ ...browserOptions(device, scope), introduce, amend: amendNote, reload: () => {} });
    const end = session.outbox.subscribe(() => {
        if (!session.outbox.isEmpty) return;
        end();
        session.close();
    });
    session.start();
}
