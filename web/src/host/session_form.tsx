// When a session is, and at which tables people sit.
import { useState } from "preact/hooks";
import type { Language, Named } from "../generated/types";
import { hashOf } from "../shared/host_route";
import { newId } from "../shared/ids";
import type { Session } from "../shared/meeting";
import type { RefusedCommand } from "../shared/outbox_storage";
import type { Live } from "../shared/view/live";
import { momentOf, wallTimeOf } from "../shared/zone_time";
import { formOf } from "./draft";
import { NumberField, TextField, TickField, goToWrong } from "./field";
import { NameList } from "./name_list";
import { SaveBar, useSaving } from "./save_bar";
import { putUndoably } from "./saved_steps";
import { tableName } from "./table_name";
import { TakeSessionAway } from "./taking_away";
import { say } from "./texts/plan";
import { say as sayUndo } from "./texts/undo";
import { UndoLine } from "./undo_line";

interface Settings {
    title: string;
    date: string;
    time: string;
    tables: Named[];
    under_fifteen: boolean;
}

const MOST_TABLES = 100;

function settingsOf({ title, starts, tables, under_fifteen = false }: Session, zone: string): Settings {
    const when = starts ? wallTimeOf(starts, zone) : { date: "", time: "09:00" };
    return { title, ...when, tables: tables ?? [], under_fifteen };
}

// So many in all: those that are there stay, the new ones go on counting.
export function tablesUpTo(count: number, tables: readonly Named[], name: (n: number) => string): Named[] {
    const made = [...tables];
    for (let n = 1; made.length < Math.min(count, MOST_TABLES); n++) {
        if (!made.some((table) => table.name === name(n))) made.push({ id: newId(), name: name(n) });
    }
    return made;
}

type MakeProps = { tables: readonly Named[]; language: Language; change(tables: Named[]): void };

function MakeTables({ tables, language, change }: MakeProps) {
    const [count, setCount] = useState(tables.length || 6);
    const make = () => change(tablesUpTo(Number.isInteger(count) ? count : 0, tables, (n) => tableName(language, n)));
    return (
        <div class="row make-tables">
            <NumberField
                label={say("tables_make")}
                hint={say("tables_make_hint")}
                error={undefined}
                least={1}
                most={MOST_TABLES}
                value={count}
                change={setCount}
            />
            <button type="button" disabled={!(count > tables.length)} onClick={make}>
                {say("tables_make_do")}
            </button>
        </div>
    );
}

type Details = Pick<Settings, "title" | "tables" | "under_fifteen"> & { starts: number };

function saveSession(live: Live, { id, seq: base, ...old }: Session, details: Details): Promise<RefusedCommand | undefined> {
    const now = () => live.session.store.shared("session", id);
    const { minutes, place, link } = old; // (what this form does not ask for)
    const kept = { ...(minutes ? { minutes } : {}), ...(place ? { place } : {}), ...(link ? { link } : {}) };
    const detailsOf = ({ title, starts = 0, tables = [], under_fifteen = false }: Pick<Session, keyof Details>): Details => ({ title, starts, tables, under_fifteen });
    return putUndoably(live, {
        done: sayUndo("done_details"),
        method: "session.put",
        params: { id, base, ...kept, ...details },
        back: () => ({ id, base: now()?.seq ?? base, ...kept, ...detailsOf(old) }),
        now: () => {
            const session = now();
            return session && detailsOf(session);
        },
        saved: details,
    });
}

export function SessionForm({ live, session }: { live: Live; session: Session }) {
    const [isChecked, setChecked] = useState(false);
    const saving = useSaving();
    const { zone, language } = live.profile!;
    const form = formOf<Settings>(`session ${session.id}`, settingsOf(session, zone));
    const { values, change } = form;
    const used = new Set(live.all("participant").map(({ table }) => table));
    const isEmpty = values.title.trim() === "";
    const submit = (event: Event) => {
        event.preventDefault();
        setChecked(true);
        if (isEmpty) return goToWrong(event.currentTarget);
        void saving.run(async () => {
            const tables = values.tables
                .filter(({ name }) => name.trim() !== "")
                .map(({ id, name }) => ({ id, name: name.trim() }));
            const starts = momentOf(values, zone);
            const refused = await saveSession(live, session, { title: values.title.trim(), starts, tables, under_fifteen: values.under_fifteen });
            if (!refused) form.saved(values);
            return refused;
        });
    };
    return (
        <form class="stack narrow" onSubmit={submit} noValidate>
            <TextField
                label={say("title")}
                error={isChecked && isEmpty ? say("title_missing") : undefined}
                longest={200}
                value={values.title}
                change={(value) => change({ title: value })}
            />
            <div class="row">
                <TextField label={say("date")} type="date" value={values.date} change={(value) => change({ date: value })} />
                <TextField
                    label={say("time")}
                    hint={say("zone_is", { zone })}
                    type="time"
                    value={values.time}
                    change={(value) => change({ time: value })}
                />
            </div>
            <NameList
                legend={say("tables")}
                hint={say("tables_hint")}
                rows={values.tables}
                most={MOST_TABLES}
                longest={80}
                rowLabel={(n) => say("table_row", { n })}
                addLabel={say("table_add")}
                make={(row) => row}
                change={(tables) => change({ tables })}
                isLocked={({ id }) => used.has(id)}
            />
            <MakeTables tables={values.tables} language={language} change={(tables) => change({ tables })} />
            <TickField label={say("under_fifteen")} hint={say("under_fifteen_hint")} value={values.under_fifteen} change={(under_fifteen) => change({ under_fifteen })} />
            <p>
                <a href={hashOf({ screen: "process", process: live.process!.id, tab: "settings" })}>{say("asked_where")}</a>
            </p>
            <SaveBar live={live} forms={[form]} saving={saving} />
            <UndoLine live={live} />
            <TakeSessionAway live={live} session={session} />
        </form>
    );
}
