// A lecture or a film as who leads sees it: what there is to read, and the researcher's few sentences about it, which are
// written here while they are fresh.
import { useState } from "preact/hooks";
import { isTalkedAt, type Item } from "../../shared/meeting";
import { materialsOfItem } from "../../shared/materials";
import type { Live } from "../../shared/view/live";
import { TextArea } from "../field";
import { formOf } from "../draft";
import { SaveBar, useSaving } from "../save_bar";
import { itemSettings, saveItem, type ItemSettings } from "../item_steps";
import { say as sayAgenda } from "../texts/agenda";
import { say } from "./texts/lecture";

type Props = { live: Live; item: Item };

export function LecturePart({ live, item }: Props) {
    if (!isTalkedAt(item.form)) return null;
    return (
        <section class="run-lecture" aria-label={item.title}>
            <Links live={live} item={item} />
            <Summary live={live} item={item} />
        </section>
    );
}

function Links({ live, item }: Props) {
    const links = materialsOfItem(live.all("material"), item.id);
    if (links.length === 0) return null;
    return (
        <p class="run-figures">
            {links.map(({ id, url, title }) => (
                <a key={id} href={url} target="_blank" rel="noopener noreferrer">
                    {title}
                </a>
            ))}
        </p>
    );
}

function Summary({ live, item }: Props) {
    // (The same draft as in the plan: whoever began there goes on here.)
    const form = formOf<ItemSettings>(`item ${item.id}`, itemSettings(item));
    const [isOpen, setOpen] = useState(form.isDirty);
    const saving = useSaving();
    const save = async () => {
        const sent = form.values;
        const refused = await saveItem(live, item, { ...sent, title: sent.title.trim() || item.title, summary: sent.summary.trim() });
        if (!refused) form.saved(sent);
        return refused;
    };
    const submit = (event: Event) => {
        event.preventDefault();
        void saving.run(save).then((done) => done && setOpen(false));
    };
    return (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{item.summary ? `${say("summary")} ${item.summary}` : say("no_summary")}</summary>
            <form class="stack" onSubmit={submit}>
                <TextArea
                    label={sayAgenda("summary")}
                    hint={sayAgenda("summary_hint")}
                    rows={4}
                    longest={2000}
                    value={form.values.summary}
                    change={(summary) => form.change({ summary })}
                />
                <SaveBar live={live} forms={[form]} saving={saving} />
            </form>
        </details>
    );
}
