// The groups' walls: side by side, so many a page as are read from the back, or one that its group tells about.
import { useRef } from "preact/hooks";
import { groupsOf, wallsOf, type WallOf } from "../shared/grouping";
import { groupOfNote } from "../shared/note_group";
import { roomNotes, type Round } from "../shared/meeting";
import { secondsFor } from "../shared/paging";
import { Paper } from "../shared/view/parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { wallPages, type WallColumn, type WallPages } from "../shared/wall_pages";
import { useBox, useFit } from "./box";
import { Frame } from "./frame";
import { NotesStage, ShownNotes, useSigned, type SignedNote } from "./notes";
import { pageFact, usePage } from "./pager";
import { useSetting } from "./setting";
import { say } from "./texts/stage";

export function WallsStage({ round, group }: { round: Round; group: string | undefined }) {
    const { live, session } = useSetting();
    const groups = groupsOf(round, live.find("grouping", round.grouping), session);
    const notes = useSigned(roomNotes(live.all("note"), round));
    const one = groups.find(({ id }) => id === group);
    const ofOne = one && notes.filter((note) => groupOfNote(note) === one.id);
    if (ofOne?.length === 0) return <NoNotes round={round} name={one!.name} />;
    if (one) return <ShownNotes round={round} notes={ofOne!} of={one.name} />;
    if (groups.length === 0) return <NotesStage round={round} />;
    return <Walls round={round} walls={wallsOf(groups, notes)} />;
}

function NoNotes({ round, name }: { round: Round; name: string }) {
    return (
        <Frame above={name} title={round.question} round={round} isTitlePage>
            <p class="stage-so-far">{sayShared("notes", { n: 0 })}</p>
        </Frame>
    );
}

type WallsProps = { round: Round; walls: readonly WallOf<SignedNote>[] };

function Walls({ round, walls }: WallsProps) {
    const { pager } = useSetting();
    const ref = useRef<HTMLDivElement>(null);
    const box = useBox(ref);
    const texts = new Map(walls.flatMap(({ notes }) => notes.map((note) => [note.id, note])));
    const made = box && wallPages(walls.map(sheetsOf), box);
    const lettersOf = (page: readonly WallColumn[]) => page.flatMap(({ notes }) => notes).reduce((sum, id) => sum + (texts.get(id)?.text ?? "").length, 0);
    const seconds = (made?.pages ?? []).map((page) => secondsFor(lettersOf(page)));
    const page = usePage(pager, `walls ${round.id}`, seconds);
    const pages = pageFact(pager, page, seconds.length);
    const count = sayShared("notes", { n: texts.size });
    const without = say(round.grouping === undefined ? "no_table" : "no_group");
    const closed = round.state === "closed" ? say("closed_notes") : undefined;
    return (
        <Frame title={round.question} round={round} facts={[pages ? `${count} · ${pages}` : count]} closed={closed}>
            <div class="stage-wall" ref={ref}>
                {made && <Page key={page} made={made} columns={made.pages[page] ?? []} walls={walls} without={without} box={`${box.width} ${box.height}`} />}
            </div>
        </Frame>
    );
}

const idOf = ({ group }: WallOf<unknown>) => group?.id ?? "";

function sheetsOf(wall: WallOf<SignedNote>) {
    const sheets = wall.notes.map((note) => ({ id: note.id, text: note.text ?? "", signed: (note.group_size ?? 0) > 0 || note.name !== undefined || note.entered === true }));
    return { id: idOf(wall), name: wall.group?.name ?? "", sheets };
}

type PageProps = { without: string; made: WallPages; columns: readonly WallColumn[]; walls: readonly WallOf<SignedNote>[]; box: string };

function Page({ made, columns, walls, box, without }: PageProps) {
    const byId = new Map(walls.map((wall) => [idOf(wall), wall]));
    return (
        <ul class="stage-walls" lang={useSetting().live.tongue} style={{ "--columns": made.columns, "--size": made.size }}>
            {columns.map(({ wall: id, notes, goesOn }, i) => {
                const wall = byId.get(id)!;
                const shown = wall.notes.filter((note) => notes.includes(note.id));
                return <Column key={`${id} ${i}`} name={wall.group?.name ?? without} total={goesOn ? undefined : wall.notes.length} notes={shown} box={`${box} ${made.size}`} />;
            })}
        </ul>
    );
}

// `total`: how many it has in all, said where it begins.
type ColumnProps = { name: string; total: number | undefined; notes: readonly SignedNote[]; box: string };

const LONG_NAME = 22;

// (What was guessed to fit and does not is made a little smaller.)
function Column({ name, total, notes, box }: ColumnProps) {
    const ref = useRef<HTMLUListElement>(null);
    useFit(ref, `${box} ${notes.map(({ id, text }) => id + text).join()}`);
    return (
        <li class="stage-column-of">
            <p class={name.length > LONG_NAME ? "stage-column-name stage-long-name" : "stage-column-name"}>
                <span>{total === undefined ? say("goes_on", { name }) : name}</span>
                {total !== undefined && <span class="stage-group-count">{total}</span>}
            </p>
            <ul ref={ref} class="stage-column-notes">
                {notes.map((note) => (
                    <li key={note.id}>
                        <Paper note={{ ...note, table: name }} />
                    </li>
                ))}
            </ul>
        </li>
    );
}
