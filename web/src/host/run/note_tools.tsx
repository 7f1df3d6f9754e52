// What is shown of the notes, and in which order.
import type { Round } from "../../shared/meeting";
import type { Counts, NoteFilter, NoteOrder } from "../../shared/note_lists";
import { hasSupports } from "../../shared/supports";
import { groupsOfNotes } from "../../shared/view/group_names";
import type { Live } from "../../shared/view/live";
import type { NotesView } from "./notes_tab";
import { say } from "./texts/work";

interface NoteToolsProps {
    live: Live;
    round: Round;
    counts: Counts;
    view: NotesView;
    setView(view: NotesView): void;
    found: number;
}

export function NoteTools({ live, round, counts, view, setView, found }: NoteToolsProps) {
    const isWhole = view.filter === "all" && view.search === "";
    const search = (event: Event) => setView({ ...view, search: (event.currentTarget as HTMLInputElement).value });
    const leave = (event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        if (view.search === "") (event.currentTarget as HTMLElement).blur();
        setView({ ...view, search: "" });
        event.preventDefault();
    };
    const filter = (event: Event) => setView({ ...view, filter: (event.currentTarget as HTMLSelectElement).value as NoteFilter });
    const order = (event: Event) => setView({ ...view, order: (event.currentTarget as HTMLSelectElement).value as NoteOrder });
    return (
        <div class="note-tools" role="search">
            <input type="search" placeholder={say("search")} aria-label={say("search")} value={view.search} onInput={search} onKeyDown={leave} />
            <select aria-label={say("filter")} value={view.filter} onChange={filter}>
                <Filters live={live} round={round} counts={counts} chosen={view.filter} />
            </select>
            <select aria-label={say("order")} value={view.order} onChange={order}>
                {hasSupports(round) && <option value="support">{say("order_support")}</option>}
                <option value="came">{say("order_came")}</option>
                <option value="shown">{say("order_shown")}</option>
            </select>
            <p class="meta" role="status">
                {!isWhole && say("found", { n: found })}
            </p>
            {!isWhole && (
                <button type="button" class="quiet" onClick={() => setView({ ...view, filter: "all", search: "" })}>
                    {say("clear")}
                </button>
            )}
        </div>
    );
}

// Those that would show something, and the one that is chosen.
function Filters({ live, round, counts, chosen }: Pick<NoteToolsProps, "live" | "round" | "counts"> & { chosen: NoteFilter }) {
    return (
        <>
            <option value="all">{say("filter_all")}</option>
            {(counts.hidden > 0 || chosen === "hidden") && <option value="hidden">{say("filter_hidden", { n: counts.hidden })}</option>}
            {(counts.late > 0 || chosen === "late") && <option value="late">{say("filter_late", { n: counts.late })}</option>}
            {counts.fromGroups > 0 && <option value="groups">{say("filter_groups", { n: counts.fromGroups })}</option>}
            {counts.isApart &&
                groupsOfNotes(live, round).map(({ id, name }) => (
                    <option key={id} value={`of ${id}`}>
                        {name}
                    </option>
                ))}
        </>
    );
}
