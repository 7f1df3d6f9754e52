// What the process is about: the challenge, why, whose it is, and who arranges the process.
import type { EntityOf } from "../../shared/store";
import type { Live } from "../../shared/view/live";
import { formOf } from "../draft";
import { TextArea } from "../field";
import { SaveBar, useSaving } from "../save_bar";
import { putUndoably } from "../saved_steps";
import { UndoLine } from "../undo_line";
import { say } from "./texts/challenge";

const names = ["challenge", "challenge_why", "challenge_whose", "organisers"] as const;
type Challenge = Record<(typeof names)[number], string>;

function challengeOf(profile: Partial<Challenge> | undefined): Challenge {
    return Object.fromEntries(names.map((name) => [name, (profile?.[name] ?? "").trim()])) as Challenge;
}

// What else the profile says stays as it is at that moment.
function save(live: Live, { seq: base, profile }: EntityOf<"process">, values: Challenge) {
    const now = () => live.session.store.all("process")[0];
    const saved = challengeOf(values);
    return putUndoably(live, {
        done: say("done"),
        method: "process.put",
        params: { base, profile: { ...profile, ...saved } },
        back: () => {
            const there = now();
            return there && { base: there.seq, profile: { ...there.profile, ...challengeOf(profile) } };
        },
        now: () => challengeOf(now()?.profile),
        saved,
    });
}

const rows = { challenge: 4, challenge_why: 4, challenge_whose: 3, organisers: 3 };

export function ChallengeForm({ live, process }: { live: Live; process: EntityOf<"process"> }) {
    const saving = useSaving();
    const form = formOf<Challenge>(`challenge ${process.id}`, challengeOf(process.profile));
    const { values, change } = form;
    const hints = { challenge: say("challenge_hint"), challenge_why: undefined, challenge_whose: say("challenge_whose_hint"), organisers: say("organisers_hint") };
    const submit = (event: Event) => {
        event.preventDefault();
        const sent = values;
        void saving.run(async () => {
            const refused = await save(live, process, sent);
            if (!refused) form.saved(sent);
            return refused;
        });
    };
    return (
        <form class="stack narrow" onSubmit={submit} noValidate>
            <p class="meta">{say("lead")}</p>
            {names.map((name) => (
                <TextArea
                    key={name}
                    label={say(name)}
                    hint={hints[name]}
                    rows={rows[name]}
                    longest={2000}
                    value={values[name]}
                    change={(value) => change({ [name]: value })}
                />
            ))}
            <SaveBar live={live} forms={[form]} saving={saving} />
            <UndoLine live={live} />
        </form>
    );
}
