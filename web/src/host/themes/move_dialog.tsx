// Where notes are moved to: the themes, found by typing the beginning of a name; out of the theme, or into a new one.
import { useId, useRef, useState } from "preact/hooks";
import { MOST_THEMES, themeNamed, themesOf, type Row, type Theme } from "../../shared/boards";
import { startOf } from "../../shared/lines";
import { folded } from "../../shared/word_list";
import { Dialog } from "../../shared/view/dialog";
import type { Asked, BoardDesk } from "./board_desk";
import { moveNotes } from "./board_steps";
import { WhyOff } from "./board_tools";
import { say } from "./texts/themes";

type Option = { id: string; text: string; choose(): void };

type MoveDialogProps = { desk: BoardDesk; asked: Extract<Asked, { what: "move" }>; goOn(rows: readonly Row[]): void };

export function MoveDialog({ desk, asked: { rows, stays }, goOn }: MoveDialogProps) {
    const [query, setQuery] = useState("");
    const [chosenId, choose] = useState<string>();
    const id = useId();
    const list = useRef<HTMLUListElement>(null);
    const close = () => (desk.asked.value = undefined);
    const to = (theme: string | undefined) => {
        close();
        if (!stays || rows.length > 1) desk.unmark();
        if (!stays) goOn(rows);
        void moveNotes(desk, rows, theme, stays);
    };
    const options = optionsOf(desk, rows, stays, query, to);
    // (What is chosen stays so, though others add themes and remove them meanwhile.)
    const chosen = chosenId === undefined ? 0 : options.findIndex(({ id: one }) => one === chosenId);
    const go = (by: number) => {
        if (options.length === 0) return;
        const next = (chosen + by + options.length) % options.length;
        choose(options[next]!.id);
        list.current?.children[next]?.scrollIntoView({ block: "nearest" });
    };
    const take = (option: Option | undefined) => desk.canAct && option?.choose();
    const key = (event: KeyboardEvent) => {
        if (event.key === "ArrowDown") go(1);
        else if (event.key === "ArrowUp") go(-1);
        else if (event.key === "Enter") take(options[chosen]);
        else return;
        event.preventDefault();
    };
    return (
        <Dialog title={titleOf(desk, rows, stays)} close={close} class="board-move">
            <label>
                {say("find_theme")}
                <input
                    type="text"
                    role="combobox"
                    autoComplete="off"
                    autoFocus
                    aria-expanded="true"
                    aria-autocomplete="list"
                    aria-controls={id}
                    aria-activedescendant={options[chosen] && `${id}-${chosen}`}
                    aria-describedby={`${id}-help`}
                    maxLength={80}
                    value={query}
                    onInput={(event) => {
                        setQuery(event.currentTarget.value);
                        choose(undefined);
                    }}
                    onKeyDown={key}
                />
                <small id={`${id}-help`}>{say("find_theme_help")}</small>
            </label>
            <WhyOff desk={desk} />
            <ul ref={list} role="listbox" id={id} class="board-targets" aria-label={say("find_theme")}>
                {options.map((option, i) => (
                    // (The keys are the field's.)
                    <li key={option.id} id={`${id}-${i}`} role="option" aria-selected={i === chosen} aria-disabled={!desk.canAct} onClick={() => take(option)}>
                        {option.text}
                    </li>
                ))}
            </ul>
            <p class="meta" role="status">{options.length === 0 && say("no_theme_found")}</p>
        </Dialog>
    );
}

function titleOf({ live }: BoardDesk, rows: readonly Row[], stays: boolean): string {
    const n = rows.length;
    if (n > 1) return say(stays ? "also_these" : "move_these", { n });
    const text = startOf(live.find("note", rows[0]?.note)?.text ?? "");
    return say(stays ? "also_named" : "move_named", { text });
}

// Those whose name begins so first. A theme in which all of them stand already is none of them.
function optionsOf(desk: BoardDesk, rows: readonly Row[], stays: boolean, query: string, to: (theme: string | undefined) => void): Option[] {
    const places = desk.placesNow();
    const wanted = folded(query);
    const themes = themesOf(desk.live.all("theme"), desk.id);
    const isThere = ({ id }: Theme) => rows.every(({ note }) => places.get(note)?.includes(id));
    const found = themes.filter((theme) => !isThere(theme) && folded(theme.title ?? "").includes(wanted));
    const begins = ({ title = "" }: Theme) => (folded(title).startsWith(wanted) ? 0 : 1);
    const options: Option[] = found.sort((a, b) => begins(a) - begins(b)).map(({ id, title = "" }) => ({ id, text: title, choose: () => to(id) }));
    if (!stays && wanted === "" && rows.some(({ theme }) => theme !== undefined)) options.push({ id: "out", text: say("out"), choose: () => to(undefined) });
    if (!themeNamed(themes, query) && themes.length < MOST_THEMES) {
        const title = query.trim();
        options.push({
            id: "new",
            text: title === "" ? say("to_new_plain") : say("to_new", { title }),
            choose: () => (desk.asked.value = { what: "new", rows, title }),
        });
    }
    return options;
}
