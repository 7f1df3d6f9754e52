// Pictures on a dark ground: one whole with its caption, or those of the session in calm pages. Nothing is ever cropped.
import { useEffect, useRef } from "preact/hooks";
import { beginningOf } from "../shared/beginning";
import { evenPages, secondsFor } from "../shared/paging";
import { roomPictures, type Picture } from "../shared/pictures";
import { PictureImage } from "../shared/view/picture";
import { say as sayPictures } from "../shared/view/texts/pictures";
import { useBox, useFit } from "./box";
import { Foot, Frame } from "./frame";
import { pageFact, usePage } from "./pager";
import { useSetting } from "./setting";
import { say } from "./texts/stage";

const MOST = 6; // of a page: more are stamps
const MOST_LETTERS = 70; // under one of them: two lines; alone it has all of its caption

export function PictureStage({ picture }: { picture: Picture }) {
    const { live, isPage } = useSetting();
    const Caption = isPage ? "h1" : "p"; // (in a page that has headings of its own a picture must not add others)
    return (
        <div class="stage-frame stage-dark">
            <div class="stage-picture" key={picture.id}>
                <PictureImage live={live} picture={picture} small={!isPage} />
            </div>
            <div class="stage-picture-said" aria-hidden={isPage ? undefined : "true"}>
                {picture.caption ? (
                    <Caption class="stage-caption" lang={live.tongue}>
                        {picture.caption}
                    </Caption>
                ) : (
                    isPage && <h1 class="unseen">{sayPictures(picture.drawn ? "drawn" : "paper")}</h1>
                )}
            </div>
            <Foot facts={[]} round={undefined} closed={undefined} showsWayIn={false} />
        </div>
    );
}

export function GalleryStage() {
    const { live, session, pager } = useSetting();
    const pictures = roomPictures(live.all("picture"), live.all("round"), session.id);
    const pages = evenPages(pictures, MOST);
    const seconds = pages.map((page) => secondsFor(page.reduce((sum, { caption = "" }) => sum + caption.length, 0)));
    const at = usePage(pager, "pictures", seconds);
    // What has just come is seen at once, wherever it stands.
    const ids = pictures.map(({ id }) => id);
    const before = useRef(ids);
    useEffect(() => {
        const come = ids.filter((id) => !before.current.includes(id)).at(-1);
        if (come !== undefined && !pager.isPicture) pager.page.value = pages.findIndex((page) => page.some(({ id }) => id === come));
        before.current = ids;
    }, [ids.join()]);
    const page = pages[at];
    if (!page) {
        return (
            <Frame title={sayPictures("none")} isOurs isTitlePage>
                <p class="stage-so-far">{say("pictures_come")}</p>
            </Frame>
        );
    }
    const count = [sayPictures("count", { n: pictures.length }), pageFact(pager, at, pages.length)].filter(Boolean).join(" · ");
    return (
        <div class="stage-frame stage-dark">
            <Heading text={session.title} />
            <Page key={at} pictures={page} />
            <Foot facts={[count]} round={undefined} closed={undefined} showsWayIn={false} />
        </div>
    );
}

function Heading({ text }: { text: string }) {
    const { live, isPage } = useSetting();
    const Title = isPage ? "h1" : "p";
    return (
        <Title class="stage-above" lang={live.tongue}>
            {text}
        </Title>
    );
}

function Page({ pictures }: { pictures: readonly Picture[] }) {
    const { live, isPage } = useSetting();
    const ref = useRef<HTMLUListElement>(null);
    const box = useBox(ref);
    useFit(ref, `${box?.width} ${box?.height} ${pictures.map(({ caption }) => caption).join()}`);
    const columns = pictures.length < 4 ? pictures.length : pictures.length === 4 ? 2 : 3;
    const style = { "--columns": columns, "--rows": Math.ceil(pictures.length / columns) };
    return (
        <ul ref={ref} class="stage-gallery" style={style}>
            {pictures.map((picture) => (
                <li key={picture.id}>
                    <PictureImage live={live} picture={picture} small={!isPage} />
                    {picture.caption && (
                        <p class="stage-gallery-said" lang={live.tongue}>
                            {beginningOf(picture.caption, MOST_LETTERS)}
                        </p>
                    )}
                </li>
            ))}
        </ul>
    );
}
