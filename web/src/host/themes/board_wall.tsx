// A board as a wall: what is not sorted on one side, a field for each theme on the other. The same rows as in the list, which can
// be dragged here as well.
import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Section, Theme } from "../../shared/boards";
import type { BoardDesk } from "./board_desk";
import { moveNotes } from "./board_steps";
import { DRAGGED } from "./note_row";
import { Nothing, NoteRows, Unsorted, type ShapeProps } from "./outline";
import { ThemeHead } from "./theme_head";
import { say } from "./texts/themes";

// Where notes are dropped: into a theme, out of it, or to make a new one of them.
type Target = string | undefined | "new";

function drop(desk: BoardDesk, key: string, target: Target): void {
    const rows = desk.rowsWith(key);
    if (target === "new") {
        desk.asked.value = { what: "new", rows };
        return;
    }
    desk.unmark();
    void moveNotes(desk, rows, target, false);
}

function Field({ desk, target, class: kind, children }: { desk: BoardDesk; target: Target; class: string; children: ComponentChildren }) {
    const box = useRef<HTMLDivElement>(null);
    const [isOver, setOver] = useState(false);
    useEffect(
        () =>
            dropTargetForElements({
                element: box.current!,
                canDrop: ({ source }) => source.data.kind === DRAGGED && desk.canAct,
                onDragEnter: () => setOver(true),
                onDragLeave: () => setOver(false),
                onDrop: ({ source }) => {
                    setOver(false);
                    drop(desk, source.data.key as string, target);
                },
            }),
        [desk, target],
    );
    return (
        <div ref={box} class={`${kind} ${isOver ? "is-over" : ""}`}>
            {children}
        </div>
    );
}

export function BoardWall(props: ShapeProps) {
    const { desk, view } = props;
    const [unsorted, ...themes] = view.sections;
    return (
        <div class="board-wall">
            <Field desk={desk} target={undefined} class="board-side">
                <Unsorted {...props} section={unsorted!} isFolding={false} />
            </Field>
            <div class="board-fields">
                {themes.map((section) => (
                    <ThemeField key={section.theme!.id} {...props} section={section} theme={section.theme!} />
                ))}
                <Field desk={desk} target="new" class="board-field board-field-new">
                    <button type="button" disabled={!desk.canAct} onClick={() => (desk.asked.value = { what: "new", rows: [] })}>
                        {say(view.themes.length === 0 ? "first_theme" : "new_theme")}
                    </button>
                    <p class="meta">{say("drop_here")}</p>
                </Field>
            </div>
        </div>
    );
}

function ThemeField({ theme, section, ...props }: ShapeProps & { section: Section; theme: Theme }) {
    const { desk, board, session, view } = props;
    return (
        <Field desk={desk} target={theme.id} class="board-field">
            <section aria-labelledby={`theme-${theme.id}`}>
                <ThemeHead desk={desk} board={board} theme={theme} at={undefined} session={session} isFolding={false} />
                {section.notes.length > 0 ? <NoteRows {...props} section={section} isOnWall /> : <Nothing view={view} />}
            </section>
        </Field>
    );
}
