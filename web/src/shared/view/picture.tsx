// A picture as the server gives it to who is shown it: fetched with the connection's ticket, which an img element cannot say,
// and kept as long as something shows it. Where it is `lazy` nothing is fetched before it is about to be looked at.
import { useEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import { dateOf } from "../moments";
import { PictureShelf, type Fetched, type Held } from "../picture_shelf";
import { aboutOf, type Picture } from "../pictures";
import { language } from "./language";
import type { Live } from "./live";
import { say } from "./texts/pictures";
import "./picture.css";

const shelf = new PictureShelf();

// `isWanted`: it is, or will soon be, in sight.
export function usePicture(live: Live, id: string, small: boolean, isWanted = true): Fetched {
    const { state } = live.connectionState.value;
    const process = live.process?.id;
    const address = process === undefined ? undefined : `/picture/${process}/${id}${small ? "?size=small" : ""}`;
    const [one, setOne] = useState<Held>();
    useEffect(() => {
        if (!isWanted || address === undefined) return;
        const taken = shelf.take(address);
        setOne(taken);
        return () => {
            setOne(undefined);
            shelf.letGo(taken);
        };
    }, [address, isWanted]);
    useEffect(() => {
        const { ticket } = live.session;
        const isThere = state === "joined" || state === "read_only";
        if (one && isThere && ticket) shelf.ask(one, ticket);
    }, [one, state]);
    return one && one.address === address ? one.state.value : {}; // (not what was shown before in the same place)
}

// From half a screen before it comes into sight.
function useInSight(ref: RefObject<HTMLElement>, isLazy: boolean): boolean {
    const [isSeen, setSeen] = useState(!isLazy);
    useEffect(() => {
        if (isSeen) return;
        const observer = new IntersectionObserver((all) => all.some(({ isIntersecting }) => isIntersecting) && setSeen(true), { rootMargin: "50%" });
        observer.observe(ref.current!);
        return () => observer.disconnect();
    }, [isSeen]);
    return isSeen;
}

// What stands for a picture: its caption; where it has none, what it is, of what, from when, and that nobody has said more.
export function altOf(live: Live, picture: Picture): string {
    if (picture.caption?.trim()) return picture.caption;
    const session = live.find("session", picture.session);
    const groups = live.all("grouping").flatMap(({ groups = [] }) => groups);
    const { item, round, group } = aboutOf(picture, { session, items: live.all("item"), rounds: live.all("round"), groups });
    const day = session?.starts ? dateOf(session.starts, live.zone, language.value) : undefined;
    const what = [say(picture.drawn ? "drawn" : "paper"), round?.question ?? item?.title, group, day];
    return say("no_caption", { what: what.filter(Boolean).join(", ") });
}

type ImageProps = { live: Live; picture: Picture; small?: boolean; isLazy?: boolean; class?: string };

// It has its place before it has come, so that nothing moves when it does.
export function PictureImage({ live, picture, small = false, isLazy = false, class: more }: ImageProps) {
    const box = useRef<HTMLSpanElement>(null);
    const { url, hasFailed } = usePicture(live, picture.id, small, useInSight(box, isLazy));
    const alt = altOf(live, picture);
    const { state } = live.connectionState.value;
    const { width, height } = picture;
    return (
        <span class={`picture ${more ?? ""}`} ref={box} style={{ "--of": `${width} / ${height}`, "--wide": width, "--high": height }}>
            {url ? (
                <img src={url} alt={alt} width={width} height={height} draggable={false} lang={picture.caption ? live.tongue : undefined} />
            ) : (
                <span class="picture-wait" role="img" aria-label={alt}>
                    {hasFailed && say(state === "joined" ? "not_fetched" : "not_fetched_offline")}
                </span>
            )}
        </span>
    );
}
