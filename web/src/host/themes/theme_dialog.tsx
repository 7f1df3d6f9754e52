// A theme's name and what belongs there: a new one, with the notes that are put into it, or one that is there.
import { useState } from "preact/hooks";
import { themesOf, type Row } from "../../shared/boards";
import { Dialog } from "../../shared/view/dialog";
import { sayReason } from "../../shared/view/texts/reasons";
import { folded } from "../../shared/word_list";
import { say as sayUndo } from "../texts/undo";
import type { Asked, BoardDesk } from "./board_desk";
import { addTheme, changeTheme, moveNotes, removeTheme } from "./board_steps";
import { say } from "./texts/themes";

type ThemeDialogProps = { desk: BoardDesk; asked: Exclude<Asked, { what: "move" }>; goOn(rows: readonly Row[]): void };

export function ThemeDialog({ desk, asked, goOn }: ThemeDialogProps) {
    const { live, id: board } = desk;
    const theme = asked.what === "change" ? live.find("theme", asked.theme) : undefined;
    const rows = asked.what === "new" ? asked.rows : [];
    const [title, setTitle] = useState(theme?.title ?? (asked.what === "new" ? (asked.title ?? "") : ""));
    const [definition, setDefinition] = useState(theme?.definition ?? "");
    const [wrong, setWrong] = useState("");
    const [isSaving, setSaving] = useState(false);
    const isTaken = themesOf(live.all("theme"), board).some((one) => one.id !== theme?.id && folded(one.title ?? "") === folded(title));
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
    return (
        <Dialog title={theme ? say("change_theme_this", { title: theme.title ?? "" }) : say("new_theme")} close={close}>
            <form class="board-form" onSubmit={submit}>
                <label>
                    {say("theme_title")}
                    <input value={title} maxLength={80} required autoFocus onInput={(event) => setTitle(event.currentTarget.value)} />
                    <small role="status">{isTaken && say("theme_named")}</small>
                </label>
                <label>
                    {say("theme_definition")}
                    <textarea rows={2} value={definition} maxLength={1000} onInput={(event) => setDefinition(event.currentTarget.value)} />
                    <small>{say("theme_definition_help")}</small>
                </label>
                {rows.length > 0 && <p class="meta">{say("theme_notes", { n: rows.length })}</p>}
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
