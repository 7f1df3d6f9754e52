// A question with what people wrote: until it is shown only how many have answered, then the notes in calm pages.
import { useRef } from "preact/hooks";
import { seenNotes } from "../shared/arriving";
import { groupsOf, type Group } from "../shared/grouping";
import { isTalkedAt, roomNotes, type Note, type Round } from "../shared/meeting";
import { secondsFor, wallOf, type Placed, type Sheet, type Wall } from "../shared/paging";
import { showsNotes } from "../shared/stage_of";
import { groupNames, signedBy } from "../shared/view/group_names";
import { useCalmOrder } from "../shared/view/calm_order";
import { Paper, Promise } from "../shared/view/parts";
import { say as sayShared } from "../shared/view/texts/shared";
import { answeredText } from "./answered";
import { useBox, useFit } from "./box";
import { Frame, largestBelow } from "./frame";
import { GroupNames } from "./groups";
import { pageFact, usePage } from "./pager";
import { useSetting } from "./setting";
import { say } from "./texts/stage";

export function NotesStage({ round }: { round: Round }) {
    const { live, pager } = useSetting();
    const isOwn = useOwnGroup(round) !== undefined;
    const shown = useSigned(isOwn ? seenNotes(live.all("note"), round) : showsNotes(round) ? roomNotes(live.all("note"), round) : []);
    // (By support a page is not changed under who reads it, nor a note taken to one that they have seen.)
    const notes = useCalmOrder(round, shown, pager.page.value === 0);
    return notes.length > 0 ? <ShownNotes round={round} notes={notes} /> : <ComingNotes round={round} />;
}

function ComingNotes({ round }: { round: Round }) {
    const { live, session } = useSetting();
    const own = useOwnGroup(round);
    const item = useItem(round);
    const grouping = live.find("grouping", round.grouping);
    // (Who works where: on a group's own screen that is known.)
    const groups = own || round.state === "closed" ? [] : groupsOf(round, grouping, session);
    return (
        <Frame above={own?.name ?? item} title={round.question} round={round} isTitlePage={groups.length === 0}>
            {round.helper && <p class="stage-helper" lang={live.tongue}>{round.helper}</p>}
            <p class="stage-so-far">{round.state === "closed" ? say("closed_notes") : answeredText(round, session.joined)}</p>
            {groups.length > 0 && grouping?.choice && <p class="stage-helper">{say("choose_group")}</p>}
            {groups.length > 0 && <GroupNames groups={groups} />}
            <Promise round={round} />
        </Frame>
    );
}

// One note that the room talks about, under the question that it answers.
export function NoteStage({ round, note }: { round: Round; note: Note }) {
    return <ShownNotes round={round} notes={useSigned([note])} isOne />;
}

type ShownProps = { round: Round; notes: readonly SignedNote[]; isOne?: boolean; of?: string | undefined };

// `of`: the group whose wall it is.
export function ShownNotes({ round, notes, isOne, of }: ShownProps) {
    const closed = round.state === "closed" ? say("closed_notes") : undefined;
    const own = useOwnGroup(round)?.name;
    const item = useItem(round);
    const group = of ?? own;
    const wall = { subject: `${round.id} ${of ?? ""}`, above: group ?? item, title: round.question, round, notes, isOne, closed };
    return <NotesWall {...wall} isOfOne={group !== undefined} />;
}

interface NotesWallProps {
    // Where it is another one, its pages begin anew.
    subject: string;
    above: string | undefined;
    title: string;
    round?: Round;
    notes: readonly SignedNote[];
    isOne?: boolean | undefined;
    // All are one group's, which is named above them.
    isOfOne?: boolean;
    closed?: string | undefined;
}

export function NotesWall({ subject, above, title, round, notes, isOne, isOfOne = false, closed }: NotesWallProps) {
    const { pager } = useSetting();
    const ref = useRef<HTMLDivElement>(null);
    const box = useBox(ref);
    const sheets = notes.map(sheetOf);
    const wall = box && wallOf(sheets, box, largestBelow(title));
    const letters = new Map(sheets.map(({ id, text }) => [id, text.length]));
    const seconds = (wall?.pages ?? []).map((page) => secondsFor(page.reduce((sum, { id }) => sum + letters.get(id)!, 0)));
    const page = usePage(pager, subject, seconds);
    const pages = pageFact(pager, page, seconds.length);
    return (
        <Frame above={above} title={title} {...(round && { round })} facts={isOne ? [] : [countOf(notes.length, pages)]} closed={closed}>
            <div class="stage-wall" ref={ref}>
                {wall && <Page key={page} wall={wall} placed={wall.pages[page] ?? []} notes={notes} isOfOne={isOfOne} />}
            </div>
        </Frame>
    );
}

// What people ask about, where that is not the question itself.
function useItem({ item: id }: Round): string | undefined {
    const item = useSetting().live.find("item", id);
    return isTalkedAt(item?.form) ? item?.title : undefined;
}

// "64 lappar · sida 2 av 6"
function countOf(notes: number, pages: string | undefined): string {
    const count = sayShared("notes", { n: notes });
    return pages ? `${count} · ${pages}` : count;
}

// The group whose own screen this is, until everybody sees everything.
function useOwnGroup(round: Round): Group | undefined {
    const { live, group } = useSetting();
    const grouping = live.find("grouping", group?.grouping);
    if (!group || round.grouping !== group.grouping || showsNotes(round)) return undefined;
    return grouping?.groups?.find(({ id }) => id === group.group);
}

export type SignedNote = Note & { tableName?: string | undefined };

// With the names of what stands under a note: its table, or whose answer it is.
export function useSigned(notes: readonly Note[]): SignedNote[] {
    const { live } = useSetting();
    const nameOf = groupNames(live, live.find("round", notes[0]?.round));
    const organisations = new Map((live.profile?.organisations ?? []).map(({ id, name }) => [id, name]));
    return notes.map((note) => {
        const name = note.name ?? organisations.get(note.organisation ?? "");
        const text = (note.text ?? "").trim().replace(/\n{3,}/g, "\n\n"); // (empty lines are not read from twelve metres)
        return { ...note, text, ...(name === undefined ? {} : { name }), tableName: nameOf(note) };
    });
}

function sheetOf(note: SignedNote): Sheet {
    return { id: note.id, text: note.text ?? "", signed: (note.group_size ?? 0) > 0 || note.name !== undefined || note.entered === true || note.tableName !== undefined, supported: (note.supports ?? 0) > 0 };
}

type PageProps = { wall: Wall; placed: readonly Placed[]; notes: readonly SignedNote[]; isOfOne: boolean };

function Page({ wall, placed, notes, isOfOne }: PageProps) {
    const { tongue } = useSetting().live;
    const { columns, rows } = wall.grid;
    const byId = new Map(notes.map((note) => [note.id, note]));
    const style = { "--columns": columns, "--rows": rows, "--wide": wall.box.width, "--high": wall.box.height };
    return (
        <ul class="stage-wall-page" style={style} lang={tongue}>
            {placed.map((place) => (
                <Sheeted key={place.id} place={place} note={byId.get(place.id)!} isOfOne={isOfOne} grid={`${columns} ${rows} ${wall.box.height}`} />
            ))}
        </ul>
    );
}

// (Where all are one group's, that stands above them.)
function Sheeted({ place, note, grid, isOfOne }: { place: Placed; note: SignedNote; grid: string; isOfOne: boolean }) {
    const ref = useRef<HTMLLIElement>(null);
    useFit(ref, `${grid} ${JSON.stringify(place)} ${note.text} ${note.supports}`);
    const style = {
        "--size": place.size,
        gridColumn: `${place.column + 1} / span ${place.columns}`,
        gridRow: `${place.row + 1} / span ${place.rows}`,
    };
    return (
        <li ref={ref} class={place.columns > 2 ? "stage-sheet stage-wide" : "stage-sheet"} style={style}>
            <Paper note={{ ...note, ...signedBy(isOfOne ? undefined : note.tableName), table: note.tableName }}>
                {note.supports ? <p class="stage-supports">{say("supports", { n: note.supports })}</p> : null}
            </Paper>
        </li>
    );
}
