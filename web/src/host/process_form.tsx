// A process's settings: what it is called, what people are asked about themselves, what is said about the research.
import { useState } from "preact/hooks";
import type { Named, Organisation, Profile } from "../generated/types";
import type { RefusedCommand } from "../shared/outbox_storage";
import type { EntityOf } from "../shared/store";
import { languages } from "../shared/texts";
import type { Live } from "../shared/view/live";
import { isZone } from "../shared/zone_time";
import { formOf, type Form } from "./draft";
import { SelectField, TextArea, TextField, goToWrong } from "./field";
import { refreshHouse } from "./house";
import { NameList } from "./name_list";
import { SaveBar, useSaving } from "./save_bar";
import { putUndoably } from "./saved_steps";
import { TakeProcessAway } from "./taking_away";
import { say } from "./texts/process";
import { say as sayUndo } from "./texts/undo";
import { UndoLine } from "./undo_line";

// (What this form does not ask for goes along as it is.)
type Settings = Profile & Required<Omit<Profile, "challenge" | "challenge_why" | "challenge_whose" | "organisers">>;
type PartProps = { form: Form<Settings>; isChecked: boolean };

function settingsOf(profile: Profile): Settings {
    const none = { session_word: "", roles: [], levels: [], organisations: [], research: "", retention: "" };
    return { ...none, asks_name: true, asks_organisation: false, asks_consent: true, ...profile };
}

const named = <R extends Named>(rows: readonly R[]): R[] =>
    rows.filter(({ name }) => name.trim() !== "").map((row) => ({ ...row, name: row.name.trim() }));

// As the server takes it: what was left empty is left out.
export function profileFrom({ session_word, title, research, retention, ...settings }: Settings): Profile {
    const word = session_word.trim();
    return {
        ...settings,
        title: title.trim(),
        research: research.trim(),
        ...(word === "" ? {} : { session_word: word }),
        ...(retention === "" ? {} : { retention }),
        roles: named(settings.roles),
        levels: named(settings.levels),
        organisations: named(settings.organisations).map((one) => ({ ...one, type: one.type.trim() })),
    };
}

const lacksType = ({ organisations }: Settings) =>
    organisations.some(({ name, type }) => name.trim() !== "" && type.trim() === "");
const isSound = (settings: Settings) => settings.title.trim() !== "" && isZone(settings.zone) && !lacksType(settings);

function About({ form: { values, change }, isChecked }: PartProps) {
    return (
        <section class="stack">
            <h2>{say("about")}</h2>
            <TextField
                label={say("title")}
                error={isChecked && values.title.trim() === "" ? say("title_missing") : undefined}
                longest={200}
                value={values.title}
                change={(value) => change({ title: value })}
            />
            <TextField
                label={say("session_word")}
                hint={say("session_word_hint")}
                longest={30}
                value={values.session_word}
                change={(value) => change({ session_word: value })}
            />
            <div class="row">
                <SelectField
                    label={say("language")}
                    value={values.language}
                    options={languages.map((value) => ({ value, label: say(`language_${value}`) }))}
                    change={(language) => change({ language })}
                />
                <TextField
                    label={say("zone")}
                    error={isChecked && !isZone(values.zone) ? say("zone_wrong") : undefined}
                    longest={64}
                    value={values.zone}
                    change={(value) => change({ zone: value.trim() })}
                />
            </div>
        </section>
    );
}

// How long what people wrote is kept. Nothing happens by itself then: hosts are asked.
function Kept({ form: { values, change } }: PartProps) {
    return (
        <section class="stack">
            <h2>{say("kept")}</h2>
            <TextField
                label={say("retention")}
                hint={say("retention_hint")}
                type="date"
                value={values.retention}
                change={(retention) => change({ retention })}
            />
        </section>
    );
}

function Asked({ form: { values, change } }: PartProps) {
    const questions = ["asks_name", "asks_organisation", "asks_consent"] as const;
    return (
        <section class="stack">
            <h2>{say("asked")}</h2>
            <p class="meta">{say("asked_hint")}</p>
            {questions.map((key) => (
                <div key={key} class="choice-row">
                    <input
                        type="checkbox"
                        id={key}
                        checked={values[key]}
                        aria-describedby={`${key}-hint`}
                        onChange={(event) => change({ [key]: event.currentTarget.checked })}
                    />
                    <div>
                        <label for={key}>{say(key)}</label>
                        <small id={`${key}-hint`}>{say(`${key}_hint`)}</small>
                    </div>
                </div>
            ))}
        </section>
    );
}

// A choice that somebody has made for themselves stays; it may be called something else.
function usedBy(live: Live): Set<string> {
    const used = live.all("participant").flatMap(({ role, level, organisation }) => [role, level, organisation]);
    return new Set(used.filter((id) => id !== undefined));
}

function Lists({ live, form: { values, change }, isChecked }: PartProps & { live: Live }) {
    const used = usedBy(live);
    const common = { most: 20, longest: 80, make: (row: Named) => row, isLocked: ({ id }: Named) => used.has(id) };
    return (
        <section class="stack">
            <NameList
                {...common}
                legend={say("roles")}
                hint={say("roles_hint")}
                rows={values.roles}
                change={(roles) => change({ roles })}
                rowLabel={(n) => say("role_row", { n })}
                addLabel={say("role_add")}
            />
            <NameList
                {...common}
                legend={say("levels")}
                hint={say("levels_hint")}
                rows={values.levels}
                change={(levels) => change({ levels })}
                rowLabel={(n) => say("level_row", { n })}
                addLabel={say("level_add")}
            />
            <NameList<Organisation>
                {...common}
                most={80}
                legend={say("organisations")}
                hint={say("organisations_hint")}
                rows={values.organisations}
                error={isChecked && lacksType(values) ? say("type_missing") : undefined}
                change={(organisations) => change({ organisations })}
                rowLabel={(n) => say("organisation_row", { n })}
                addLabel={say("organisation_add")}
                make={(row) => ({ ...row, type: values.organisations.at(-1)?.type ?? "" })}
                more={(row, set, n) => (
                    <input
                        class="second"
                        aria-label={say("organisation_type", { n })}
                        placeholder={say("organisation_type_short")}
                        maxLength={80}
                        value={row.type}
                        list="organisation-types"
                        onInput={(event) => set({ ...row, type: event.currentTarget.value })}
                    />
                )}
            />
            <datalist id="organisation-types">
                {[...new Set(values.organisations.map(({ type }) => type))]
                    .filter((type) => type !== "")
                    .map((type) => (
                        <option key={type} value={type} />
                    ))}
            </datalist>
        </section>
    );
}

function saveProfile(live: Live, { seq: base, profile: old }: EntityOf<"process">, profile: Profile): Promise<RefusedCommand | undefined> {
    const now = () => live.session.store.all("process")[0];
    const asSaved = (one: Profile | undefined) => one && profileFrom(settingsOf(one));
    return putUndoably(live, {
        done: sayUndo("done_settings"),
        method: "process.put",
        params: { base, profile },
        back: () => ({ base: now()?.seq ?? base, profile: old }),
        now: () => asSaved(now()?.profile),
        saved: profile,
    });
}

export function ProcessForm({ live, process }: { live: Live; process: EntityOf<"process"> }) {
    const [isChecked, setChecked] = useState(false);
    const saving = useSaving();
    const form = formOf<Settings>(`process ${process.id}`, settingsOf(process.profile));
    const { values, change } = form;
    const submit = (event: Event) => {
        event.preventDefault();
        setChecked(true);
        if (!isSound(values)) return goToWrong(event.currentTarget);
        void saving.run(async () => {
            const refused = await saveProfile(live, process, profileFrom(values));
            if (!refused) form.saved(values);
            void refreshHouse();
            return refused;
        });
    };
    return (
        <form class="stack narrow" onSubmit={submit} noValidate>
            <About form={form} isChecked={isChecked} />
            <Asked form={form} isChecked={isChecked} />
            <Kept form={form} isChecked={isChecked} />
            {values.asks_consent && (
                <TextArea
                    label={say("research")}
                    hint={say("research_hint")}
                    rows={6}
                    longest={2000}
                    value={values.research}
                    change={(value) => change({ research: value })}
                />
            )}
            <Lists live={live} form={form} isChecked={isChecked} />
            <SaveBar live={live} forms={[form]} saving={saving} />
            <UndoLine live={live} />
            <TakeProcessAway live={live} />
        </form>
    );
}
