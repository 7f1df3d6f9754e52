// A board on the big screen: all its themes with what is in each, or one theme with its notes.
import { useRef } from "preact/hooks";
import { beginningOf } from "../shared/beginning";
import { placesOf, themesOf, type Board, type Theme } from "../shared/boards";
import { notesInOrder, roomNotes } from "../shared/meeting";
import { evenPages, secondsFor } from "../shared/paging";
import { Bars } from "../shared/view/bars";
import { say as sayShared } from "../shared/view/texts/shared";
import { useBox, useFit } from "./box";
import { Frame } from "./frame";
import { NotesWall, useSigned } from "./notes";
import { pageFact, usePage } from "./pager";
import { useSetting } from "./setting";
import { say } from "./texts/stage";

const MOST_ROWS = 9;
const MOST_NAMED = 5; // with what belongs there
const FEW = 6; // so few stand larger
const MOST_LETTERS = 160; // of a definition

export function BoardStage({ board }: { board: Board }) {
    const { live, pager } = useSetting();
    const themes = themesOf(live.all("theme"), board.id);
    const hasFigures = board.revealed === true && themes.some(({ notes = 0 }) => notes > 0);
    const pages = evenPages(themes, hasFigures ? MOST_ROWS : MOST_NAMED);
    const seconds = pages.map((page) => secondsFor(page.reduce((sum, { title = "", definition = "" }) => sum + title.length + definition.length, 0)));
    const at = usePage(pager, board.id, seconds);
    const { notes = 0, unsorted = 0 } = board;
    const facts = [
        board.hands === "all" ? say("sort_now") : undefined,
        hasFigures ? say("theme_notes") : undefined,
        board.revealed && notes > 0 ? sayShared("notes", { n: notes }) : undefined,
        board.revealed && unsorted > 0 ? say("unsorted", { n: unsorted }) : undefined,
        pageFact(pager, at, pages.length),
    ];
    return (
        <Frame above={board.title === say("themes") ? undefined : say("themes")} title={board.title} facts={facts}>
            {themes.length === 0 && <p class="stage-so-far">{say("no_themes")}</p>}
            {themes.length > 0 && (hasFigures ? <Figures themes={pages[at] ?? []} all={themes} board={board} /> : <Names themes={pages[at] ?? []} />)}
        </Frame>
    );
}

function Figures({ themes, all, board }: { themes: readonly Theme[]; all: readonly Theme[]; board: Board }) {
    const { live } = useSetting();
    const max = Math.max(1, ...all.map(({ notes = 0 }) => notes));
    const rows = themes.map(({ id, title = "", notes = 0, persons = 0 }) => {
        return { id, label: title, value: notes, quiet: notes === 0, more: persons > 0 && !board.per_round ? say("theme_persons", { n: persons }) : undefined };
    });
    const ref = useRef<HTMLDivElement>(null);
    const box = useBox(ref);
    useFit(ref, `${box?.width} ${box?.height} ${rows.map(({ label, more }) => label + more).join()}`);
    return (
        <div class={`stage-result ${rows.length <= FEW ? "stage-few" : ""}`} ref={ref} lang={live.tongue}>
            <Bars rows={rows} max={max} label={say("theme_notes")} />
        </div>
    );
}

// Before anything is in them: what they are called, and what belongs there.
function Names({ themes }: { themes: readonly Theme[] }) {
    const { tongue } = useSetting().live;
    const ref = useRef<HTMLUListElement>(null);
    const box = useBox(ref);
    useFit(ref, `${box?.width} ${box?.height} ${themes.map(({ title, definition }) => `${title} ${definition}`).join()}`);
    return (
        <ul ref={ref} class={themes.length <= 3 ? "stage-carried stage-few" : "stage-carried"} lang={tongue}>
            {themes.map(({ id, title, definition = "" }) => (
                <li key={id}>
                    <p>{title}</p>
                    {definition !== "" && <p class="stage-carried-under">{beginningOf(definition, MOST_LETTERS)}</p>}
                </li>
            ))}
        </ul>
    );
}

export function ThemeStage({ board, theme }: { board: Board; theme: Theme }) {
    const { live } = useSetting();
    const places = placesOf(live.all("sorting"), board.id);
    const rounds = live.all("round").filter(({ id }) => board.rounds.includes(id));
    const isHere = ({ id }: { id: string }) => places.get(id)?.includes(theme.id) === true;
    const seen = rounds.flatMap((round) => roomNotes(live.all("note"), round)).filter(isHere);
    const notes = useSigned(notesInOrder(seen, true));
    const title = theme.title ?? "";
    if (notes.length > 0) return <NotesWall subject={theme.id} above={board.title} title={title} notes={notes} />;
    return (
        <Frame above={board.title} title={title} isTitlePage>
            {theme.definition && <p class="stage-helper" lang={live.tongue}>{beginningOf(theme.definition, MOST_LETTERS)}</p>}
            <p class="stage-so-far">{say("no_theme_notes")}</p>
        </Frame>
    );
}
