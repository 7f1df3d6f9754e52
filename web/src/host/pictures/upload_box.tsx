// Where pictures come in: chosen, taken, dragged here or pasted; and what is said of all that come now.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Session } from "../../shared/meeting";
import { picturesOf } from "../../shared/pictures";
import type { Live } from "../../shared/view/live";
import { BelongsFields, belongsSaid, type Belongs } from "./belongs_fields";
import { uploadsOf } from "./here";
import { useIncoming } from "./incoming";
import { say } from "./texts/pictures";

type BoxProps = {
    live: Live;
    session: Session;
    // What new ones belong to, unless something else is chosen.
    item?: string | undefined;
    isCamera?: boolean;
    // Said with the ways in which pictures come in.
    children?: ComponentChildren;
};

const GAP = 1_000;
// (What an iPhone is asked for in these formats it makes of its own.)
const TAKEN = "image/jpeg,image/png,image/webp";

export function UploadBox({ live, session, item, isCamera = false, children }: BoxProps) {
    const uploads = uploadsOf(live);
    const [belongs, setBelongs] = useState<Belongs>({ drawn: false, item });
    useEffect(() => setBelongs((old) => ({ drawn: old.drawn, item })), [item]);
    const add = (files: Iterable<File>) => {
        const chosen = [...files];
        const last = Math.max(0, ...picturesOf(live.session.store.all("picture"), session.id).map(({ position = 0 }) => position), ...uploads.rows.peek().map(({ said }) => said.position ?? 0));
        uploads.add(chosen.map((file, i) => ({ file, name: file.name, said: { session: session.id, ...belongs, position: last + (i + 1) * GAP } })));
    };
    const isOver = useIncoming(add);
    const hasSome = uploads.rows.value.length > 0 || uploads.stored.value > 0;
    return (
        <div class={isOver ? "pictures-box is-over" : "pictures-box"}>
            <div class="pictures-ways">
                {isCamera && <Take text={say(hasSome ? "take_next" : "take")} isMain add={add} />}
                <FileButton text={say("choose")} isMain={!isCamera} add={add} isMany />
                {!isCamera && matchMedia("(pointer: coarse)").matches && <Take text={say("take")} add={add} />}
            </div>
            {!isCamera && (
                <p class="meta pictures-hint">
                    {say(isOver ? "drop_here" : "ways")} {children}
                </p>
            )}
            <details class="more">
                <summary>
                    {say("new_ones")}: {belongsSaid(live, session, belongs)}
                </summary>
                <BelongsFields live={live} session={session} belongs={belongs} change={(now) => setBelongs({ ...belongs, ...now })} />
            </details>
        </div>
    );
}

type FileProps = { text: string; isMain?: boolean; isMany?: boolean; capture?: "environment"; add(files: Iterable<File>): void };

const Take = (props: FileProps) => <FileButton {...props} capture="environment" />;

// (The field itself is what has the focus; the label around it is what is seen.)
function FileButton({ text, isMain = false, isMany = false, capture, add }: FileProps) {
    const chosen = (event: Event) => {
        const field = event.currentTarget as HTMLInputElement;
        const files = [...(field.files ?? [])];
        field.value = ""; // (the same file may be chosen again)
        add(files);
    };
    return (
        <label class={isMain ? "button primary pictures-file" : "button pictures-file"}>
            {text}
            <input type="file" accept={TAKEN} multiple={isMany} capture={capture} onChange={chosen} />
        </label>
    );
}
