// Which entries of a list are shown: the open ones, all, or those that say something.
import { stands } from "../../shared/carried";
import type { Entry } from "../../shared/entries";
import { say } from "./texts/entries";

type View = { isAll: boolean; search: string };
type ToolsProps = { list: readonly Entry[]; view: View; change(view: View): void; found: number };

const MANY = 12;

export function EntryTools({ list, view, change, found }: ToolsProps) {
    const open = list.filter(stands).length;
    const hasSearch = list.length > MANY || view.search !== "";
    const leave = (event: KeyboardEvent) => {
        if (event.key !== "Escape" || view.search === "") return;
        change({ ...view, search: "" });
        event.preventDefault();
    };
    return (
        <div class="carry-filter">
            <div class="carry-states" role="group" aria-label={say("show")}>
                {[false, true].map((isAll) => (
                    <button key={String(isAll)} type="button" aria-pressed={view.isAll === isAll} onClick={() => change({ ...view, isAll })}>
                        {isAll ? say("show_all", { n: list.length }) : say("show_open", { n: open })}
                    </button>
                ))}
            </div>
            {hasSearch && (
                <input
                    type="search"
                    placeholder={say("search")}
                    aria-label={say("search")}
                    value={view.search}
                    onInput={(event) => change({ ...view, search: event.currentTarget.value })}
                    onKeyDown={leave}
                />
            )}
            <p class="meta" role="status">
                {view.search !== "" && say("found", { n: found })}
            </p>
        </div>
    );
}
