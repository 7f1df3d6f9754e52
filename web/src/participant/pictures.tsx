// The session's pictures: small, in the order in which their hosts put them, and each alone as large as the phone allows; there
// two fingers make it larger, as on any page.
import type { Session } from "../shared/meeting";
import { picturesOf, type Picture } from "../shared/pictures";
import type { Live } from "../shared/view/live";
import { altOf, PictureImage } from "../shared/view/picture";
import { ShowMore, useMost } from "../shared/view/show_more";
import { say as sayPictures } from "../shared/view/texts/pictures";
import { hrefOf } from "./route";
import { say } from "./texts/pictures";
import "./pictures.css";

const STEP = 30;

type Props = { live: Live; session: Session };

export function Pictures({ live, session }: Props) {
    const pictures = picturesOf(live.all("picture"), session.id);
    const { most, more } = useMost(STEP);
    if (pictures.length === 0) return null;
    return (
        <section class="pictures">
            <h2>
                {sayPictures("pictures")} <span class="meta">{pictures.length}</span>
            </h2>
            <ul class="pictures-list">
                {pictures.slice(0, most).map((picture) => (
                    <li key={picture.id}>
                        <SmallPicture live={live} picture={picture} />
                    </li>
                ))}
            </ul>
            <ShowMore left={pictures.length - most} more={() => more()} />
        </section>
    );
}

function SmallPicture({ live, picture }: { live: Live; picture: Picture }) {
    return (
        <a class="pictures-small" href={hrefOf("picture", picture.id)}>
            <PictureImage live={live} picture={picture} small isLazy />
            <Caption live={live} picture={picture} />
        </a>
    );
}

// (It is the picture's own text, which is heard with it.)
function Caption({ live, picture: { caption } }: { live: Live; picture: Picture }) {
    if (!caption) return null;
    return (
        <span class="pictures-caption" lang={live.tongue} aria-hidden="true">
            {caption}
        </span>
    );
}

// The one that the big screen shows.
export function OnePicture({ live, picture }: { live: Live; picture: Picture }) {
    return (
        <>
            <h1 class="unseen">{say("shown")}</h1>
            <figure class="pictures-one">
                <a class="pictures-link" href={hrefOf("picture", picture.id)}>
                    <PictureImage live={live} picture={picture} />
                </a>
                <Caption live={live} picture={picture} />
            </figure>
        </>
    );
}

export function PictureScreen({ live, session, id }: Props & { id: string | undefined }) {
    const pictures = picturesOf(live.all("picture"), session.id);
    const at = pictures.findIndex((picture) => picture.id === id);
    const picture = pictures[at];
    return (
        <section class="pictures-whole">
            <p>
                <a href={hrefOf("screen")}>{say("back")}</a>
            </p>
            {picture ? (
                <figure class="pictures-one">
                    <h1 class="unseen">{say("one_of", { at: at + 1, all: pictures.length })}</h1>
                    <PictureImage key={picture.id} live={live} picture={picture} />
                    {picture.caption ? <Caption live={live} picture={picture} /> : <figcaption class="meta" aria-hidden="true">{altOf(live, picture)}</figcaption>}
                </figure>
            ) : (
                <p role="status">{say(live.isWhole ? "gone" : "coming")}</p>
            )}
            {pictures.length > 1 && picture && (
                <nav class="pictures-turn" aria-label={sayPictures("pictures")}>
                    <Turn picture={pictures[at - 1]} text={say("before")} />
                    <span class="meta" aria-hidden="true">{say("of", { at: at + 1, all: pictures.length })}</span>
                    <Turn picture={pictures[at + 1]} text={say("after")} />
                </nav>
            )}
        </section>
    );
}

function Turn({ picture, text }: { picture: Picture | undefined; text: string }) {
    return picture ? (
        <a class="button" href={hrefOf("picture", picture.id)}>
            {text}
        </a>
    ) : (
        <span />
    );
}
