// What is said of a picture, written in its row.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { LONGEST_CAPTION, type Picture } from "../../shared/pictures";
import type { Live } from "../../shared/view/live";
import { changePicture } from "./picture_steps";
import { say } from "./texts/pictures";

// Kept when it is left, or with Enter, which goes to the next one: a pile of pictures is written through without the mouse.
export function CaptionField({ live, picture, n }: { live: Live; picture: Picture; n: number }) {
    const saved = picture.caption ?? "";
    const [text, setText] = useState(saved);
    const before = useRef(saved);
    const kept = useRef(saved); // or on its way: Enter keeps it, and so does leaving the field right behind
    useLayoutEffect(() => {
        // (What was written here and not kept yet stays.)
        if (text === before.current) setText(saved);
        before.current = kept.current = saved;
    }, [saved]);
    const keep = async () => {
        const caption = text.trim();
        const now = live.session.store.find("picture", picture.id);
        if (!now || caption === kept.current) return;
        kept.current = caption;
        if (!(await changePicture(live, now, { caption })) && kept.current === caption) kept.current = now.caption ?? "";
    };
    const key = (event: KeyboardEvent) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        void keep();
        const all = [...(event.currentTarget as HTMLElement).closest("ol")!.querySelectorAll<HTMLInputElement>("input[data-caption]")];
        all[all.indexOf(event.currentTarget as HTMLInputElement) + 1]?.focus();
    };
    return (
        <input
            data-caption
            class={saved === "" ? "is-missing" : undefined}
            value={text}
            maxLength={LONGEST_CAPTION}
            enterKeyHint="next"
            autocomplete="off"
            aria-label={say("caption", { n })}
            placeholder={say("caption_empty")}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={key}
            onBlur={() => void keep()}
        />
    );
}
