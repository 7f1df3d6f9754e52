// A board on the phone: where all sort, one note at a time with the themes as buttons, and the list of what is where; else the
// list, to be read.
import { useState } from "preact/hooks";
import { isSortedHere } from "../shared/board_sight";
import { notesOn, placesOf, sectionsOf, themesOf, type Board, type Places, type Section, type Theme } from "../shared/boards";
import { startOf } from "../shared/lines";
import { roomNotes, type Note } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { Paper } from "../shared/view/parts";
import { sayReason } from "../shared/view/texts/reasons";
import { hrefOf } from "./route";
import { Sorter, type Did, type Picked } from "./sorter";
import { say } from "./texts/themes";
import "./themes.css";

const FIRST = 12; // notes of a theme that are shown without asking

export function SortingOffers({ live, shown }: { live: Live; shown: string | undefined }) {
    const rounds = live.all("round");
    const boards = live.all("board").filter((board) => isSortedHere(board, rounds) && board.id !== shown);
    if (boards.length === 0) return null;
    return (
        <ul class="offers">
            {boards.map(({ id, title }) => (
                <li key={id}>
                    <a href={hrefOf("themes", id)}>{say("offer", { title })}</a>
                </li>
            ))}
        </ul>
    );
}

// `only`: one theme of it; `isRead`: as the big screen shows it.
type ThemesScreenProps = { live: Live; board: string; only?: string | undefined; isRead?: boolean };

export function ThemesScreen({ live, board: id, only, isRead = false }: ThemesScreenProps) {
    const board = live.find("board", id);
    if (!board) return <Gone />;
    return <OneBoard key={id} live={live} board={board} only={only} isRead={isRead} />;
}

function Gone() {
    return (
        <section class="themes">
            <p>{say("gone")}</p>
            <p>
                <a class="button" href={hrefOf("now")}>
                    {say("back_now")}
                </a>
            </p>
        </section>
    );
}

// Those that all see: no others are sorted here.
function readable(live: Live, board: Board): Note[] {
    const notes = notesOn(live.all("note"), board);
    return live.all("round").flatMap((round) => (board.rounds.includes(round.id) ? roomNotes(notes, round) : []));
}

function OneBoard({ live, board, only, isRead }: Omit<ThemesScreenProps, "board"> & { board: Board }) {
    const mayList = isRead || !isSortedHere(board, live.all("round"));
    const [isList, list] = useState(mayList);
    const [picked, pick] = useState<Picked>();
    const [did, setDid] = useState<readonly Did[]>([]);
    const themes = themesOf(live.all("theme"), board.id);
    const places = placesOf(live.all("sorting"), board.id);
    const notes = readable(live, board);
    const take = (row: Picked) => {
        pick(row);
        list(false);
    };
    return (
        <section class="themes" tabIndex={-1}>
            <h1 lang={live.tongue}>{board.title}</h1>
            {!mayList && (
                <p class="themes-ways" role="group" aria-label={say("way")}>
                    <button type="button" aria-pressed={!isList} onClick={() => list(false)}>
                        {say("one")}
                    </button>
                    <button type="button" aria-pressed={isList} onClick={() => list(true)}>
                        {say("all")}
                    </button>
                </p>
            )}
            {!mayList && <Refused live={live} />}
            {mayList || isList ? (
                <List live={live} board={board} themes={only === undefined ? themes : themes.filter(({ id }) => id === only)} notes={notes} places={places} pick={mayList ? undefined : take} isWhole={only === undefined} />
            ) : (
                <Sorter live={live} board={board} themes={themes} notes={notes} places={places} picked={picked} did={did} setDid={setDid} />
            )}
        </section>
    );
}

function Refused({ live }: { live: Live }) {
    const refused = live.commands.filter(({ method, state }) => state === "refused" && (method === "note.sort" || method === "theme.put"));
    const last = refused.at(-1);
    if (!last) return null;
    return (
        <div class="said wrong" role="alert">
            <p>{`${say("refused")} ${sayReason(last.refused?.reason ?? "closed")}`}</p>
            <button type="button" class="quiet" onClick={() => refused.forEach(({ command }) => live.session.outbox.dismiss(command))}>
                {say("seen")}
            </button>
        </div>
    );
}

type ListProps = { live: Live; board: Board; themes: readonly Theme[]; notes: readonly Note[]; places: Places; pick: ((row: Picked) => void) | undefined; isWhole: boolean };

function List({ live, themes, notes, places, pick, isWhole }: ListProps) {
    const [unsorted, ...sections] = sectionsOf(themes, notes, places);
    return (
        <>
            {themes.length === 0 && <p class="meta">{say("no_themes")}</p>}
            {sections.map((section) => (
                <OneTheme key={section.theme!.id} live={live} section={section} pick={pick} isOpen={sections.length === 1} />
            ))}
            {isWhole && unsorted!.notes.length > 0 && <OneTheme live={live} section={unsorted!} pick={pick} isOpen={themes.length === 0} />}
        </>
    );
}

type OneThemeProps = { live: Live; section: Section; pick: ListProps["pick"]; isOpen: boolean };

function OneTheme({ live, section: { theme, notes }, pick, isOpen }: OneThemeProps) {
    const [most, show] = useState(FIRST);
    // (Of a board of an earlier session there are the themes here, with their figures.)
    const isElsewhere = notes.length === 0 && (theme?.notes ?? 0) > 0;
    const [first] = useState(isOpen); // (and then as whoever reads has it)
    return (
        <details class="themes-one" open={first}>
            <summary>
                <h2 lang={theme && live.tongue}>{theme ? theme.title : say("unsorted")}</h2>
                <span class="meta">{say("notes", { n: isElsewhere ? theme!.notes! : notes.length })}</span>
            </summary>
            {theme?.definition && <p lang={live.tongue}>{theme.definition}</p>}
            {isElsewhere && <p class="meta">{say("elsewhere")}</p>}
            <ul class="themes-notes" lang={live.tongue}>
                {notes.slice(0, most).map((note) => (
                    <li key={note.id}>
                        <Paper note={note}>
                            {pick && (
                                <button type="button" class="quiet themes-move" aria-label={say("move_this", { text: startOf(note.text ?? "") })} onClick={() => pick({ note: note.id, theme: theme?.id })}>
                                    {say("move")}
                                </button>
                            )}
                        </Paper>
                    </li>
                ))}
            </ul>
            {notes.length > most && (
                <button type="button" onClick={() => show(most + 2 * FIRST)}>
                    {say("more", { n: Math.min(notes.length - most, 2 * FIRST) })}
                </button>
            )}
        </details>
    );
}
