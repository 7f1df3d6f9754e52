// What a board is called, whose notes are sorted on it, and by whom: a new one, or one that is there.
import { useState } from "preact/hooks";
import type { BoardHands } from "../../generated/types";
import { MOST_ROUNDS, type Board } from "../../shared/boards";
import { programmeOf, type Round } from "../../shared/meeting";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { contentOf } from "../carry/things";
import { formOf } from "../draft";
import { Overtaken } from "../save_bar";
import { say as sayUndo } from "../texts/undo";
import { changeBoard, makeBoard, removeBoard } from "./board_steps";
import { say, themesTexts } from "./texts/themes";

const HANDS: readonly BoardHands[] = ["hosts", "all"];

interface Asked {
    session: string;
    title: string;
    rounds: Round[];
}

// Questions that are answered with notes, by session and as the programme has them.
export function askedOf(live: Live): Asked[] {
    const rounds = live.all("round").filter(({ form, removed }) => form === "notes" && !removed);
    const sessions = live.all("session").sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    return sessions
        .map(({ id, title }) => {
            const place = new Map(programmeOf(live.all("item"), id).map((item, i) => [item.id, i]));
            const at = (round: Round) => place.get(round.item ?? "") ?? place.size;
            return { session: id, title, rounds: rounds.filter(({ session }) => session === id).sort((a, b) => at(a) - at(b) || a.seq - b.seq) };
        })
        .filter(({ rounds: own }) => own.length > 0);
}

interface Values {
    title: string;
    rounds: string[];
    hands: BoardHands;
}

// Of these those that can be chosen, in their order.
const inSight = (asked: readonly Asked[], rounds: readonly string[]) => asked.flatMap((one) => one.rounds.map(({ id }) => id).filter((id) => rounds.includes(id)));

interface BoardFormProps {
    live: Live;
    board: Board | undefined;
    rounds: readonly string[];
    // Of whose rounds those of other sessions stand behind a fold.
    session: string | undefined;
    done(board: string | undefined): void;
    cancel: (() => void) | undefined;
}

export function BoardForm({ live, board, rounds, session, done, cancel }: BoardFormProps) {
    const asked = askedOf(live);
    // (In the language of the meeting: the room reads it. What others change meanwhile in what is not touched here is kept.)
    const first = board?.title ?? themesTexts[live.profile?.language ?? language.value].board_title_default;
    const form = formOf<Values>(`board ${board?.id ?? rounds.join()}`, { title: first, rounds: inSight(asked, rounds), hands: board?.hands ?? "hosts" });
    const { title, rounds: chosen, hands } = form.values;
    const [wrong, setWrong] = useState("");
    const [isSaving, setSaving] = useState(false);
    const canSave = chosen.length > 0 && title.trim() !== "" && !isSaving && canAct(live);
    const toggle = (id: string, on: boolean) => form.change({ rounds: inSight(asked, on ? [...chosen, id] : chosen.filter((one) => one !== id)) });
    const settle = async (doing: Promise<{ id: string | undefined; reason?: string | undefined }>) => {
        setSaving(true);
        const { id, reason } = await doing;
        setSaving(false);
        if (reason) setWrong(sayUndo("refused", { reason: sayReason(reason) }));
        else {
            form.drop();
            done(id);
        }
    };
    const submit = (event: Event) => {
        event.preventDefault();
        if (!canSave) return;
        const content = contentOf("board", { title: title.trim(), rounds: chosen, hands, shown: hands === "all" || board?.shown === true });
        if (board) void settle(changeBoard(live, board, content).then((refused) => ({ id: board.id, reason: refused?.reason })));
        else void settle(makeBoard(live, content).then(({ id, refused }) => ({ id, reason: refused?.reason })));
    };
    return (
        <form class="board-form board-card" onSubmit={submit}>
            <Rounds asked={asked} session={session} chosen={chosen} toggle={toggle} />
            <p class="meta board-some" role="status">{chosen.length === 0 ? say("board_none") : chosen.length >= MOST_ROUNDS ? say("board_full", { n: MOST_ROUNDS }) : ""}</p>
            <label>
                {say("board_title")}
                <input value={title} maxLength={200} required onInput={(event) => form.change({ title: event.currentTarget.value })} />
            </label>
            <fieldset>
                <legend>{say("hands")}</legend>
                {HANDS.map((one) => (
                    <label key={one} class="board-check">
                        <input type="radio" name="hands" checked={hands === one} onChange={() => form.change({ hands: one })} />
                        <span>{say(`hands_${one}`)}</span>
                    </label>
                ))}
                {hands === "all" && <p class="meta">{say("hands_why")}</p>}
            </fieldset>
            <Overtaken forms={[form]} />
            <p class="said wrong" role="alert">{wrong}</p>
            <p class="board-buttons">
                <button class="primary" disabled={!canSave}>
                    {say(board ? "save" : "make")}
                </button>
                {cancel && (
                    <button type="button" onClick={() => (form.drop(), cancel())}>
                        {say("cancel")}
                    </button>
                )}
                {board && (
                    <button
                        type="button"
                        class="quiet"
                        disabled={!canAct(live)}
                        onClick={() => void settle(removeBoard(live, board).then((refused) => ({ id: undefined, reason: refused?.reason })))}
                    >
                        {say("remove_board")}
                    </button>
                )}
            </p>
        </form>
    );
}

type RoundsProps = { asked: readonly Asked[]; session: string | undefined; chosen: readonly string[]; toggle(id: string, on: boolean): void };

export function Rounds({ asked, session, chosen, toggle }: RoundsProps) {
    const here = asked.filter((one) => session === undefined || one.session === session);
    const others = asked.filter((one) => !here.includes(one));
    // (The same question may be put at several meetings.)
    const box = ({ id, question }: Round, at?: string) => (
        <label key={id} class="board-check">
            <input type="checkbox" checked={chosen.includes(id)} disabled={chosen.length >= MOST_ROUNDS && !chosen.includes(id)} onChange={(event) => toggle(id, event.currentTarget.checked)} />
            <span>
                {question} {at !== undefined && <span class="meta">{at}</span>}
            </span>
        </label>
    );
    return (
        <fieldset>
            <legend>{say("board_rounds")}</legend>
            {here.flatMap(({ title, rounds }) => rounds.map((round) => box(round, here.length > 1 ? title : undefined)))}
            {others.map(({ session: id, title, rounds }) => (
                <details key={id} open={rounds.some((round) => chosen.includes(round.id))}>
                    <summary>{title}</summary>
                    {rounds.map((round) => box(round))}
                </details>
            ))}
        </fieldset>
    );
}
