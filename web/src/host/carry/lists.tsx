// What the process carries from meeting to meeting: six lists, of which one is looked at.
import type { EntryForm } from "../../generated/types";
import { entryForms, openCounts } from "../../shared/entries";
import type { Live } from "../../shared/view/live";
import { say as sayCarried } from "../../shared/view/texts/carried";
import { EntryList } from "./entry_list";
import { WhyOff } from "./why_off";
import { say } from "./texts/entries";
import "./carry.css";

type ListsProps = { live: Live; form: EntryForm; choose(form: EntryForm): void; session?: string | undefined };

export function Lists({ live, form, choose, session }: ListsProps) {
    const counts = openCounts(live.all("entry"));
    return (
        <div class="carry">
            <nav class="carry-nav" aria-label={say("lists")}>
                {entryForms.map((one) => (
                    <button key={one} type="button" aria-current={one === form ? "page" : undefined} onClick={() => choose(one)}>
                        {sayCarried(`list_${one}`)} <span class="carry-count">{counts[one]}</span>
                    </button>
                ))}
            </nav>
            <WhyOff live={live} />
            <EntryList key={form} live={live} form={form} session={session} />
        </div>
    );
}
