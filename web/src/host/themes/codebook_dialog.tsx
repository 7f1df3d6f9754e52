// A codebook of another program, read here in the page: which of its codes become themes of the board.
import { useMemo, useRef, useState } from "preact/hooks";
import { themeNamed, themesOf } from "../../shared/boards";
import { LARGEST_CODEBOOK, proposed, readCodebook, type Code, type Codebook } from "../../shared/codebook";
import { Dialog } from "../../shared/view/dialog";
import { sayReason } from "../../shared/view/texts/reasons";
import { say as sayUndo } from "../texts/undo";
import type { BoardDesk } from "./board_desk";
import { addThemes } from "./board_steps";
import { WhyOff } from "./board_tools";
import { say } from "./texts/codebook";

const MOST_THEMES = 100; // on a board

async function readFile(file: File): Promise<Codebook> {
    return file.size > LARGEST_CODEBOOK ? { wrong: "too_large" } : readCodebook(await file.text());
}

export function CodebookDialog({ desk }: { desk: BoardDesk }) {
    const { live, id: board } = desk;
    const themes = themesOf(live.all("theme"), board);
    const [file, setFile] = useState("");
    const [book, setBook] = useState<Codebook>();
    const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
    const [wrong, setWrong] = useState("");
    const [isAdding, setAdding] = useState(false);
    const codes = book && "codes" in book ? book.codes : [];
    const room = MOST_THEMES - themes.length;
    const has = (title: string) => themeNamed(themes, title) !== undefined;
    const wanted = codes.filter(({ title }) => chosen.has(title) && !has(title));
    const close = () => (desk.asked.value = undefined);
    const open = async (one: File) => {
        const read = await readFile(one);
        setFile(one.name);
        setBook(read);
        setWrong("wrong" in read ? say(read.wrong) : "");
        setChosen("codes" in read ? proposed(read.codes, has, room) : new Set());
    };
    const add = async (event: Event) => {
        event.preventDefault();
        setAdding(true);
        const { added, refused } = await addThemes(live, board, wanted);
        setAdding(false);
        if (!refused) return close();
        setWrong(`${say("some_refused", { n: added })} ${sayUndo("refused", { reason: sayReason(refused.reason) })}`);
    };
    const mayAdd = wanted.length > 0 && wanted.length <= room && desk.canAct && !isAdding;
    return (
        <Dialog title={say("title")} close={close}>
            <form class="board-form" onSubmit={(event) => void add(event)}>
                <p>{say("lead")}</p>
                <FileButton isAnother={codes.length > 0} open={open} />
                <p class="said wrong" role="alert">{wrong}</p>
                {codes.length > 0 && <Codes file={file} codes={codes} chosen={chosen} choose={setChosen} has={has} />}
                {book && "codes" in book && book.shortened > 0 && <p class="meta">{say("shortened", { n: book.shortened })}</p>}
                {wanted.length > room && <p class="said wrong" role="status">{say("room", { n: Math.max(0, room) })}</p>}
                <WhyOff desk={desk} />
                <p class="board-buttons">
                    {codes.length > 0 && (
                        <button class="primary" disabled={!mayAdd}>
                            {isAdding ? say("adding") : say("add", { n: wanted.length })}
                        </button>
                    )}
                    <button type="button" onClick={close}>
                        {say("cancel")}
                    </button>
                </p>
            </form>
        </Dialog>
    );
}

function FileButton({ isAnother, open }: { isAnother: boolean; open(file: File): Promise<void> }) {
    const input = useRef<HTMLInputElement>(null);
    const label = say(isAnother ? "choose_another" : "choose");
    const read = async (files: FileList | null) => {
        const [file] = files ?? [];
        if (!file) return;
        await open(file);
        input.current!.value = ""; // (the same file again, once it is mended)
    };
    return (
        <p class="board-buttons">
            <button type="button" class={isAnother ? "quiet" : "primary"} onClick={() => input.current?.click()}>
                {label}
            </button>
            <input
                ref={input}
                type="file"
                hidden
                aria-label={label}
                accept=".qdc,.xml,application/xml,text/xml"
                onChange={(event) => void read(event.currentTarget.files)}
            />
        </p>
    );
}

type CodesProps = {
    file: string;
    codes: readonly Code[];
    chosen: ReadonlySet<string>;
    choose(chosen: ReadonlySet<string>): void;
    has(title: string): boolean;
};

// By their uppermost heading, each with a way to mark all under it.
function Codes({ file, codes, chosen, choose, has }: CodesProps) {
    const headings = useMemo(() => [...new Set(codes.map(({ heading }) => heading))], [codes]);
    const mark = (titles: readonly string[], on: boolean) => {
        const next = new Set(chosen);
        for (const title of titles) on ? next.add(title) : next.delete(title);
        choose(next);
    };
    return (
        <>
            {headings.map((heading) => {
                const under = codes.filter((code) => code.heading === heading);
                const free = under.filter(({ title }) => !has(title)).map(({ title }) => title);
                const isAll = free.length > 0 && free.every((title) => chosen.has(title));
                return (
                    <fieldset key={heading} class="codebook-codes">
                        <legend>{heading ? say("under", { heading }) : say("legend", { file })}</legend>
                        {free.length > 1 && (
                            <button type="button" class="quiet" onClick={() => mark(free, !isAll)}>
                                {say(isAll ? "none" : "all")}
                            </button>
                        )}
                        {under.map(({ title, definition }) => (
                            <label key={title} class="board-check">
                                <input
                                    type="checkbox"
                                    checked={chosen.has(title) && !has(title)}
                                    disabled={has(title)}
                                    onChange={(event) => mark([title], event.currentTarget.checked)}
                                />
                                <span>
                                    {title} {has(title) ? <span class="meta">{say("has")}</span> : definition && <span class="meta codebook-says">{definition}</span>}
                                </span>
                            </label>
                        ))}
                    </fieldset>
                );
            })}
        </>
    );
}
