// A theme's name and what belongs there: a new one, with the notes that are put into it, or one that is there.
import { useEffect, useRef, useState } from "preact/hooks";
import { themeNamed, themesOf, type Row } from "../../shared/boards";
import { Dialog } from "../../shared/view/dialog";
import { sayReason } from "../../shared/view/texts/reasons";
import { formOf } from "../draft";
import { Overtaken } from "../save_bar";
import { say as sayUndo } from "../texts/undo";
import type { Asked, BoardDesk } from "./board_desk";
import { addTheme, changeTheme, moveNotes, removeTheme } from "./board_steps";
import { WhyOff } from "./board_tools";
import { say } from "./texts/themes";

type ThemeDialogProps = { desk: BoardDesk; asked: Exclude<Asked, { what: "move" | "codebook" }>; goOn(rows: readonly Row[]): void };

export function ThemeDialog({ desk, asked, goOn }: ThemeDialogProps) {
    const { live, id: board } = desk;
    const found = asked.what === "change" ? live.find("theme", asked.theme) : undefined;
    const known = useRef(found);
    if (found) known.current = found;
    const theme = known.current;
    const rows = asked.what === "new" ? asked.rows : [];
    // (What others change meanwhile in what is not touched here is kept.)
    const first = theme ?? { title: asked.what === "new" ? asked.title : "", definition: "" };
    const form = formOf(asked.what === "change" ? `theme ${asked.theme}` : `theme of ${board}`, { title: first.title ?? "", definition: first.definition ?? "" });
    const { title, definition } = form.values;
    useEffect(() => form.drop, []);
    const [wrong, setWrong] = useState("");
    const [isSaving, setSaving] = useState(false);
    const isTaken = themeNamed(themesOf(live.all("theme"), board).filter(({ id }) => id !== theme?.id), title) !== undefined;
    const canSave = title.trim() !== "" && desk.canAct && !isSaving;
    const close = () => (desk.asked.value = undefined);
    // (What was refused stays to be mended; a name that is taken is only told.)
    const settle = async (doing: Promise<{ refused?: { reason: string } | undefined }>) => {
        setSaving(true);
        const { refused } = await doing;
        setSaving(false);
        if (refused) setWrong(sayUndo("refused", { reason: sayReason(refused.reason) }));
        else close();
        return !refused;
    };
    const make = async () => {
        const adding = addTheme(live, board, title.trim(), definition.trim());
        if (!(await settle(adding)) || rows.length === 0) return;
        desk.unmark();
        goOn(rows);
        await moveNotes(desk, rows, (await adding).id, false);
    };
    const submit = (event: Event) => {
        event.preventDefault();
        if (!canSave) return;
        if (theme) void settle(changeTheme(live, theme, title.trim(), definition.trim()).then((refused) => ({ refused })));
        else void make();
    };
    if (theme && !found && !isSaving)
        return (
            <Dialog title={say("theme_gone")} close={close}>
                <p>{say("theme_gone_why")}</p>
            </Dialog>
        );
    return (
        <Dialog title={theme ? say("change_theme_this", { title: theme.title ?? "" }) : say("new_theme")} close={close}>
            <form class="board-form" onSubmit={submit}>
                <label>
                    {say("theme_title")}
                    <input value={title} maxLength={80} required autoFocus onInput={(event) => form.change({ title: event.currentTarget.value })} />
                    <small role="status">{isTaken && say("theme_named")}</small>
                </label>
                <label>
                    {say("theme_definition")}
                    <textarea rows={2} value={definition} maxLength={1000} onInput={(event) => form.change({ definition: event.currentTarget.value })} />
                    <small>{say("theme_definition_help")}</small>
                </label>
                {rows.length > 0 && <p class="meta">{say("theme_notes", { n: rows.length })}</p>}
                <WhyOff desk={desk} />
                <Overtaken forms={[form]} />
                <p class="said wrong" role="alert">{wrong}</p>
                <p class="board-buttons">
                    <button class="primary" disabled={!canSave}>
                        {say(theme ? "save" : "add_theme")}
                    </button>
                    <button type="button" onClick={close}>
                        {say("cancel")}
                    </button>
                    {theme && (
                        <button type="button" class="quiet" disabled={!desk.canAct} onClick={() => void settle(removeTheme(live, theme).then((refused) => ({ refused })))}>
                            {say("remove_theme")}
                        </button>
                    )}
                </p>
                {theme && <p class="meta">{say("remove_theme_help")}</p>}
            </form>
        </Dialog>
    );
}
